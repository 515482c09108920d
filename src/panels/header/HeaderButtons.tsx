import { useId } from 'react';
import {
  CircleHelp,
  Download,
  FolderOpen,
  ListVideo,
  Monitor,
  Moon,
  Pencil,
  Play,
  Redo2,
  Sun,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useApp, usePreferences } from '../../state/hooks.tsx';
import { THEMES, type Theme } from '../../state/preferences.ts';
import type { DialogName } from './Header.tsx';
import { ShareButton } from './ShareButton.tsx';

interface StepButtonProps {
  /** In a menu every button says its name; in the bar the well-known signs do. */
  readonly areWordsShown: boolean;
}

/** Without a step to undo it stays where the focus finds it, and says that it does nothing. */
export function UndoButton({ areWordsShown }: StepButtonProps) {
  const canUndo = useApp(
    (state) => state.past.length + state.edits.past.length > 0 || state.choices !== state.settled,
  );
  const undo = useApp((state) => state.undo);
  const words = useApp((state) => state.editor?.undoWords(state) ?? null);
  return (
    <StepButton
      name="Undo"
      words={words}
      Icon={Undo2}
      areWordsShown={areWordsShown}
      onClick={canUndo ? undo : null}
    />
  );
}

export function RedoButton({ areWordsShown }: StepButtonProps) {
  const canRedo = useApp((state) => state.future.length + state.edits.future.length > 0);
  const redo = useApp((state) => state.redo);
  const words = useApp((state) => state.editor?.redoWords(state) ?? null);
  return (
    <StepButton
      name="Redo"
      words={words}
      Icon={Redo2}
      areWordsShown={areWordsShown}
      onClick={canRedo ? redo : null}
    />
  );
}

interface NamedButtonProps extends StepButtonProps {
  readonly name: string;
  /** What it would undo or redo, where that is an edit. */
  readonly words: string | null;
  readonly Icon: LucideIcon;
  /** Null: there is nothing to do now. */
  readonly onClick: (() => void) | null;
}

function StepButton({ name, words, Icon, areWordsShown, onClick }: NamedButtonProps) {
  const title = words === null ? name : `${name}: ${words}`;
  return (
    <button
      type="button"
      className={areWordsShown ? 'button' : 'button is-icon is-quiet'}
      {...(areWordsShown ? {} : { 'aria-label': name })}
      title={areWordsShown && words === null ? undefined : title}
      aria-disabled={onClick === null}
      onClick={onClick ?? undefined}
    >
      <Icon aria-hidden />
      {areWordsShown ? name : null}
    </button>
  );
}

interface MainButtonsProps extends StepButtonProps {
  readonly onDialog: (name: DialogName) => void;
}

export function MainButtons({ onDialog, areWordsShown }: MainButtonsProps) {
  return (
    <>
      <button
        type="button"
        className={areWordsShown ? 'button' : 'button is-foldable'}
        title={areWordsShown ? undefined : 'Open a history'}
        aria-haspopup="dialog"
        onClick={() => onDialog('open')}
      >
        <FolderOpen aria-hidden />
        <span>Open</span>
      </button>
      <ShareButton hasIcon={areWordsShown} onShare={() => onDialog('share')} />
      <button
        type="button"
        className={areWordsShown ? 'button' : 'button is-foldable'}
        title={areWordsShown ? undefined : 'Export'}
        aria-haspopup="dialog"
        onClick={() => onDialog('export')}
      >
        <Download aria-hidden />
        <span>Export</span>
      </button>
      <ThemeButton areWordsShown={areWordsShown} />
      <button
        type="button"
        className={`button ${areWordsShown ? '' : 'is-icon is-quiet'}`}
        {...(areWordsShown ? {} : { 'aria-label': 'Help', title: 'Help' })}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={() => onDialog('help')}
      >
        <CircleHelp aria-hidden />
        {areWordsShown ? 'Help' : null}
      </button>
    </>
  );
}

export const EDIT_BUTTON_ID = 'edit-history';

/** Forms stand where one otherwise reads, as long as it is pressed. */
export function EditButton({ areWordsShown }: StepButtonProps) {
  const isEditing = useApp((state) => state.isEditing);
  const setEditing = useApp((state) => state.setEditing);
  const isFixed = useApp((state) => state.history !== null && state.lendEngine()?.desk === null);
  const canEdit = useApp((state) => state.history !== null) && !isFixed;
  return (
    <button
      type="button"
      id={EDIT_BUTTON_ID}
      className={`button ${areWordsShown ? '' : 'is-icon is-quiet'}`}
      {...(areWordsShown
        ? { popoverTarget: 'header-more', popoverTargetAction: 'hide' }
        : {
            'aria-label': 'Edit',
            title: isFixed
              ? 'A history in a database is edited before it is loaded'
              : 'Edit the history',
          })}
      aria-pressed={isEditing}
      aria-disabled={!canEdit}
      onClick={canEdit ? () => setEditing(!isEditing) : undefined}
    >
      <Pencil aria-hidden />
      {areWordsShown ? 'Edit' : null}
    </button>
  );
}

export const BRIEFING_BUTTON_ID = 'make-briefing';

export interface BriefingButtonProps extends StepButtonProps {
  readonly isMaking: boolean;
  readonly onMake: () => void;
}

/** Opens and closes the panel in which scenes are made. */
export function BriefingButton({ isMaking, onMake, areWordsShown }: BriefingButtonProps) {
  return (
    <button
      type="button"
      id={BRIEFING_BUTTON_ID}
      className={`button ${areWordsShown ? '' : 'is-icon is-quiet'}`}
      {...(areWordsShown
        ? { popoverTarget: 'header-more', popoverTargetAction: 'hide' }
        : { 'aria-label': 'Briefing', title: 'Briefing: make scenes' })}
      aria-expanded={isMaking}
      onClick={onMake}
    >
      <ListVideo aria-hidden />
      {areWordsShown ? 'Briefing' : null}
    </button>
  );
}

export interface PresentButtonProps {
  readonly onPresent: () => void;
}

export function PresentButton({ onPresent }: PresentButtonProps) {
  const canPresent = useApp(({ briefing }) =>
    briefing.scenes.some(({ hidden }) => hidden !== true),
  );
  return (
    <button
      type="button"
      className="button is-primary"
      aria-keyshortcuts="p"
      aria-disabled={!canPresent}
      onClick={onPresent}
    >
      <Play aria-hidden />
      Present
    </button>
  );
}

const THEME_SIGNS: Readonly<Record<Theme, { readonly Icon: LucideIcon; readonly words: string }>> =
  {
    auto: { Icon: Monitor, words: 'as the system' },
    light: { Icon: Sun, words: 'light' },
    dark: { Icon: Moon, words: 'dark' },
  };

/** Goes through the themes; its description says which one holds, and changes aloud. */
function ThemeButton({ areWordsShown }: { readonly areWordsShown: boolean }) {
  const theme = usePreferences((state) => state.theme);
  const setTheme = usePreferences((state) => state.setTheme);
  const saidId = useId();
  const { Icon, words } = THEME_SIGNS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <>
      <button
        type="button"
        className={`button ${areWordsShown ? '' : 'is-icon is-quiet'}`}
        {...(areWordsShown ? {} : { 'aria-label': 'Theme', title: `Theme: ${words}` })}
        aria-describedby={saidId}
        onClick={() => setTheme(next)}
      >
        <Icon aria-hidden />
        {areWordsShown ? (
          <>
            Theme
            <span className="button-aside" aria-hidden>
              {words}
            </span>
          </>
        ) : null}
      </button>
      <span id={saidId} className="visually-hidden" aria-live="polite">
        {words}
      </span>
    </>
  );
}

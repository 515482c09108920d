import { useId } from 'react';
import {
  CircleHelp,
  FolderOpen,
  Monitor,
  Moon,
  Redo2,
  Sun,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useApp, usePreferences } from '../../state/hooks.tsx';
import { THEMES, type Theme } from '../../state/preferences.ts';
import type { DialogName } from './Header.tsx';
import { ShareButton } from './ShareButton.tsx';

/** Undo and redo. Without a step they stay where the focus finds them, and say that they do nothing. */
export function StepButtons() {
  const canUndo = useApp((state) => state.past.length > 0 || state.choices !== state.settled);
  const canRedo = useApp((state) => state.future.length > 0);
  const undo = useApp((state) => state.undo);
  const redo = useApp((state) => state.redo);
  return (
    <div className="button-pair">
      <IconButton name="Undo" Icon={Undo2} isOff={!canUndo} onClick={undo} />
      <IconButton name="Redo" Icon={Redo2} isOff={!canRedo} onClick={redo} />
    </div>
  );
}

interface IconButtonProps {
  readonly name: string;
  readonly Icon: LucideIcon;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function IconButton({ name, Icon, isOff, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button is-icon is-quiet"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    >
      <Icon aria-hidden />
    </button>
  );
}

interface MainButtonsProps {
  readonly onDialog: (name: DialogName) => void;
  /** In a menu every button says its name; in the bar the well-known signs do. */
  readonly areWordsShown: boolean;
}

export function MainButtons({ onDialog, areWordsShown }: MainButtonsProps) {
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        onClick={() => onDialog('open')}
      >
        {areWordsShown ? <FolderOpen aria-hidden /> : null}
        Open
      </button>
      <ShareButton hasIcon={areWordsShown} />
      <ThemeButton areWordsShown={areWordsShown} />
      <button
        type="button"
        className={`button ${areWordsShown ? '' : 'is-icon is-quiet'}`}
        aria-label="Help"
        title="Help"
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
        aria-label="Theme"
        aria-describedby={saidId}
        title={`Theme: ${words}`}
        onClick={() => setTheme(next)}
      >
        <Icon aria-hidden />
        {areWordsShown ? `Theme: ${words}` : null}
      </button>
      <span id={saidId} className="visually-hidden" aria-live="polite">
        {words}
      </span>
    </>
  );
}

/*
 * The panel in which a briefing is made, beside the page whose views it takes.
 * Knows: the document, the page's view. Must not know: the stage, where a briefing is kept.
 */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { useStore } from 'zustand/react';
import { addScene } from '../../document/sceneCommands.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { BriefingStore } from '../../state/briefingDocument.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { isTyping } from '../../ui/keymap.ts';
import { BriefingBar } from './BriefingBar.tsx';
import { SceneEditor } from './SceneEditor.tsx';
import { SceneList } from './SceneList.tsx';
import { useEventTitles } from './useEventTitles.ts';
import { usePageView } from './usePageView.ts';
import { chosenEvents } from './viewWords.ts';
import './making.css';

interface BriefingPanelProps {
  readonly onClose: () => void;
}

/** Until what was kept has been found, there is nothing to change. */
export function BriefingPanel({ onClose }: BriefingPanelProps) {
  const history = useApp((state) => state.history);
  const document = useApp((state) => state.briefing.document);
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      className="making"
      aria-label="Briefing"
      aria-busy={document === undefined}
      tabIndex={-1}
    >
      <div className="making-top">
        <h2>Briefing</h2>
        <Kept document={document} />
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label="Close briefing"
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
      </div>
      {document === undefined || history === null ? (
        <div className="making-body">
          <div className="waiting-block" style={{ blockSize: '12rem' }} />
        </div>
      ) : (
        <Making document={document} history={history} onClose={onClose} />
      )}
    </section>
  );
}

function Kept({ document }: { readonly document: BriefingStore | undefined }) {
  return (
    <span className="making-kept" aria-live="polite">
      {document === undefined ? 'Looking for it…' : <KeptWords document={document} />}
    </span>
  );
}

function KeptWords({ document }: { readonly document: BriefingStore }) {
  const { kind } = useStore(document, (state) => state.keeping);
  const isOwn = useStore(document, (state) => state.scenes !== state.original);
  switch (kind) {
    case 'kept':
      return isOwn ? 'Kept on this device' : 'As the history has it';
    case 'waiting':
      return 'Keeping…';
    case 'failed':
      return <strong className="making-alert">Not kept on this device</strong>;
    case 'overtaken':
      return <strong className="making-alert">Changed in another window too</strong>;
    default:
      return kind satisfies never;
  }
}

interface MakingProps {
  readonly document: BriefingStore;
  readonly history: DatasetAnswer;
  readonly onClose: () => void;
}

/** The list of scenes, or one of them open. */
function Making({ document, history, onClose }: MakingProps) {
  const store = useAppStore();
  const scenes = useStore(document, (state) => state.scenes);
  const { perform, undo, redo } = document.getState();
  const page = usePageView();
  const titles = useEventTitles(useMemo(() => scenes.flatMap(chosenEvents), [scenes]));
  const [open, setOpen] = useState<{ readonly id: string; readonly isNew: boolean } | null>(null);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ readonly id: string | null } | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const index = scenes.findIndex(({ id }) => id === open?.id);
  const scene = scenes[index];

  useEffect(() => {
    if (focus === null) return;
    const rows = body.current?.querySelectorAll<HTMLElement>('[data-scene]') ?? [];
    const row = Array.from(rows).find(({ dataset }) => dataset['scene'] === focus.id);
    (row ?? body.current)?.focus();
  }, [focus]);

  const add = (): void => {
    const { details } = store.getState();
    const title = details?.kind === 'event' ? details.title : 'New scene';
    const command = addScene(scenes, { title, view: page.present }, scene?.id ?? null);
    perform(command);
    setOpen({ id: command.id, isNew: true });
    setSaid(`Scene “${title}” was added.`);
  };
  const back = (): void => {
    setOpen(null);
    setFocus({ id: scene?.id ?? null });
  };
  /** Undo in the panel is the briefing's; while somebody types, it is the field's. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, target } = event;
    if (target instanceof Element && target.closest('[role="menu"]') !== null) return;
    if (key === 'Escape') {
      // The page's own Escape would close what is chosen there.
      event.preventDefault();
      if (scene === undefined) onClose();
      else back();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || key.toLowerCase() !== 'z' || isTyping(target)) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  };
  return (
    <div className="making-main" onKeyDown={onKeyDown} role="presentation">
      <BriefingBar document={document} title={history.title} onAdd={add} onSay={setSaid} />
      <div ref={body} className="making-body" tabIndex={-1}>
        {scene === undefined ? (
          <SceneList
            document={document}
            scenes={scenes}
            history={history}
            titles={titles}
            page={page}
            onOpen={(id) => setOpen({ id, isNew: false })}
            onSay={setSaid}
            onFocus={(id) => setFocus({ id })}
          />
        ) : (
          <SceneEditor
            key={scene.id}
            document={document}
            scene={scene}
            index={index}
            scenes={scenes}
            history={history}
            titles={titles}
            page={page}
            isNew={open?.isNew === true}
            onOpen={(id) => setOpen({ id, isNew: false })}
            onBack={back}
          />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/*
 * Where a history is edited: the form of what is chosen, or what else there is to do.
 * Knows: the selection, drafts that are not saved yet. Must not know: what a form holds, how an edit is applied.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ArrowLeft, X } from 'lucide-react';
import { RECORD_WORDS } from '../../document/history/commands.ts';
import type { Ref } from '../../engine/port.ts';
import type { HistoryEditor } from '../../state/appState.ts';
import { editorOf } from '../../state/historyEditor.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import type { Draft } from '../../document/history/draft.ts';
import { blank, draftOf, isChanged, targetKey, type Target } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { Home } from './Home.tsx';
import { RecordForm } from './RecordForm.tsx';
import './edit.css';

interface EditPanelProps {
  readonly onClose: () => void;
}

export function EditPanel({ onClose }: EditPanelProps): ReactNode {
  const store = useAppStore();
  const openings = useApp((state) => state.openings);
  const editor = useApp((state) => state.editor);
  // Another history has another editor.
  useEffect(() => {
    if (editor === null) editorOf(store);
  }, [store, editor]);
  return editor === null ? (
    <p className="edit-lead">This history cannot be changed here.</p>
  ) : (
    <Editing key={openings} editor={editor} onClose={onClose} />
  );
}

interface Open {
  readonly target: Target | null;
  /** The selection that it goes with: another one opens another form. */
  readonly of: Ref | null;
  /** It was opened here: its first field is written next. */
  readonly isFocusDue: boolean;
}

function Editing({
  editor,
  onClose,
}: EditPanelProps & { readonly editor: HistoryEditor }): ReactNode {
  const store = useAppStore();
  const selection = useApp((state) => state.choices.selection);
  const [open, setOpen] = useState<Open>({
    target: targetOf(selection),
    of: selection,
    isFocusDue: false,
  });
  const drafts = useApp((state) => state.drafts);
  const setDraft = useApp((state) => state.setDraft);
  const [said, setSaid] = useState('');
  if (!isSameRef(open.of, selection)) {
    setOpen({ target: targetOf(selection), of: selection, isFocusDue: false });
  }
  useUnsaved(Object.values(drafts).some(isChanged));
  const top = useRef<HTMLDivElement>(null);
  // Whoever came by a button that is gone now goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) top.current?.querySelector('h2')?.focus();
  }, []);

  const { target } = open;
  const key = target === null ? '' : targetKey(target);
  const { [key]: kept } = drafts;
  const dropDraft = (): void => setDraft(key, null);
  const goHome = (): void => {
    setOpen({ target: null, of: selection, isFocusDue: false });
  };
  const unsaved = Object.entries(drafts).filter(
    ([each, draft]) => each !== key && isChanged(draft),
  );
  return (
    <>
      <div ref={top} className="edit-top">
        {target === null ? (
          <h2 className="edit-title" tabIndex={-1}>
            Edit the history
          </h2>
        ) : (
          <>
            <button
              type="button"
              className="button is-icon is-quiet"
              aria-label="All there is to edit"
              title="All there is to edit"
              onClick={goHome}
            >
              <ArrowLeft aria-hidden />
            </button>
            <h2 className="edit-title" tabIndex={-1}>
              {target.key === null
                ? `New ${RECORD_WORDS[target.list]}`
                : `Edit ${RECORD_WORDS[target.list]}`}
            </h2>
          </>
        )}
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label="Stop editing"
          title="Stop editing"
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
      </div>
      <p className="edit-said" aria-live="polite">
        {said}
      </p>
      <div className="edit-body">
        {unsaved.map(([each, draft]) => (
          <p key={each} className="edit-unsaved">
            Not saved yet:{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => setOpen({ target: targetFrom(each), of: selection, isFocusDue: true })}
            >
              {nameIn(draft, each)}
            </button>
          </p>
        ))}
        {target === null ? (
          <Home
            editor={editor}
            onOpen={(next) => {
              setSaid('');
              setOpen({ target: next, of: selection, isFocusDue: true });
            }}
            onDone={setSaid}
          />
        ) : (
          <Loaded
            key={key}
            editor={editor}
            target={target}
            kept={kept ?? null}
            isFocusDue={open.isFocusDue}
            onDraft={(draft) => setDraft(key, draft)}
            onDone={(words, next) => {
              dropDraft();
              setSaid(words);
              const { selection: now } = store.getState().choices;
              const nextTarget = next === null ? null : { list: target.list, key: next };
              setOpen({ target: nextTarget, of: now, isFocusDue: false });
            }}
            onLeave={() => {
              dropDraft();
              if (target.key === null || !isChanged(kept ?? EMPTY)) goHome();
            }}
          />
        )}
      </div>
    </>
  );
}

const EMPTY: Draft = { original: {}, values: {}, along: [] };

interface LoadedProps {
  readonly editor: HistoryEditor;
  readonly target: Target;
  readonly kept: Draft | null;
  readonly isFocusDue: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: (said: string, next: string | null) => void;
  readonly onLeave: () => void;
}

/** The form once its record has come; what was written before stays as it was. */
function Loaded({ editor, target, kept, ...rest }: LoadedProps): ReactNode {
  const history = useApp((state) => state.history);
  const { list, key } = target;
  const [loaded, setLoaded] = useState<Draft | 'gone' | null>(() =>
    key === null ? draftOf(list, blank(fieldsOf(list))) : null,
  );
  useEffect(() => {
    if (key === null || history === null) return undefined;
    let isAwaited = true;
    // Again after each edit, which makes another `history`: an undo may have changed it.
    void editor
      .desk()
      .record(list, key)
      .then((record) => {
        if (isAwaited) setLoaded(record === null ? 'gone' : draftOf(list, record));
      });
    return () => {
      isAwaited = false;
    };
  }, [editor, list, key, history]);
  const draft = kept ?? loaded;
  if (draft === null) return <div className="edit-waiting" aria-busy="true" />;
  if (draft === 'gone') return <p className="edit-lead">This one is gone. Undo brings it back.</p>;
  return <RecordForm editor={editor} target={target} draft={draft} {...rest} />;
}

/** The browser asks before it leaves what was written and not saved. */
function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [isUnsaved]);
}

function targetOf(selection: Ref | null): Target | null {
  if (selection === null) return null;
  return { list: selection.kind === 'event' ? 'events' : 'actors', key: selection.id };
}

function targetFrom(text: string): Target | null {
  const list = (
    ['events', 'actors', 'places', 'themes', 'sources', 'ties', 'periods'] as const
  ).find((each) => text.startsWith(`${each}/`));
  if (list === undefined) return null;
  const key = text.slice(list.length + 1);
  return { list, key: key === 'new' ? null : list === 'ties' ? Number(key) : key };
}

function nameIn({ values }: Draft, key: string): string {
  const name = values['title'] ?? values['name'];
  return typeof name === 'string' && name !== ''
    ? name
    : `a new ${key.split('/')[0]?.slice(0, -1) ?? 'record'}`;
}

function isSameRef(a: Ref | null, b: Ref | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}

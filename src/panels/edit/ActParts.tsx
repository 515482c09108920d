/*
 * Deleting a record, and merging it into another: first what it comes to, then the act.
 * Knows: the editor, plans. Must not know: forms, how a plan is made.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Merge, Trash2 } from 'lucide-react';
import type { Result } from '../../base/result.ts';
import { deleteRecord, mergeRecords, RECORD_WORDS } from '../../document/history/commands.ts';
import type { MergedList, Plan } from '../../model/edits/plans.ts';
import type { RecordKey } from '../../model/edits/edits.ts';
import type { Problem } from '../../model/types.ts';
import type { HistoryEditor } from '../../state/appState.ts';
import type { Choices } from '../../state/choices.ts';
import { Finder } from './Finder.tsx';
import type { FormList } from './fields.ts';
import { deletionWords, mergeWords } from './planWords.ts';
import { sentenceOf } from './draft.ts';

interface PartProps {
  readonly editor: HistoryEditor;
  readonly name: string;
  /** Called when it is done, with what to show then. */
  readonly onDone: (said: string, next: string | null) => void;
}

interface DeletePartProps extends PartProps {
  readonly list: FormList;
  readonly recordKey: RecordKey;
}

export function DeletePart({ editor, list, recordKey, name, onDone }: DeletePartProps): ReactNode {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    setPlan(await editor.desk().plan({ kind: 'delete', list, key: recordKey }));
  };
  const called = name === '' ? `this ${RECORD_WORDS[list]}` : name;
  const act = async (made: Plan): Promise<void> => {
    const done = await editor
      .perform(deleteRecord(list, name, made), withoutSelection(list, recordKey))
      .then(failureOf, wordsOf);
    setFailure(done);
    if (done === null) onDone(`Deleted: ${called}`, null);
  };
  return plan === null ? (
    <button type="button" className="button is-quiet is-small" onClick={() => void ask()}>
      <Trash2 aria-hidden />
      Delete…
    </button>
  ) : (
    <Asking
      title={`Delete “${called}”?`}
      sentences={deletionWords(called, plan.effects)}
      failure={failure}
      words="Delete"
      onAct={() => void act(plan)}
      onLeave={() => setPlan(null)}
    />
  );
}

interface MergePartProps extends PartProps {
  readonly list: MergedList;
  readonly id: string;
  /** The one that it is to become; null while that is chosen. */
  readonly into: { readonly id: string; readonly name: string } | null;
}

export function MergePart({ editor, list, id, name, into, onDone }: MergePartProps): ReactNode {
  const [isOpen, setOpen] = useState(into !== null);
  const [chosen, setChosen] = useState(into);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (chosen === null) return undefined;
    let isAwaited = true;
    void editor
      .desk()
      .plan({ kind: 'merge', list, from: id, into: chosen.id })
      .then((made) => {
        if (isAwaited) setPlan(made);
      });
    return () => {
      isAwaited = false;
    };
  }, [editor, list, id, chosen]);
  const leave = (): void => {
    setOpen(false);
    setChosen(null);
    setPlan(null);
  };
  const act = async (
    made: Plan,
    other: { readonly id: string; readonly name: string },
  ): Promise<void> => {
    const done = await editor
      .perform(mergeRecords(name, other.name, made), merged(id, other.id))
      .then(failureOf, wordsOf);
    setFailure(done);
    if (done === null) onDone(`Merged: ${name} into ${other.name}`, other.id);
  };
  if (!isOpen) {
    return (
      <button type="button" className="button is-quiet is-small" onClick={() => setOpen(true)}>
        <Merge aria-hidden />
        Merge into another…
      </button>
    );
  }
  if (chosen === null || plan === null) {
    return (
      <div className="edit-asking" role="group" aria-label={`Merge “${name}” into another`}>
        <p className="edit-asking-title">Merge “{name}” into</p>
        <Finder
          attributes={{ 'aria-label': 'Merge into' }}
          list={list}
          placeholder="Find the other by name"
          except={[id]}
          onPick={(picked, called) => setChosen({ id: picked, name: called })}
          onMake={null}
        />
        <button type="button" className="button is-small" onClick={leave}>
          Cancel
        </button>
      </div>
    );
  }
  return (
    <Asking
      title={`Merge “${name}” into “${chosen.name}”?`}
      sentences={mergeWords(name, chosen.name, plan.effects)}
      failure={failure}
      words="Merge"
      onAct={() => void act(plan, chosen)}
      onLeave={leave}
    />
  );
}

interface AskingProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly failure: string | null;
  readonly words: string;
  readonly onAct: () => void;
  readonly onLeave: () => void;
}

function Asking({ title, sentences, failure, words, onAct, onLeave }: AskingProps): ReactNode {
  const act = useRef<HTMLButtonElement>(null);
  useEffect(() => act.current?.focus(), []);
  return (
    <div className="edit-asking" role="group" aria-label={title}>
      <p className="edit-asking-title">{title}</p>
      {sentences.map((sentence) => (
        <p key={sentence} className="edit-asking-words">
          {sentence}
        </p>
      ))}
      {failure === null ? null : (
        <p className="edit-problem" role="alert">
          {failure}
        </p>
      )}
      <div className="edit-buttons">
        <button ref={act} type="button" className="button is-small is-primary" onClick={onAct}>
          {words}
        </button>
        <button type="button" className="button is-small" onClick={onLeave}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** Why it was refused; null where it was done. */
function failureOf(done: Result<null, readonly Problem[]>): string | null {
  return done.ok ? null : done.error.map(sentenceOf).join(' ');
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was chosen of a record that is gone. */
function withoutSelection(list: FormList, key: RecordKey): (choices: Choices) => Choices {
  return (choices) => {
    const { selection } = choices;
    const isIt = selection !== null && `${selection.kind}s` === list && selection.id === key;
    return isIt ? { ...choices, selection: null } : choices;
  };
}

/** Whatever was chosen by the one is chosen by the other. */
function merged(from: string, into: string): (choices: Choices) => Choices {
  const moved = (ids: readonly string[]): readonly string[] =>
    ids.includes(from) ? [...new Set(ids.map((id) => (id === from ? into : id)))] : ids;
  return (choices) => ({
    ...choices,
    selection:
      choices.selection?.kind === 'actor' && choices.selection.id === from
        ? { kind: 'actor', id: into }
        : choices.selection,
    clauses: choices.clauses.map((clause) => ({
      ...clause,
      any: moved(clause.any),
      all: moved(clause.all),
      none: moved(clause.none),
    })),
  });
}

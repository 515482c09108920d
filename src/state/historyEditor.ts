/*
 * Edits of the history that is open: applied where it is held, shown in every view, undone and redone in one
 * order with the steps of choosing.
 * Knows: the store, the engine's desk, the log of edits. Must not know: forms, how edits are kept, React.
 */
import { fail, ok, type Result } from '../base/result.ts';
import * as log from '../document/history/log.ts';
import type { Act } from '../document/history/log.ts';
import type { HistoryDesk } from '../engine/port/desk.ts';
import { changeRecord, type AnyRecord, type HistoryCommand } from '../document/history/commands.ts';
import type { HistoryEdit, RecordKey, RecordList } from '../model/edits/edits.ts';
import type { Problem } from '../model/types.ts';
import type { AppState, HistoryEditor } from './appState.ts';
import type { Choices } from './choices.ts';
import { fitToHistory } from './fit.ts';
import type { AppStore } from './store.ts';

/** The editor of the history that is open, made when it is first wanted; null where it cannot be changed. */
export function editorOf(store: AppStore): HistoryEditor | null {
  const { editor, lendEngine } = store.getState();
  if (editor !== null) return editor;
  if (!(lendEngine()?.desk ?? null)) return null;
  const made = createEditor(store);
  store.setState({ editor: made });
  return made;
}

function createEditor(store: AppStore): HistoryEditor {
  const { openings } = store.getState();
  /** With a journal behind it where the history is kept on this device. */
  const desk = (): HistoryDesk => {
    const { kept, lendEngine } = store.getState();
    const present = kept?.getState().desk ?? lendEngine()?.desk;
    if (!present) throw new Error('This history cannot be changed.');
    return present;
  };
  /** One after the other: what comes meanwhile waits. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const mine = last.then(work).finally(() => {
      waiting -= 1;
    });
    // A failure is its own caller's to tell.
    last = mine.catch(() => undefined);
    return mine;
  };

  /** Applies it and shows it; `change` moves choices and log in the same moment. */
  const apply = async (
    edit: HistoryEdit,
    change: (inverse: HistoryEdit) => void,
  ): Promise<readonly Problem[]> => {
    const applied = await desk().edit(edit);
    if (!applied.ok) return applied.error;
    const history = await store.getState().lendEngine()?.dataset();
    // Another history has been opened meanwhile.
    if (history === undefined || store.getState().openings !== openings) return [];
    store.getState().refresh(() => {
      store.setState({ history });
      change(applied.value);
    });
    return [];
  };

  const perform = (
    { words, edit }: HistoryCommand,
    show: (choices: Choices) => Choices = (choices) => choices,
  ): Promise<Result<null, readonly Problem[]>> =>
    inTurn(async () => {
      const problems = await apply(edit, (inverse) => {
        store.getState().settle();
        const { past, history, choose } = store.getState();
        choose((now) => {
          const next = show(now);
          return history === null ? next : fitToHistory(next, history).choices;
        });
        const after = store.getState().past;
        const hasStep = after !== past;
        const act: Act = { words, edit, inverse, depth: after.length - (hasStep ? 1 : 0), hasStep };
        // Nor is there a way back to steps of choosing that were undone before.
        store.setState(({ edits }) => ({ edits: log.performed(edits, act), future: [] }));
      });
      return problems.length === 0 ? ok(null) : fail(problems);
    });

  const goBack = async (): Promise<void> => {
    const { edits, undoStep } = store.getState();
    const act = log.nextUndo(edits, countsOf(store.getState()));
    if (act === null) {
      undoStep();
      return;
    }
    await tell(
      apply(act.inverse, () => {
        const { past } = store.getState();
        if (act.hasStep && past.length > act.depth) undoStep();
        store.setState((now) => ({ edits: log.undone(now.edits) }));
      }),
    );
  };

  const goOn = async (): Promise<void> => {
    const { edits, redoStep } = store.getState();
    const act = log.nextRedo(edits, countsOf(store.getState()));
    if (act === null) {
      redoStep();
      return;
    }
    await tell(
      apply(act.edit, () => {
        if (act.hasStep) redoStep();
        store.setState((now) => ({ edits: log.redone(now.edits) }));
      }),
    );
  };

  /** There is no field beside which it could be told. */
  const tell = async (applied: Promise<readonly Problem[]>): Promise<void> => {
    let reason: string | null = null;
    try {
      const [problem] = await applied;
      if (problem !== undefined) reason = `Needed: ${problem.expected}. ${problem.remedy}`;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    if (reason !== null) {
      store.setState({
        notice: `That step could not be taken, and nothing was changed. ${reason}`,
      });
    }
  };

  /** Waits its turn behind edits on their way; a step of choosing by itself waits for nothing. */
  const take = (next: Act | null, go: () => Promise<void>): boolean => {
    if (next === null && waiting === 0) return false;
    void inTurn(go);
    return true;
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.openings !== openings) unsubscribe();
    else if (state.past === before.past) return;
    else {
      let { edits } = state;
      if (isOldestForgotten(state.past, before.past)) edits = log.lowered(edits);
      // As for steps of choosing: whoever goes another way does not come back to what was undone.
      if (isNewStep(state, before)) edits = log.ended(edits);
      if (edits !== state.edits) store.setState({ edits });
    }
  });

  return {
    desk,
    perform,
    undo: () => take(log.nextUndo(store.getState().edits, countsOf(store.getState())), goBack),
    redo: () => take(log.nextRedo(store.getState().edits, countsOf(store.getState())), goOn),
    undoWords: (state) => log.nextUndo(state.edits, countsOf(state))?.words ?? null,
    redoWords: (state) => log.nextRedo(state.edits, countsOf(state))?.words ?? null,
  };
}

/** Not one that was redone or undone. */
function isNewStep(state: AppState, before: AppState): boolean {
  const hasGrown = state.past.at(-1) === before.settled;
  return hasGrown && state.settled !== before.future[0];
}

/** Only so many steps of choosing are held (undo.ts). */
function isOldestForgotten(past: readonly Choices[], before: readonly Choices[]): boolean {
  return past.length === before.length && past.length > 1 && past[0] === before[1];
}

function countsOf({ past, future }: AppState): log.StepCounts {
  return { past: past.length, future: future.length };
}

/** Fields of a record, with undefined for "leave it out". */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Changes some fields of a record as it stands when its turn comes. `labels` are what the fields are called;
 * `along` comes into the history with it.
 */
export async function changeFields(
  editor: HistoryEditor,
  list: RecordList,
  key: RecordKey,
  fields: Fields,
  labels: readonly string[],
  along: readonly AnyRecord[] = [],
): Promise<Result<null, readonly Problem[]>> {
  const present = await editor.desk().record(list, key);
  if (present === null) {
    return fail([
      {
        place: list,
        found: 'nothing',
        expected: 'the record that was opened',
        remedy: 'It has been deleted meanwhile: undo that, or close the form.',
        severity: 'error',
      },
    ]);
  }
  const changed = Object.fromEntries(
    Object.entries({ ...present, ...fields }).filter(([, value]) => value !== undefined),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border behind the desk says whether it is one
  const record = { list, record: changed } as unknown as AnyRecord;
  return editor.perform(changeRecord(record, key, labels, along));
}

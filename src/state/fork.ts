/*
 * A store beside the page's: the same open history and engine, with choices of its own. It serves the
 * stage, miniatures, the presenter's previews and exports. Its address is not connected and nothing is measured.
 * Knows: the store. Must not know: React, what its pictures are for.
 */
import { ok } from '../base/result.ts';
import type { DatasetAnswer, Engine } from '../engine/port.ts';
import type { Choices } from './choices.ts';
import { createAppStore, type AppStore } from './store.ts';

export interface Fork {
  readonly store: AppStore;
  /** How many questions are on their way. */
  readonly pending: () => number;
  /** Drops what it has asked. The engine goes on for whoever lent it. */
  close(): void;
}

const UNMEASURED = { now: () => performance.now(), nextFrame: () => undefined };

/**
 * Choices that the history does not hold are left out and told in the fork's `notice`. The history stands
 * in it a moment later, as after any opening. Throws where the page's store has none open; whoever keeps a
 * fork closes it when the page's store has opened another.
 */
export function forkStore(of: AppStore, choices: Choices): Fork {
  const { history, source, lendEngine } = of.getState();
  const engine = lendEngine();
  if (engine === null || history === null || source === null) {
    throw new Error('There is no history yet whose store could be forked.');
  }
  const lent = lend(engine, history);
  const store = createAppStore({
    openSource: () => Promise.resolve(ok(lent.engine)),
    clock: UNMEASURED,
  });
  store.getState().open(source, { ...choices, presenting: null });
  return { store, pending: lent.pending, close: () => lent.engine.close() };
}

/** The same engine with an end of its own, which counts what it has been asked. */
function lend(
  engine: Engine,
  history: DatasetAnswer,
): { readonly engine: Engine; readonly pending: () => number } {
  const end = new AbortController();
  let pending = 0;
  const counted =
    <Q, A>(ask: (question: Q, signal?: AbortSignal) => Promise<A>) =>
    async (question: Q, signal?: AbortSignal): Promise<A> => {
      pending += 1;
      try {
        return await ask(question, signal ? AbortSignal.any([signal, end.signal]) : end.signal);
      } finally {
        pending -= 1;
      }
    };
  return {
    pending: () => pending,
    engine: {
      // What the history holds is here already.
      dataset: () => Promise.resolve(history),
      facets: counted((question, signal) => engine.facets(question, signal)),
      timeline: counted((question, signal) => engine.timeline(question, signal)),
      statistics: counted((question, signal) => engine.statistics(question, signal)),
      events: counted((question, signal) => engine.events(question, signal)),
      related: counted((highlight, signal) => engine.related(highlight, signal)),
      network: counted((question, signal) => engine.network(question, signal)),
      neighbours: counted((question, signal) => engine.neighbours(question, signal)),
      places: counted((question, signal) => engine.places(question, signal)),
      details: counted((ref, signal) => engine.details(ref, signal)),
      search: counted((question, signal) => engine.search(question, signal)),
      // A picture beside the page changes nothing.
      desk: null,
      close: () => end.abort(),
    },
  };
}

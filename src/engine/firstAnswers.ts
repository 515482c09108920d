/*
 * The first answers of a history, worked out when the program was built; and an engine that gives them
 * while the one that can answer everything is still being opened.
 * Knows: the port. Must not know: who worked them out, where they are kept, how the other engine is opened.
 */
import type {
  DatasetAnswer,
  Engine,
  FacetsAnswer,
  FacetsQuestion,
  StatisticsAnswer,
  StatisticsQuestion,
  TimelineAnswer,
  TimelineQuestion,
} from './port.ts';
import type { HistoryDesk } from './port/desk.ts';

interface Answered<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

/** What the page asks before its first picture stands, and what a local engine answers. */
export interface FirstAnswers {
  readonly dataset: DatasetAnswer;
  readonly facets: Answered<FacetsQuestion, FacetsAnswer>;
  /** Of a history of which every event is drawn by itself, so that it is the same at every width. */
  readonly timeline: Answered<TimelineQuestion, TimelineAnswer>;
  readonly statistics: Answered<StatisticsQuestion, StatisticsAnswer>;
}

/** Asks an engine the questions of the first answers: whether it says the same. */
export async function saysTheSame(first: FirstAnswers, engine: Engine): Promise<boolean> {
  const answers = await Promise.all([
    engine.dataset(),
    engine.facets(first.facets.question),
    engine.timeline(first.timeline.question),
    engine.statistics(first.statistics.question),
  ]);
  const before = [
    first.dataset,
    first.facets.answer,
    first.timeline.answer,
    first.statistics.answer,
  ];
  return isSame(answers, before);
}

/**
 * An engine that knows the first answers and hands every other question on. Once the other engine is there
 * it answers all of them: by then the history may have been changed.
 *
 * @param open opens the other engine, asked once, at the first question that needs it; where it rejects, so
 *   does what waits for it
 */
export function createFirstEngine(first: FirstAnswers, open: () => Promise<Engine>): Engine {
  let opened: Engine | null = null;
  let opening: Promise<Engine> | null = null;
  let isClosed = false;
  const openWhole = async (): Promise<Engine> => {
    opened = await open();
    if (isClosed) opened.close();
    return opened;
  };
  const whole = (): Promise<Engine> => (opening ??= openWhole());

  const answer = async <T>(
    known: T | null,
    ask: (engine: Engine) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    signal?.throwIfAborted();
    return opened === null && known !== null ? known : ask(opened ?? (await whole()));
  };
  const knownOf = <Q, A>(known: Answered<Q, A>, question: Q): A | null =>
    isSame(question, known.question) ? known.answer : null;
  const deskOf = async (): Promise<HistoryDesk> => {
    const { desk } = await whole();
    if (desk === null) throw new Error('This history cannot be changed.');
    return desk;
  };

  return {
    dataset: (signal) => answer(first.dataset, (engine) => engine.dataset(signal), signal),
    facets: (question, signal) =>
      answer(knownOf(first.facets, question), (engine) => engine.facets(question, signal), signal),
    timeline: (question, signal) => {
      const { widthPx } = first.timeline.question;
      return answer(
        knownOf(first.timeline, { ...question, widthPx }),
        (engine) => engine.timeline(question, signal),
        signal,
      );
    },
    statistics: (question, signal) =>
      answer(
        knownOf(first.statistics, question),
        (engine) => engine.statistics(question, signal),
        signal,
      ),
    events: (question, signal) => answer(null, (engine) => engine.events(question, signal), signal),
    related: (it, signal) => answer(null, (engine) => engine.related(it, signal), signal),
    network: (question, signal) =>
      answer(null, (engine) => engine.network(question, signal), signal),
    neighbours: (question, signal) =>
      answer(null, (engine) => engine.neighbours(question, signal), signal),
    places: (question, signal) => answer(null, (engine) => engine.places(question, signal), signal),
    details: (ref, signal) => answer(null, (engine) => engine.details(ref, signal), signal),
    search: (question, signal) => answer(null, (engine) => engine.search(question, signal), signal),
    desk: {
      edit: async (edit) => (await deskOf()).edit(edit),
      record: async (list, key) => (await deskOf()).record(list, key),
      plan: async (wish) => (await deskOf()).plan(wish),
      whole: async () => (await deskOf()).whole(),
    },
    close() {
      isClosed = true;
      opened?.close();
    },
  };
}

/** By value: what travels between page and worker may have its parts in another order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

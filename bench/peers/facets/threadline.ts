/*
 * Threadline's engine in its own worker, as the app opens it, asked what the others are asked.
 * Knows: the port. Must not know: what the engine does.
 */
import type { Engine, FacetsQuestion, Query } from '../../../src/engine/port.ts';
import { openWorkerEngine } from '../../../src/engine/workerEngine.ts';
import { asked } from '../frame.js';
// oxlint-disable-next-line import/default -- Vite makes it
import EngineWorker from './engineWorker.ts?worker';
import { answerFrom, countsOf, LISTED, type Answer } from './facets.js';
import type { Stamps } from './stampAnswers.ts';

const MINUTE_MS = 60_000;
/** More than any vocabulary here. */
const ALL = 100_000;

interface Names {
  readonly organisations: readonly string[];
  readonly themes: readonly string[];
  readonly places: readonly string[];
  readonly kinds: readonly string[];
}

await answerFrom(async () => {
  const size = asked('events');
  const response = await fetch(`./histories/${size}.names.json`);
  const names = (await response.json()) as Names;
  const worker = new EngineWorker();
  let stamps: Stamps[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<Partial<Stamps>>) => {
    const { heardMs, handedOverMs } = data;
    if (heardMs !== undefined && handedOverMs !== undefined) stamps.push({ heardMs, handedOverMs });
  });
  const url = new URL(`./histories/${size}.json`, document.baseURI).href;
  const opened = await openWorkerEngine(
    worker,
    { url, content: null },
    new AbortController().signal,
  );
  if (!opened.ok) throw new Error(opened.error.message);
  const engine: Engine = opened.value;
  const numbers = {
    theme: numbersOf(names.themes),
    place: numbersOf(names.places),
    kind: numbersOf(names.kinds),
  };
  return async (organisation): Promise<Answer> => {
    const query = queryOf(organisation === null ? undefined : names.organisations[organisation]);
    stamps = [];
    const [facets, events] = await Promise.all([
      engine.facets({ query, facets: FACETS }),
      engine.events({ query, sort: { by: 'date', isDescending: false }, offset: 0, limit: LISTED }),
    ]);
    const counts = (facet: keyof typeof numbers, length: number): number[] =>
      countsOf(
        length,
        (facets.facets.find((answer) => answer.facet === facet)?.values ?? []).map(
          ({ id, count }) => [numbers[facet].get(id) ?? -1, count] as const,
        ),
      );
    return {
      matched: facets.matched,
      themes: counts('theme', names.themes.length),
      places: counts('place', names.places.length),
      kinds: counts('kind', names.kinds.length),
      firstMinutes: events.rows.map(({ date }) => Math.round(date.startMs / MINUTE_MS)),
      engineMs:
        Math.max(...stamps.map(({ handedOverMs }) => handedOverMs)) -
        Math.min(...stamps.map(({ heardMs }) => heardMs)),
    };
  };
});

const FACETS: FacetsQuestion['facets'] = (['theme', 'place', 'kind'] as const).map((facet) => ({
  facet,
  find: '',
  limit: ALL,
}));

function queryOf(organisation: string | undefined): Query {
  return {
    clauses:
      organisation === undefined
        ? []
        : [{ facet: 'organisation', any: [organisation], all: [], none: [] }],
    during: null,
    words: '',
    includesParts: false,
  };
}

function numbersOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, i) => [id, i]));
}

/** An engine over packed events answers as one over the same events as objects. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAtOnce } from '../../../src/base/steps.ts';
import { createEditableEngine } from '../../../src/engine/local/editableEngine.ts';
import { Gatherer } from '../../../src/engine/local/gather.ts';
import { packedEngine } from '../../../src/engine/local/packedEngine.ts';
import { EVENT_COLUMNS, FACETS, type Engine, type Query } from '../../../src/engine/port.ts';
import { createLargeJson } from '../../../src/formats/largeJson.ts';
import type { HistoryEdit } from '../../../src/model/edits/edits.ts';
import { parseDataset } from '../../../src/model/parse.ts';
import type { Dataset, HistoryEvent } from '../../../src/model/types.ts';
import { aHistory, aQuery } from './arbitrary.ts';
import { between } from './ask.ts';
import { ALL_OF_IT } from './network/ask.ts';

/** What `aHistory` has none of: links, casts that name somebody twice, references that lead nowhere. */
const aLinkedHistory = fc
  .tuple(aHistory(40), fc.array(fc.nat(44), { minLength: 6, maxLength: 6 }))
  .map(([history, targets]): Dataset => ({
    ...history,
    events: history.events.map((event, i): HistoryEvent => {
      const link = { to: `e${targets[i % 6] ?? 0}`, kind: 'leads-to' } as const;
      const cast = [
        { actor: 'ada', part: 'mentioned' },
        { actor: 'unit' },
        { actor: 'ada' },
      ] as const;
      return {
        ...event,
        ...(i % 3 === 0 ? { links: [link, { ...link, kind: 'follows-up' }] } : {}),
        ...(i % 4 === 1 ? { actors: cast } : {}),
        ...(i % 7 === 6 ? { partOf: `e${targets[i % 5] ?? 0}` } : {}),
        ...(i % 11 === 10 ? { themes: ['nowhere', 'law'] } : {}),
      };
    }),
  }));

async function packedOver(history: Dataset, segmentBytes: number): Promise<Engine> {
  const json = createLargeJson(segmentBytes);
  json.take(new TextEncoder().encode(JSON.stringify(history)));
  const gatherer = new Gatherer();
  const read = await json.read(gatherer, () => Promise.resolve());
  if (!read.ok || 'dataset' in read.value) throw new Error('It was not read as it came.');
  return allAtOnce(packedEngine(read.value, gatherer));
}

function listedOver(history: Dataset): Engine {
  const read = parseDataset(JSON.parse(JSON.stringify(history)));
  if (!read.ok) throw new Error('It could not be read.');
  return createEditableEngine(read.value.dataset, read.value.warnings);
}

/** Everything that can be asked, with its answers. */
async function answersOf(engine: Engine, query: Query): Promise<unknown> {
  const window = between('2012-01-01', '2016-01-01');
  const lists = FACETS.map((facet) => ({ facet, find: '', limit: 20 }));
  const page = { query, offset: 0, limit: 50 };
  const rows = EVENT_COLUMNS.flatMap((by) =>
    [false, true].map((isDescending) => engine.events({ ...page, sort: { by, isDescending } })),
  );
  const ids = ['e0', 'e3', 'e4', 'e7', 'gone'];
  const questions = [
    engine.dataset(),
    engine.facets({ query, facets: lists }),
    ...(['theme', 'person', 'place', 'none'] as const).map((laneBy) =>
      engine.timeline({
        query,
        laneBy,
        window,
        widthPx: 500,
        rest: 'fade',
        marksLimit: 9,
        lanesLimit: 9,
        binPx: 9,
        keep: ['e4', 'gone'],
      }),
    ),
    engine.statistics({ query, over: window, bins: 5, actorsLimit: 3 }),
    ...rows,
    ...ids.map((id) => engine.related({ kind: 'event', id })),
    ...ids.map((id) => engine.details({ kind: 'event', id })),
    engine.details({ kind: 'actor', id: 'ada' }),
    engine.network({ ...ALL_OF_IT, query }),
    engine.network({ ...ALL_OF_IT, query, mode: 'events' }),
    engine.places({ query, window, placesLimit: 9, arcsLimit: 9 }),
    engine.search({ text: 'spee', limit: 9 }),
    engine.search({ text: 'met london', limit: 9 }),
  ];
  const { desk } = engine;
  if (desk === null) throw new Error('It cannot be changed.');
  const text = new TextDecoder().decode(await desk.whole());
  const records = await Promise.all([
    desk.record('events', 'e1'),
    desk.record('events', 2),
    desk.record('events', 'gone'),
    desk.record('actors', 'ada'),
    desk.plan({ kind: 'delete', list: 'events', key: 'e3' }),
  ]);
  return { answers: await Promise.all(questions), text, records };
}

describe('an engine over packed events', () => {
  it('answers every question as one over objects, before an edit and after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        aLinkedHistory,
        aQuery,
        fc.constantFrom(1, 300, 1 << 18),
        async (history, query, segmentBytes) => {
          const listed = listedOver(history);
          const packed = await packedOver(history, segmentBytes);
          expect(await answersOf(packed, query)).toEqual(await answersOf(listed, query));

          const record = { id: 'new', title: 'Speech anew', date: '2014', partOf: 'e0' };
          const edit: HistoryEdit = { kind: 'insert', list: 'events', at: 0, record };
          const before = packed.desk?.whole();
          const edited = packed.desk?.edit(edit);
          // Asked before the edit is through, and answered from what came of it.
          const found = packed.search({ text: 'anew', limit: 3 });
          expect(await edited).toEqual(await listed.desk?.edit(edit));
          // And a copy that was asked for before it is without it.
          expect(new TextDecoder().decode(await before)).not.toContain('Speech anew');
          expect((await found).found).toBe(history.events.length > 0 ? 1 : 0);
          expect(await answersOf(packed, query)).toEqual(await answersOf(listed, query));
        },
      ),
      { numRuns: 60 },
    );
  });
});

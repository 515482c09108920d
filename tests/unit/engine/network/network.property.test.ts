import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../../src/engine/local/localEngine.ts';
import {
  NETWORK_MODES,
  NODE_MEASURES,
  TIE_KINDS,
  type NetworkAnswer,
  type NetworkQuestion,
} from '../../../../src/engine/port/network.ts';
import { dateOf } from '../../../../src/model/dates.ts';
import type {
  Actor,
  Dataset,
  Edtf,
  HistoryEvent,
  Participation,
} from '../../../../src/model/types.ts';
import { aDate } from '../arbitrary.ts';
import { between } from '../ask.ts';
import { matches } from '../naive.ts';
import { ALL_OF_IT } from './ask.ts';

const RUNS = { numRuns: 200 };
/** Time enough for a machine that does something else besides. */
const TIMEOUT_MS = 120_000;

const IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const anId = fc.constantFrom(...IDS);
const maybeADate = fc.option(aDate, { nil: undefined });

const anActor = fc.record({
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  roles: fc.array(
    fc.record({ title: fc.constantFrom('Chair', 'Member'), organisation: anId, date: maybeADate }),
    {
      maxLength: 2,
    },
  ),
  partOf: fc.array(fc.record({ actor: anId, date: maybeADate }), { maxLength: 1 }),
});

const aPart: fc.Arbitrary<Participation> = fc.record({
  actor: anId,
  part: fc.constantFrom(
    'took-part' as const,
    'took-part' as const,
    'mentioned' as const,
    'expected' as const,
  ),
});

const anEvent = fc.record({
  date: aDate,
  status: fc.constantFrom('happened' as const, 'happened' as const, 'planned' as const),
  actors: fc.array(aPart, { maxLength: 5 }),
  themes: fc.uniqueArray(fc.constantFrom('t0', 't1'), { maxLength: 2 }),
  partOf: fc.option(fc.nat(30), { nil: undefined }),
});

/** Leaves out what is undefined: the model's optional fields are not there at all. */
function without<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const aNetwork: fc.Arbitrary<Dataset> = fc
  .record({
    actors: fc.tuple(...IDS.map(() => anActor)),
    events: fc.array(anEvent, { maxLength: 20 }),
    ties: fc.array(
      fc.record({ from: anId, to: anId, weight: fc.integer({ min: 1, max: 9 }), date: maybeADate }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ actors, events, ties }) =>
    without({
      version: 1 as const,
      title: 'Random',
      actors: actors.map(
        (actor, i): Actor => ({ id: IDS[i] ?? '', name: IDS[i] ?? '', ...actor }) as Actor,
      ),
      themes: [
        { id: 't0', name: 'T0' },
        { id: 't1', name: 'T1' },
      ],
      events: events.map((event, i) => ({
        ...event,
        id: `e${i}`,
        title: `E${i}`,
        // Of an earlier one in the file, so that there are no rings.
        partOf: event.partOf === undefined || i === 0 ? undefined : `e${event.partOf % i}`,
        // Absent and undefined are one to the engine, which is what this leaves open.
      })) as unknown as readonly HistoryEvent[],
      // As above.
      ties: ties as unknown as NonNullable<Dataset['ties']>,
    }),
  );

const aQuestion: fc.Arbitrary<NetworkQuestion> = fc.record({
  query: fc.constantFrom(ALL_OF_IT.query, {
    ...ALL_OF_IT.query,
    clauses: [{ facet: 'theme' as const, any: ['t0'], all: [], none: [] }],
  }),
  window: fc.option(
    fc.constantFrom(between('2013-01-01', '2014-01-01'), between('2014-06-01', '2016-01-01')),
  ),
  mode: fc.constantFrom(...NETWORK_MODES),
  ties: fc.subarray([...TIE_KINDS]),
  includesTentative: fc.boolean(),
  measure: fc.constantFrom(...NODE_MEASURES),
  hasCommunities: fc.boolean(),
  ego: fc.option(fc.record({ actor: anId, depth: fc.integer({ min: 1, max: 3 }) })),
  chain: fc.option(fc.record({ from: anId, to: anId })),
  nodesLimit: fc.constantFrom(1, 3, 100),
  tiesLimit: fc.constantFrom(0, 2, 100),
  keep: fc.subarray([...IDS], { maxLength: 2 }),
});

function isIn(window: NetworkQuestion['window'], date: Edtf | undefined): boolean {
  if (window === null || date === undefined) return true;
  const { startMs, endMs } = dateOf(date);
  return startMs < window.endMs && window.startMs < endMs;
}

function rootOf({ events }: Dataset, event: HistoryEvent): string {
  const whole = events.find(({ id }) => id === event.partOf);
  return whole === undefined ? event.id : rootOf({ events } as Dataset, whole);
}

/** "a b 2" and "a b 1?": who acted together, written down as plainly as possible. */
function naivePairs(history: Dataset, question: NetworkQuestion): readonly string[] {
  const pairs: string[] = [];
  const events = history.events.filter(
    (event) => matches(history, event, question.query) && isIn(question.window, event.date),
  );
  for (const a of IDS) {
    for (const b of IDS) {
      if (a >= b) continue;
      const took = (event: HistoryEvent, id: string) =>
        (event.actors ?? []).some(({ actor, part }) => actor === id && part === 'took-part');
      const named = (event: HistoryEvent, id: string) =>
        (event.actors ?? []).some(({ actor }) => actor === id);
      const roots = (list: readonly HistoryEvent[]) =>
        new Set(list.map((event) => rootOf(history, event))).size;
      const firm = roots(
        events.filter((event) => event.status === 'happened' && took(event, a) && took(event, b)),
      );
      const tentative = roots(events.filter((event) => named(event, a) && named(event, b)));
      if (firm > 0) pairs.push(`${a} ${b} ${firm}`);
      else if (tentative > 0 && question.includesTentative) pairs.push(`${a} ${b} ${tentative}?`);
    }
  }
  return pairs.toSorted();
}

function pairsOf({ nodes, ties }: NetworkAnswer): readonly string[] {
  return ties
    .filter(({ kind }) => kind === 'together')
    .map(({ from, to, weight, isTentative }) => {
      const ends = [nodes[from]?.id ?? '', nodes[to]?.id ?? ''].toSorted((a, b) =>
        a < b ? -1 : 1,
      );
      return `${ends.join(' ')} ${weight}${isTentative ? '?' : ''}`;
    })
    .toSorted();
}

const WHOLE = { mode: 'actors', ego: null, chain: null, nodesLimit: 100, tiesLimit: 1000 } as const;

describe('any network', { timeout: TIMEOUT_MS }, () => {
  it('has the pairs and weights that a plain count gives', async () => {
    await fc.assert(
      fc.asyncProperty(aNetwork, aQuestion, async (history, any) => {
        const question = { ...any, ...WHOLE, ties: TIE_KINDS };
        const answer = await createLocalEngine(history, []).network(question);
        expect(pairsOf(answer)).toEqual(naivePairs(history, question));
      }),
      RUNS,
    );
  });

  it('has no tie that is not valid, and none of a kind that was not asked for', async () => {
    await fc.assert(
      fc.asyncProperty(aNetwork, aQuestion, async (history, any) => {
        const question = { ...any, ...WHOLE };
        const { nodes, ties } = await createLocalEngine(history, []).network(question);
        for (const { from, to, kind, label, weight } of ties) {
          const [a, b] = [nodes[from]?.id ?? '', nodes[to]?.id ?? ''];
          expect(question.ties).toContain(kind);
          expect(a).not.toBe(b);
          const held = (history.actors ?? []).flatMap(({ id, roles = [], partOf = [] }) => [
            ...roles.map((role) => ({
              kind: 'role',
              ends: [id, role.organisation],
              label: role.title,
              weight: 1,
              date: role.date,
            })),
            ...partOf.map((part) => ({
              kind: 'part',
              ends: [id, part.actor],
              label: null,
              weight: 1,
              date: part.date,
            })),
          ]);
          const stated = (history.ties ?? []).map((tie) => ({
            kind: 'stated',
            ends: [tie.from, tie.to],
            label: null,
            weight: tie.weight ?? 1,
            date: tie.date,
          }));
          const behind = [...held, ...stated].filter(
            (tie) =>
              tie.kind === kind &&
              tie.ends.includes(a) &&
              tie.ends.includes(b) &&
              isIn(question.window, tie.date),
          );
          if (kind === 'together') continue;
          expect(behind.length).toBeGreaterThan(0);
          if (kind === 'role')
            expect(new Set(label?.split(', '))).toEqual(new Set(behind.map((tie) => tie.label)));
          expect(weight).toBe(
            kind === 'stated' ? behind.reduce((sum, tie) => sum + tie.weight, 0) : 1,
          );
        }
      }),
      RUNS,
    );
  });

  it('keeps to its limits and to itself', async () => {
    await fc.assert(
      fc.asyncProperty(aNetwork, aQuestion, async (history, question) => {
        const { nodes, ties, nodesTotal, tiesTotal, chain } = await createLocalEngine(
          history,
          [],
        ).network(question);
        const kept = question.keep.length + (chain === null ? 0 : chain.steps.length + 1) + 1;
        expect(nodes.length).toBeLessThanOrEqual(Math.max(question.nodesLimit, kept));
        expect(ties.length).toBeLessThanOrEqual(question.tiesLimit);
        expect(nodesTotal).toBeGreaterThanOrEqual(nodes.length);
        expect(tiesTotal).toBeGreaterThanOrEqual(ties.length);
        if (question.nodesLimit === 100) expect(nodesTotal).toBe(nodes.length);
        if (question.nodesLimit === 100 && question.tiesLimit === 100)
          expect(tiesTotal).toBe(ties.length);
        expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
        const pairs = ties.map(
          ({ from, to, kind }) => `${Math.min(from, to)} ${Math.max(from, to)} ${kind}`,
        );
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { from, to, weight } of ties) {
          expect(nodes[from]).toBeDefined();
          expect(nodes[to]).toBeDefined();
          expect(weight).toBeGreaterThan(0);
        }
        const values = nodes.map(({ value }) => value);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(1);
        expect(Math.min(0, ...values)).toBe(0);
      }),
      RUNS,
    );
  });

  it('is the same each time, whatever was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(
        aNetwork,
        fc.array(aQuestion, { maxLength: 4 }),
        async (history, questions) => {
          const engine = createLocalEngine(history, []);
          for (const question of [...questions, ...questions]) {
            const fresh = await createLocalEngine(history, []).network(question);
            expect(await engine.network(question)).toEqual(fresh);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has for each actor the neighbours that its ties say', async () => {
    await fc.assert(
      fc.asyncProperty(aNetwork, aQuestion, async (history, any) => {
        const question = { ...any, ...WHOLE };
        const engine = createLocalEngine(history, []);
        const { nodes, ties } = await engine.network(question);
        for (const actor of IDS) {
          const expected = new Map<string, number>();
          for (const { from, to, weight } of ties) {
            const [a, b] = [nodes[from]?.id ?? '', nodes[to]?.id ?? ''];
            const other = a === actor ? b : b === actor ? a : null;
            if (other !== null) expected.set(other, (expected.get(other) ?? 0) + weight);
          }
          const { neighbours, total } = await engine.neighbours({
            ...question,
            actor,
            limit: 9,
            eventsLimit: 9,
          });
          expect(new Map(neighbours.map(({ id, weight }) => [id, weight]))).toEqual(expected);
          expect(total).toBe(expected.size);
        }
      }),
      RUNS,
    );
  });

  it('has a chain as short as there is, of ties that are there', async () => {
    await fc.assert(
      fc.asyncProperty(aNetwork, aQuestion, anId, anId, async (history, any, from, to) => {
        const question = { ...any, ...WHOLE, chain: { from, to } };
        const { nodes, ties, chain } = await createLocalEngine(history, []).network(question);
        const links = ties.map(
          (tie) => [nodes[tie.from]?.id ?? '', nodes[tie.to]?.id ?? ''] as const,
        );
        // As many rounds as there are actors reach whoever can be reached.
        const distances = new Map([[from as string, 0]]);
        for (let round = 1; round <= IDS.length; round++) {
          for (const [a, b] of links) {
            if (distances.get(a) === round - 1 && !distances.has(b)) distances.set(b, round);
            if (distances.get(b) === round - 1 && !distances.has(a)) distances.set(a, round);
          }
        }
        expect(chain?.isConnected).toBe(distances.has(to));
        expect(chain?.steps).toHaveLength(distances.get(to) ?? 0);
        let at: string = from;
        for (const step of chain?.steps ?? []) {
          expect(step.from.id).toBe(at);
          at = step.to.id;
          expect(links.some((ends) => ends.includes(step.from.id) && ends.includes(at))).toBe(true);
          expect(step.ties.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});

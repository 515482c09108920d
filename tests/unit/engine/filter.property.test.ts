import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { FACETS } from '../../../src/engine/port.ts';
import { aHistory, aQuery } from './arbitrary.ts';
import { idsOf } from './ask.ts';
import { matches, valuesOf } from './naive.ts';

const RUNS = { numRuns: 300 };
/** Time enough for a machine that does something else besides. */
const TIMEOUT_MS = 120_000;

describe('the engine against a plain reading of the query', { timeout: TIMEOUT_MS }, () => {
  it('finds the same events', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory(), aQuery, async (history, query) => {
        const expected = history.events.filter((event) => matches(history, event, query));
        const found = await idsOf(createLocalEngine(history, []), query);
        expect(found.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      }),
      RUNS,
    );
  });

  it('finds the same whatever was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory(), fc.array(aQuery, { maxLength: 6 }), async (history, queries) => {
        const engine = createLocalEngine(history, []);
        for (const query of [...queries, ...queries]) {
          const expected = history.events.filter((event) => matches(history, event, query));
          const found = await idsOf(engine, query);
          expect(found.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts for each value what choosing it would give', async () => {
    await fc.assert(
      fc.asyncProperty(
        aHistory(),
        aQuery,
        fc.constantFrom(...FACETS),
        async (history, query, facet) => {
          const question = { facet, find: '', limit: 100 };
          const answer = await createLocalEngine(history, []).facets({
            query,
            facets: [question],
          });
          const others = {
            ...query,
            clauses: query.clauses.filter((clause) => clause.facet !== facet),
          };
          for (const { id, count, total } of answer.facets[0]?.values ?? []) {
            const having = history.events.filter((event) =>
              valuesOf(history, event, facet, query.includesParts).has(id),
            );
            expect(total).toBe(having.length);
            expect(count).toBe(having.filter((event) => matches(history, event, others)).length);
          }
          expect(answer.matched).toBe(
            history.events.filter((event) => matches(history, event, query)).length,
          );
        },
      ),
      RUNS,
    );
  });
});

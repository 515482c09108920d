import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { cleanCheck } from '../../../src/model/cleanCheck.ts';
import { actorSchema, eventSchema, placeSchema, sourceSchema } from '../../../src/model/schema.ts';

const RUNS = { numRuns: 1000 };

/** Something good mostly, something bad now and then. */
const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: good, weight: 12 },
    { arbitrary: fc.oneof(fc.jsonValue(), fc.constant(undefined)), weight: 1 },
  );
const text = fc.string({ maxLength: 8 });
const id = fc.constantFrom('a', 'b', '__proto__', '');

const event = fc.record(
  {
    id: mostly(id),
    title: mostly(text),
    date: mostly(text),
    status: mostly(fc.constantFrom('happened', 'planned', 'done')),
    weight: mostly(fc.oneof(fc.integer({ min: -1, max: 6 }), fc.double())),
    order: mostly(fc.double()),
    places: mostly(fc.array(mostly(id))),
    actors: mostly(
      fc.array(
        fc.record(
          { actor: mostly(id), inferred: mostly(fc.boolean()), part: mostly(text), x: text },
          { requiredKeys: [] },
        ),
      ),
    ),
    unknown: text,
  },
  { requiredKeys: ['id', 'title', 'date'] },
);

const source = fc.record(
  {
    id: mostly(id),
    title: mostly(text),
    url: mostly(fc.oneof(fc.webUrl(), fc.constantFrom('https://', 'javascript:x', 'http://a b'))),
    number: mostly(fc.double()),
  },
  { requiredKeys: ['id', 'title'] },
);

const place = fc.record(
  {
    id: mostly(id),
    name: mostly(text),
    latitude: mostly(fc.double({ min: -100, max: 100 })),
    country: mostly(text),
  },
  { requiredKeys: ['id', 'name'] },
);

describe('what passes at a glance passes the schema, unchanged', () => {
  test.each([
    ['events', eventSchema, event],
    ['sources', sourceSchema, source],
    ['places', placeSchema, place],
    ['anything as an actor', actorSchema, fc.anything()],
  ] as const)('%s', (_, schema, arbitrary: fc.Arbitrary<unknown>) => {
    const isClean = cleanCheck(schema);
    fc.assert(
      fc.property(arbitrary, (value) => {
        if (!isClean(value)) return;
        const read = safeParse(schema, value);
        expect(read.success).toBe(true);
        expect(read.output).toEqual(value);
      }),
      RUNS,
    );
  });
});

test('an event in order passes at a glance, or all of this would gain nothing', () => {
  const isClean = cleanCheck(eventSchema);
  const bundled = JSON.parse(
    readFileSync(new URL('../../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
  ) as { events: unknown[] };
  expect(bundled.events.filter((value) => !isClean(value))).toEqual([]);
  expect(isClean({ id: 'a', title: 'A', date: '2013', unknown: 1 })).toBe(false);
  expect(isClean({ id: 'a', title: 'A' })).toBe(false);
});

test('a source with an address waits for the schema, which alone can tell', () => {
  const isClean = cleanCheck(sourceSchema);
  expect(isClean({ id: 'a', title: 'A' })).toBe(true);
  expect(isClean({ id: 'a', title: 'A', url: 'https://example.org/' })).toBe(false);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '../../../src/model/canonicalJson.ts';
import { parseDataset } from '../../../src/model/parse.ts';
import type { Dataset } from '../../../src/model/types.ts';
import { anyHistory } from '../formats/write/anyHistory.ts';

function parsed(text: string): Dataset {
  const read = parseDataset(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems));
  return read.value.dataset;
}

/** The same history with the keys of each record the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

const bundled = readFileSync(
  new URL('../../../public/datasets/weprotect.json', import.meta.url),
  'utf8',
);

describe('the project’s own JSON', () => {
  test('of the bundled history is that file, to the letter', () => {
    expect(canonicalJson(parsed(bundled))).toBe(bundled);
  });

  test('of the same history is the same text, in whatever order its keys came', () => {
    const other = JSON.stringify(reversed(JSON.parse(bundled)));
    expect(canonicalJson(parsed(other))).toBe(bundled);
  });

  test('reads back as it was, whatever stands in it, also as bytes', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const text = new TextDecoder().decode(canonicalBytes(history, history.events));
        expect(parsed(text)).toEqual(history);
        expect(canonicalJson(parsed(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('changes by the lines of what was changed', () => {
    const before = canonicalJson(parsed(bundled)).split('\n');
    const changed = parsed(bundled);
    const events = changed.events.map((event, i) =>
      i === 3 ? { ...event, title: 'Another title' } : event,
    );
    const after = canonicalJson({ ...changed, events }).split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, i) => line !== before[i])).toEqual([
      '      "title": "Another title",',
    ]);
  });
});

/** Files of the project's own JSON, good ones and all sorts of bad ones, as texts and as bytes in pieces. */
import fc from 'fast-check';
import type { Bytes } from '../../../src/formats/fetchPieces.ts';

/** Something good mostly, something bad now and then. */
const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: good, weight: 24 },
    { arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(null)), weight: 1 },
  );

/** Words that are more than ASCII, that need escapes, that turn the writing direction. */
const words = fc.constantFrom(
  'Speech',
  'Réunion “à” Wien',
  '東京 🎌',
  'brackets ]}[{ and "events": [',
  'a \\ b \\" c',
  'tab\t line\n',
  '\u202Eturned',
  'half \uD83D',
  '…\u2028',
  '',
);
const eventId = fc.oneof(
  fc.nat(30).map((i) => `e${i}`),
  fc.constantFrom('é', '"', '🎌'),
);
const otherId = fc.constantFrom('a', 'b', 'c', 'gone');

const anEvent = fc.record(
  {
    id: mostly(eventId),
    title: mostly(words),
    date: mostly(fc.constantFrom('2014', '2014-02-30', 'soon', '2013-01-05/2014-06')),
    summary: mostly(words),
    weight: mostly(fc.integer({ min: 0, max: 6 })),
    partOf: mostly(eventId),
    actors: mostly(fc.array(fc.record({ actor: mostly(otherId) }), { maxLength: 3 })),
    places: mostly(fc.array(otherId, { maxLength: 3 })),
    themes: mostly(fc.array(otherId, { maxLength: 2 })),
    links: mostly(
      fc.array(fc.record({ to: eventId, kind: mostly(fc.constant('leads-to')) }), { maxLength: 2 }),
    ),
    citations: mostly(fc.array(fc.record({ source: otherId, quote: words }), { maxLength: 1 })),
    events: fc.constant([1, 2]),
  },
  { requiredKeys: ['id', 'title', 'date'] },
);

const named = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });
const LISTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  actors: named.map((ids) =>
    ids.map((id, i) => ({ id, name: `Actor ${id}`, kind: i === 0 ? 'person' : 'organisation' })),
  ),
  places: named.map((ids) => ids.map((id) => ({ id, name: id }))),
  themes: named.map((ids) => ids.map((id) => ({ id, name: id }))),
  sources: named.map((ids) => ids.map((id) => ({ id, title: id }))),
  ties: fc.array(fc.record({ from: otherId, to: otherId }), { maxLength: 2 }),
  periods: fc.constant([{ id: 'p', title: 'Period', date: '2014' }]),
  unknown: fc.constant({ events: [{ id: 'e0' }] }),
};

/** Keys with their values as JSON, in any order, some of them twice. */
const entries = fc
  .record(
    {
      version: mostly(fc.constant(1)),
      title: mostly(words),
      events: mostly(fc.array(mostly(anEvent), { maxLength: 12 })),
      ...LISTS,
    },
    { requiredKeys: ['version', 'title', 'events'] },
  )
  .chain((file) => {
    const all = Object.entries(file);
    return fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.oneof(
          { arbitrary: fc.constant([]), weight: 9 },
          { arbitrary: fc.subarray(all, { maxLength: 2 }), weight: 1 },
        ),
      )
      .map(([once, again]) => [...once, ...again]);
  });

const space = fc.constantFrom('', '', ' ', '\n', '\r\n\t ');

/** A text that a stranger's program could have written: indented or not, escaped or not, cut off or not. */
export const aFile: fc.Arbitrary<string> = fc
  .record({
    file: entries,
    indent: fc.constantFrom(0, 2),
    gap: space,
    isAscii: fc.boolean(),
    escapesKeys: fc.integer({ min: 0, max: 19 }),
    damage: fc.oneof(
      { arbitrary: fc.constant(null), weight: 6 },
      {
        arbitrary: fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          instead: fc.constantFrom('', ',', ']', '}', '"', '[', 'x', '\u0001', '\u00A0'),
          keeps: fc.constantFrom('rest', 'nothing'),
        }),
        weight: 2,
      },
    ),
    around: fc.constantFrom(['', ''], ['', '\n'], ['\uFEFF', ''], ['', ' {}'], ['[', ']']),
  })
  .map(({ file, indent, gap, isAscii, escapesKeys, damage, around: [before, after] }) => {
    const members = file.map(([key, value], i) => {
      const name = JSON.stringify(key);
      const shown = i === escapesKeys ? name.replace('e', String.raw`\u0065`) : name;
      return `${gap}${shown}${gap}:${gap}${JSON.stringify(value, null, indent)}${gap}`;
    });
    const json = `{${members.join(',')}}`;
    const text = isAscii ? json.replaceAll(/[^ -~\s]/gu, escaped) : json;
    if (damage === null) return `${before}${text}${after}`;
    const at = Math.floor(damage.at * text.length);
    const rest = damage.keeps === 'rest' ? text.slice(at + 1) : '';
    return `${before}${text.slice(0, at)}${damage.instead}${rest}${after}`;
  });

function escaped(letter: string): string {
  return Array.from(
    { length: letter.length },
    (_, i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** The same bytes in pieces of the given sizes, over and over. */
export function piecesOf(bytes: Bytes, sizes: readonly number[]): readonly Bytes[] {
  const pieces: Bytes[] = [];
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const to = at + (sizes[i % sizes.length] ?? 1);
    pieces.push(bytes.slice(at, to));
    at = to;
  }
  return pieces;
}

/*
 * Histories for asking two engines about: made up, and with what no made-up one has.
 * Knows: the model, the generator. Must not know: engines, servers.
 */
import { madeUpHistory, randomFrom } from '../../bench/madeUpHistory.ts';
import { parseDataset } from '../../src/model/parse.ts';
import type { Dataset, HistoryEvent } from '../../src/model/types.ts';

/** What crosses the border as a file would. */
function readHistory(value: unknown): Dataset {
  const read = parseDataset(value);
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems.slice(0, 3)));
  return read.value.dataset;
}

const ODD_DATES = [
  '-0044-03-15',
  'Y-170000002',
  '2014-12~',
  '[2013-11-18..]',
  '[..2014-04]',
  '2013-12-13/..',
  '1850/1950',
  '2014-21',
  '201X',
  'XXXX',
  '1985-04-12T23:20:30Z',
];
const ODD_TITLES = [
  "It's a 'quoted' \\ title; DROP TABLE events --",
  'Émile – “Été” à Zürich',
  '東京 会議 2 of 10',
  'Tab\tand\nline',
  '100 % {brackets} ${dollar} `ticks`',
  '😀 smile',
];
const STATUSES = ['happened', 'planned', 'unconfirmed', 'cancelled', 'postponed'] as const;

/** A made-up history with parts, roles, ties, odd dates and odd titles. */
export function oddHistory(events: number, seed: number): Dataset {
  const random = randomFrom(seed * 7919);
  const base = madeUpHistory({ events, seed });
  const { actors = [], places = [], themes = [] } = base;
  const actor = (): string => actors[Math.floor(random() ** 2 * actors.length)]?.id ?? '';
  const odd = (event: HistoryEvent, i: number): HistoryEvent => ({
    ...event,
    ...(i % 23 === 0 ? { date: ODD_DATES[(i / 23) % ODD_DATES.length] ?? '2000' } : {}),
    ...(i % 41 === 0 ? { title: ODD_TITLES[(i / 41) % ODD_TITLES.length] ?? '' } : {}),
    ...(i % 7 === 0 ? { status: STATUSES[Math.floor(random() * 5)] ?? 'happened' } : {}),
    ...(i % 31 === 0 ? { actors: [] } : {}),
    ...(i % 37 === 0 ? { themes: [] } : {}),
    ...(i % 11 === 0 ? { places: [...new Set([`p${i % 6}`, `p${(i * 7) % places.length}`])] } : {}),
    ...(i % 13 === 0 && i > 0 ? { partOf: `e${Math.floor(i / 2)}`, order: i % 3 } : {}),
    ...(i % 17 === 0
      ? { links: [{ to: `e${Math.floor(random() * events)}`, kind: 'announces' }] }
      : {}),
  });
  return readHistory({
    ...base,
    actors: actors.map((each, i) => ({
      ...each,
      ...(i % 9 === 0 ? { aliases: [`Alias ${i}`, 'The Été Group'] } : {}),
      ...(i % 5 === 0
        ? { roles: [{ title: `Chair ${i}`, organisation: actor(), date: '2000/2010' }] }
        : {}),
      ...(i % 8 === 3 && i > 4
        ? { partOf: [{ actor: `a${i - 3}`, date: '1995/2008' }, { actor: `a${i - 4}` }] }
        : {}),
    })),
    themes: [...themes, { id: 'narrow', name: 'Narrow theme', broader: themes[0]?.id }],
    ties: Array.from({ length: 30 }, (_, i) => ({
      from: actor(),
      to: actor(),
      kind: i % 2 === 0 ? 'ally' : 'donor',
      weight: 1 + (i % 4),
      ...(i % 3 === 0 ? { date: '2001/2005' } : {}),
    })),
    periods: [{ id: 'early', title: 'Early', date: '1990/1999' }],
    events: base.events.map(odd),
  });
}

/*
 * The one string form of choices: the address after '#', a saved view, a scene's view, a message.
 * Knows: choices and how text is escaped. Must not know: the address bar, the store, the history.
 *
 *   v=1&lanes=place&org=google,microsoft&org.not=x&from=2013-06-01&to=2014-02-01&q=words&sel=event:id
 *   &scene=pledges&step=1
 *
 * What is at its default is left out. Unknown keys are ignored; a value that cannot be read falls
 * back to the default and is reported in words. Any text can be decoded: nothing here throws.
 */
import { FACETS, LANE_FACETS, type Clause, type FacetName, type Ref } from '../engine/port.ts';
import { DEFAULT_CHOICES, type Choices } from './choices.ts';
import {
  readArrangement,
  readMap,
  readNetwork,
  readSplit,
  readTable,
  viewPairs,
  type PairReader,
} from './codecViews.ts';
import { escapeText, joinList, splitList, unescapeText } from './escape.ts';
import { formatInstant, formatInterval, parseInstant, parseInterval } from './instants.ts';

const CODEC_VERSION = 1;

export interface Decoded {
  readonly choices: Choices;
  /** What could not be taken over, each a sentence for the user. */
  readonly problems: readonly string[];
}

/** Far more than anyone chooses by hand; an address from a stranger may hold a million. */
export const VALUES_LIMIT = 500;
export const WORDS_LIMIT = 1000;

type Pairs = ReadonlyMap<string, string>;

/** From a version to the next: what an address of that age must be rewritten to. */
const UPGRADES: ReadonlyMap<number, (pairs: Pairs) => Pairs> = new Map();

const FACET_KEYS: Readonly<Record<FacetName, string>> = {
  organisation: 'org',
  person: 'person',
  place: 'place',
  theme: 'theme',
  sector: 'sector',
  kind: 'kind',
  status: 'status',
};
/** In this order: a value that stands in several is used in the first way. */
const USES = [
  ['any', ''],
  ['all', '.all'],
  ['none', '.not'],
] as const;
const RESTS = ['fade', 'hide'] as const;
const YES_NO = ['yes', 'no'] as const;

export function encodeChoices(choices: Choices): string {
  const pairs: (readonly [string, string])[] = [['v', String(CODEC_VERSION)]];
  const addUnless = (fallback: string, key: string, value: string): void => {
    if (value !== fallback) pairs.push([key, value]);
  };
  const { window, during, selection, presenting } = choices;
  pairs.push(...viewPairs(choices));
  addUnless(DEFAULT_CHOICES.laneBy, 'lanes', choices.laneBy);
  for (const clause of choices.clauses) {
    for (const [use, suffix] of USES) {
      if (clause[use].length > 0) {
        pairs.push([FACET_KEYS[clause.facet] + suffix, joinList(clause[use])]);
      }
    }
  }
  if (window !== null) {
    pairs.push(['from', formatInstant(window.startMs)], ['to', formatInstant(window.endMs)]);
  }
  if (during !== null) pairs.push(['during', formatInterval(during)]);
  addUnless(DEFAULT_CHOICES.words, 'q', escapeText(choices.words));
  addUnless('yes', 'parts', choices.includesParts ? 'yes' : 'no');
  addUnless(DEFAULT_CHOICES.rest, 'rest', choices.rest);
  if (selection !== null) pairs.push(['sel', `${selection.kind}:${escapeText(selection.id)}`]);
  if (presenting !== null) {
    pairs.push(['scene', escapeText(presenting.scene)]);
    addUnless('0', 'step', String(presenting.step));
  }
  return pairs.map(([key, value]) => `${key}=${value}`).join('&');
}

/** Reads what encodeChoices wrote, now or in an earlier version, with or without a leading '#'. */
export function decodeChoices(text: string): Decoded {
  const problems: string[] = [];
  const pairs = upgraded(pairsOf(text), problems);

  const oneOf = <T extends string>(key: string, values: readonly T[], fallback: T): T => {
    const raw = pairs.get(key);
    if (raw === undefined) return fallback;
    const value = unescapeText(raw);
    const known = values.find((candidate) => candidate === value);
    if (known === undefined)
      problems.push(`“${key}=${clipped(value)}” is none of ${values.join(', ')}.`);
    return known ?? fallback;
  };

  const reader: PairReader = {
    raw: (key) => pairs.get(key),
    oneOf,
    tell: (problem) => problems.push(problem),
  };
  const choices: Choices = {
    views: readArrangement(reader),
    split: readSplit(reader),
    network: readNetwork(reader),
    map: readMap(reader),
    table: readTable(reader),
    laneBy: oneOf('lanes', LANE_FACETS, DEFAULT_CHOICES.laneBy),
    window: windowOf(pairs, problems),
    clauses: FACETS.map((facet) => clauseOf(facet, pairs, problems)).filter(
      (clause) => clause !== null,
    ),
    during: duringOf(pairs, problems),
    words: wordsOf(pairs, problems),
    includesParts: oneOf('parts', YES_NO, 'yes') === 'yes',
    rest: oneOf('rest', RESTS, DEFAULT_CHOICES.rest),
    selection: selectionOf(pairs, problems),
    presenting: presentingOf(pairs),
  };
  return { choices, problems };
}

// ── Steps of decoding ────────────────────────────────────────────────────────────────────────────

/** The pairs as they stand, values still escaped; of a key given twice the last one counts. */
function pairsOf(text: string): Pairs {
  const pairs = new Map<string, string>();
  for (const pair of text.replace(/^#/, '').split('&')) {
    const cut = pair.indexOf('=');
    if (cut > 0) pairs.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
  return pairs;
}

/** The pairs in the words of this version; an address without a version is of the first. */
function upgraded(pairs: Pairs, problems: string[]): Pairs {
  const raw = pairs.get('v') ?? '1';
  const version = /^[1-9]\d{0,5}$/.test(raw) ? Number(raw) : null;
  if (version === null) {
    problems.push(`“v=${clipped(raw)}” is no version; the rest was read as version 1.`);
  } else if (version > CODEC_VERSION) {
    problems.push(
      'The address comes from a newer version of the program; what could be read is shown.',
    );
  }
  let present = pairs;
  for (let from = version ?? 1; from < CODEC_VERSION; from += 1) {
    present = UPGRADES.get(from)?.(present) ?? present;
  }
  return present;
}

function windowOf(pairs: Pairs, problems: string[]): Choices['window'] {
  const [from, to] = [pairs.get('from'), pairs.get('to')];
  if (from === undefined && to === undefined) return DEFAULT_CHOICES.window;
  const startMs = parseInstant(unescapeText(from ?? ''));
  const endMs = parseInstant(unescapeText(to ?? ''));
  if (startMs !== null && endMs !== null && startMs < endMs) return { startMs, endMs };
  problems.push(
    'The stretch of time needs “from” and “to”, such as from=2013-06-01&to=2014-02-01, the earlier one first.',
  );
  return DEFAULT_CHOICES.window;
}

function duringOf(pairs: Pairs, problems: string[]): Choices['during'] {
  const raw = pairs.get('during');
  if (raw === undefined) return DEFAULT_CHOICES.during;
  const during = parseInterval(unescapeText(raw));
  if (during === null) {
    problems.push(
      `“during=${clipped(unescapeText(raw))}” is no range such as 2014-01-01/2014-06-01.`,
    );
  }
  return during;
}

function wordsOf(pairs: Pairs, problems: string[]): string {
  const words = unescapeText(pairs.get('q') ?? DEFAULT_CHOICES.words);
  if (words.length <= WORDS_LIMIT) return words;
  problems.push(`Of the words in the address only the first ${WORDS_LIMIT} letters are used.`);
  return words.slice(0, WORDS_LIMIT);
}

function clauseOf(facet: FacetName, pairs: Pairs, problems: string[]): Clause | null {
  const seen = new Set<string>();
  const idsOf = (suffix: string): readonly string[] => {
    const raw = pairs.get(FACET_KEYS[facet] + suffix);
    if (raw === undefined) return [];
    const all = [...new Set(splitList(raw))].filter((id) => !seen.has(id));
    const ids = all.slice(0, VALUES_LIMIT);
    if (ids.length < all.length) {
      problems.push(`Of the values for ${facet} only the first ${VALUES_LIMIT} are used.`);
    }
    for (const id of ids) seen.add(id);
    return ids;
  };
  const clause: Clause = { facet, any: idsOf(''), all: idsOf('.all'), none: idsOf('.not') };
  return seen.size === 0 ? null : clause;
}

function selectionOf(pairs: Pairs, problems: string[]): Ref | null {
  const raw = pairs.get('sel');
  if (raw === undefined) return DEFAULT_CHOICES.selection;
  const [, kind, id] = /^(event|actor):(.*)$/s.exec(raw) ?? [];
  if (id !== undefined && (kind === 'event' || kind === 'actor'))
    return { kind, id: unescapeText(id) };
  problems.push(`“sel=${clipped(unescapeText(raw))}” is neither event:… nor actor:….`);
  return null;
}

/** Whether there is such a scene, and such a step in it, only the briefing knows. */
function presentingOf(pairs: Pairs): Choices['presenting'] {
  const scene = pairs.get('scene');
  if (scene === undefined) return DEFAULT_CHOICES.presenting;
  const step = pairs.get('step') ?? '0';
  return { scene: unescapeText(scene), step: /^\d{1,3}$/.test(step) ? Number(step) : 0 };
}

function clipped(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

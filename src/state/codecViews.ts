/*
 * The part of the string form that says which views stand, and what is chosen of each beyond the filters.
 * Knows: choices and how text is escaped. Must not know: the address bar, the store, the history.
 *
 *   view=timeline,network&split=0.6&net.mode=events&net.ties=together,part&net.ego=2:google
 *   &net.chain=google,unicef&net.pins=12.5:-40:actor%3Agoogle&map.at=-0.1,51.5,4&table.sort=-date
 */
import { EVENT_COLUMNS, type EventColumn } from '../engine/port.ts';
import { NETWORK_MODES, NODE_MEASURES, TIE_KINDS } from '../engine/port/network.ts';
import {
  DEFAULT_CHOICES,
  NODES_LIMITS,
  VIEWS,
  type Arrangement,
  type Choices,
  type MapChoices,
  type NetworkChoices,
  type NodesLimit,
  type TableChoices,
} from './choices.ts';
import { escapeText, joinList, splitList, unescapeText } from './escape.ts';

/** Reads one key of an address; problems go where the reader of the whole collects them. */
export interface PairReader {
  /** As it stands, still escaped. */
  readonly raw: (key: string) => string | undefined;
  readonly oneOf: <T extends string>(key: string, values: readonly T[], fallback: T) => T;
  readonly tell: (problem: string) => void;
}

type Pair = readonly [key: string, value: string];

export const SPLIT_LEAST = 0.2;
export const SPLIT_MOST = 0.8;
const EGO_DEPTH_MOST = 3;
/** Nobody drags more nodes by hand. */
const PINS_LIMIT = 500;

const YES_NO = ['yes', 'no'] as const;

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────

export function viewPairs(choices: Choices): Pair[] {
  const { views, split, network, map, table } = choices;
  const byDefault = DEFAULT_CHOICES;
  return [
    ...pairUnless(byDefault.views.join(','), 'view', views.join(',')),
    ...pairUnless(String(byDefault.split), 'split', String(split)),
    ...networkPairs(network),
    ...(map.window === null
      ? []
      : [['map.at', numbers(map.window.longitude, map.window.latitude, map.window.zoom)] as const]),
    ...pairUnless(byDefault.table.columns.join(','), 'table.columns', table.columns.join(',')),
    ...pairUnless(sortText(byDefault.table.sort), 'table.sort', sortText(table.sort)),
  ];
}

function networkPairs(network: NetworkChoices): Pair[] {
  const byDefault = DEFAULT_CHOICES.network;
  const { ego, chain, window } = network;
  const pins = Object.entries(network.pins).map(
    ([key, [x, y]]) => `${String(x)}:${String(y)}:${key}`,
  );
  return [
    ...pairUnless(byDefault.mode, 'net.mode', network.mode),
    ...pairUnless(byDefault.ties.join(','), 'net.ties', network.ties.join(',')),
    ...pairUnless('no', 'net.tentative', network.includesTentative ? 'yes' : 'no'),
    ...pairUnless(byDefault.sizeBy, 'net.size', network.sizeBy),
    ...pairUnless(String(byDefault.nodesLimit), 'net.nodes', String(network.nodesLimit)),
    ...pairUnless('no', 'net.communities', network.hasCommunities ? 'yes' : 'no'),
    ...(ego === null
      ? []
      : [['net.ego', `${String(ego.depth)}:${escapeText(ego.actor)}`] as const]),
    ...(chain === null ? [] : [['net.chain', joinList([chain.from, chain.to])] as const]),
    ...(pins.length === 0 ? [] : [['net.pins', joinList(pins)] as const]),
    ...(window === null ? [] : [['net.at', numbers(window.x, window.y, window.scale)] as const]),
  ];
}

function pairUnless(fallback: string, key: string, value: string): Pair[] {
  return value === fallback ? [] : [[key, value]];
}

function sortText({ by, isDescending }: TableChoices['sort']): string {
  return isDescending ? `-${by}` : by;
}

function numbers(...values: readonly number[]): string {
  return joinList(values.map(String));
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────

export function readArrangement(reader: PairReader): Arrangement {
  const raw = reader.raw('view');
  if (raw === undefined) return DEFAULT_CHOICES.views;
  const [first, second, ...more] = splitList(raw).map((name) =>
    VIEWS.find((candidate) => candidate === name),
  );
  if (first !== undefined && second === undefined && splitList(raw).length === 1) return [first];
  if (first !== undefined && second !== undefined && first !== second && more.length === 0) {
    return [first, second];
  }
  reader.tell(`“view=${clip(raw)}” is not one or two of ${VIEWS.join(', ')}.`);
  return DEFAULT_CHOICES.views;
}

export function readSplit(reader: PairReader): number {
  const raw = reader.raw('split');
  if (raw === undefined) return DEFAULT_CHOICES.split;
  const split = readNumber(unescapeText(raw));
  if (split !== null && split >= SPLIT_LEAST && split <= SPLIT_MOST) return split;
  reader.tell(
    `“split=${clip(raw)}” is not between ${String(SPLIT_LEAST)} and ${String(SPLIT_MOST)}.`,
  );
  return DEFAULT_CHOICES.split;
}

export function readNetwork(reader: PairReader): NetworkChoices {
  const byDefault = DEFAULT_CHOICES.network;
  return {
    mode: reader.oneOf('net.mode', NETWORK_MODES, byDefault.mode),
    ties: readSeveral(reader, 'net.ties', TIE_KINDS, byDefault.ties),
    includesTentative: reader.oneOf('net.tentative', YES_NO, 'no') === 'yes',
    sizeBy: reader.oneOf('net.size', NODE_MEASURES, byDefault.sizeBy),
    hasCommunities: reader.oneOf('net.communities', YES_NO, 'no') === 'yes',
    nodesLimit: readNodesLimit(reader),
    ego: readEgo(reader),
    chain: readChain(reader),
    pins: readPins(reader),
    window: readWindow(reader),
  };
}

function readNodesLimit(reader: PairReader): NodesLimit {
  const names = NODES_LIMITS.map(String);
  const name = reader.oneOf('net.nodes', names, String(DEFAULT_CHOICES.network.nodesLimit));
  return NODES_LIMITS.find((limit) => String(limit) === name) ?? DEFAULT_CHOICES.network.nodesLimit;
}

function readEgo(reader: PairReader): NetworkChoices['ego'] {
  const raw = reader.raw('net.ego');
  if (raw === undefined) return null;
  const [, depth, actor] = /^([1-9]):(.*)$/s.exec(raw) ?? [];
  if (depth !== undefined && actor !== undefined && Number(depth) <= EGO_DEPTH_MOST) {
    return { actor: unescapeText(actor), depth: Number(depth) };
  }
  reader.tell(`“net.ego=${clip(raw)}” is not a depth of 1 to 3 and an actor, such as 1:google.`);
  return null;
}

function readChain(reader: PairReader): NetworkChoices['chain'] {
  const raw = reader.raw('net.chain');
  if (raw === undefined) return null;
  const [from, to, ...more] = splitList(raw);
  if (from !== undefined && to !== undefined && more.length === 0) return { from, to };
  reader.tell(`“net.chain=${clip(raw)}” is not two actors, such as google,unicef.`);
  return null;
}

function readPins(reader: PairReader): NetworkChoices['pins'] {
  const raw = reader.raw('net.pins');
  if (raw === undefined) return {};
  const pins: [string, readonly [number, number]][] = [];
  for (const pin of splitList(raw).slice(0, PINS_LIMIT)) {
    const [, xText, yText, key] = /^([^:]+):([^:]+):(.*)$/s.exec(pin) ?? [];
    const [x, y] = [readNumber(xText ?? ''), readNumber(yText ?? '')];
    if (x === null || y === null || key === undefined) {
      reader.tell(`“${clip(pin)}” is no pinned place of the network.`);
    } else {
      pins.push([key, [x, y]]);
    }
  }
  // Not an object literal: a key may be __proto__.
  return Object.fromEntries(pins);
}

function readWindow(reader: PairReader): NetworkChoices['window'] {
  const [x, y, scale] = readNumbers(reader, 'net.at') ?? [];
  if (x === undefined || y === undefined || scale === undefined) return null;
  if (scale > 0) return { x, y, scale };
  reader.tell('“net.at” needs a scale above 0.');
  return null;
}

export function readMap(reader: PairReader): MapChoices {
  const [longitude, latitude, zoom] = readNumbers(reader, 'map.at') ?? [];
  if (longitude === undefined || latitude === undefined || zoom === undefined)
    return { window: null };
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && zoom > 0) {
    return { window: { longitude, latitude, zoom } };
  }
  reader.tell('“map.at” needs a longitude, a latitude and a zoom above 0.');
  return { window: null };
}

export function readTable(reader: PairReader): TableChoices {
  const raw = reader.raw('table.sort');
  const sort = raw === undefined ? DEFAULT_CHOICES.table.sort : readSort(unescapeText(raw));
  if (sort === null) reader.tell(`“table.sort=${clip(raw ?? '')}” names no column.`);
  return {
    columns: readSeveral(reader, 'table.columns', EVENT_COLUMNS, DEFAULT_CHOICES.table.columns),
    sort: sort ?? DEFAULT_CHOICES.table.sort,
  };
}

function readSort(text: string): TableChoices['sort'] | null {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const by = EVENT_COLUMNS.find((candidate: EventColumn) => candidate === name);
  return by === undefined ? null : { by, isDescending };
}

/** Several of the known values, each once, in the order in which they were given; none is allowed. */
function readSeveral<T extends string>(
  reader: PairReader,
  key: string,
  values: readonly T[],
  fallback: readonly T[],
): readonly T[] {
  const raw = reader.raw(key);
  if (raw === undefined) return fallback;
  if (raw === '') return [];
  const chosen: T[] = [];
  for (const text of splitList(raw)) {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined)
      reader.tell(`“${clip(text)}” in “${key}” is none of ${values.join(', ')}.`);
    else if (!chosen.includes(value)) chosen.push(value);
  }
  return chosen;
}

function readNumbers(reader: PairReader, key: string): number[] | null {
  const raw = reader.raw(key);
  if (raw === undefined) return null;
  const values = splitList(raw).map(readNumber);
  if (values.length === 3 && values.every((value) => value !== null)) return values;
  reader.tell(`“${key}=${clip(raw)}” is not three numbers.`);
  return null;
}

function readNumber(text: string): number | null {
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  // Minus nothing is nothing: it would not come back the same.
  return Number.isFinite(value) ? value + 0 : null;
}

function clip(raw: string): string {
  const text = unescapeText(raw);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

/*
 * Where things happened: how many events each place has, and which places events join.
 * Knows: places and their tree, sets of events. Must not know: projections, drawing.
 */
import type { Place } from '../../model/types.ts';
import type { PlaceArc, PlaceCount, PlacesAnswer, PlacesQuestion } from '../port/places.ts';
import { best } from './best.ts';
import type { EventSet } from './bits.ts';
import type { Columns } from './columns.ts';
import { countsOf, type Counted } from './facets.ts';
import type { Matching } from './matching.ts';
import { totalOf } from './postings.ts';
import { TREE_DEPTH, type Vocabulary } from './vocabulary.ts';

export type Places = (question: PlacesQuestion) => PlacesAnswer;

/** What does not change from question to question. */
export interface Gazetteer {
  readonly places: readonly Place[];
  /** The place around each; -1 for none. */
  readonly around: Int32Array;
  readonly depths: Uint8Array;
  readonly at: readonly PlaceCount['at'][];
}

export function placesFrom(columns: Columns, matching: Matching, nameRanks: Uint32Array): Places {
  const gazetteer = gazetteerOf(columns.dataset.places ?? [], columns.facets.place);
  return (question) => {
    const set = matching(question.query, question.window);
    const { direct, withParts } = columns.facets.place;
    return listPlaces(gazetteer, nameRanks, question, {
      counts: countsOf(columns, direct, set),
      gathered: countsOf(columns, withParts, set),
      totalOf: (place) => totalOf(direct, place),
      pairs: pairsOf(columns, set),
      unplaced: unplacedOf(columns, set),
    });
  };
}

/** What is counted of places, by place; `pairs` by a key that holds two: the first times their number, and the other. */
export interface CountedPlaces extends Counted, Pick<PlacesAnswer, 'unplaced'> {
  readonly gathered: Uint32Array;
  readonly pairs: ReadonlyMap<number, number>;
}

/** What is told of places, whoever counted them. */
export function listPlaces(
  gazetteer: Gazetteer,
  nameRanks: Uint32Array,
  { placesLimit, arcsLimit }: PlacesQuestion,
  { counts, gathered, totalOf: total, pairs, unplaced }: CountedPlaces,
): PlacesAnswer {
  const { places, depths } = gazetteer;
  const found = [...gathered.keys()].filter((place) => (gathered[place] ?? 0) > 0);
  // A place never comes before what it lies within: that gathers as many events at least.
  const listed = best(
    found,
    placesLimit,
    (a, b) =>
      (gathered[b] ?? 0) - (gathered[a] ?? 0) ||
      (depths[a] ?? 0) - (depths[b] ?? 0) ||
      (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0),
  );
  const arcs = new Map(
    [...pairs].filter(([key]) =>
      isArc(gazetteer, Math.floor(key / places.length), key % places.length),
    ),
  );
  return {
    places: listed.map((place) => ({
      id: places[place]?.id ?? '',
      name: places[place]?.name ?? '',
      within: places[place]?.within ?? null,
      at: gazetteer.at[place] ?? null,
      count: counts[place] ?? 0,
      gathered: gathered[place] ?? 0,
      total: total(place),
    })),
    placesTotal: found.length,
    arcs: shownArcs(gazetteer, arcs, new Set(listed), arcsLimit),
    arcsTotal: arcs.size,
    unplaced,
  };
}

export function gazetteerOf(
  places: readonly Place[],
  { valueOf }: Pick<Vocabulary, 'valueOf'>,
): Gazetteer {
  const around = Int32Array.from(places, ({ within }) => valueOf.get(within ?? '') ?? -1);
  const depths = new Uint8Array(places.length);
  const at = places.map((_, start): PlaceCount['at'] => {
    let found: PlaceCount['at'] = null;
    let depth = 0;
    for (let i = start; i >= 0 && depth < TREE_DEPTH; i = around[i] ?? -1) {
      const { latitude, longitude } = places[i] ?? {};
      if (found === null && latitude !== undefined && longitude !== undefined) {
        found = { latitude, longitude, isOwn: i === start };
      }
      depth++;
    }
    depths[start] = depth;
    return found;
  });
  return { places, around, depths, at };
}

/**
 * How many events name both of two places, by a key that holds the pair; named by the event itself, not
 * inherited from a whole (which would draw the whole's arcs anew for each of its parts).
 */
function pairsOf({ saysWhere, facets }: Columns, set: EventSet): ReadonlyMap<number, number> {
  const { offsets, values, valuesTotal: total } = facets.place.direct;
  const pairs = new Map<number, number>();
  set.forEach((event) => {
    const from = offsets[event] ?? 0;
    const to = offsets[event + 1] ?? 0;
    if (to - from < 2 || !saysWhere(event)) return;
    for (let i = from; i < to; i++) {
      for (let j = i + 1; j < to; j++) {
        const [a, b] = [values[i] ?? 0, values[j] ?? 0];
        const key = Math.min(a, b) * total + Math.max(a, b);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
  });
  return pairs;
}

/** Only what can be drawn as an arc: two that lie apart, neither within the other. */
function isArc({ at, around }: Gazetteer, a: number, b: number): boolean {
  const [from, to] = [at[a], at[b]];
  if (!from || !to) return false;
  const isApart = from.latitude !== to.latitude || from.longitude !== to.longitude;
  return isApart && !isWithin(around, a, b) && !isWithin(around, b, a);
}

function isWithin(around: Int32Array, inner: number, outer: number): boolean {
  let at = around[inner] ?? -1;
  for (let depth = 0; at >= 0 && depth < TREE_DEPTH; depth++) {
    if (at === outer) return true;
    at = around[at] ?? -1;
  }
  return false;
}

function shownArcs(
  { places }: Gazetteer,
  arcs: ReadonlyMap<number, number>,
  listed: ReadonlySet<number>,
  limit: number,
): readonly PlaceArc[] {
  const candidates = [...arcs]
    .map(([key, count]) => ({
      from: Math.floor(key / places.length),
      to: key % places.length,
      count,
    }))
    .filter(({ from, to }) => listed.has(from) && listed.has(to));
  return best(candidates, limit, (a, b) => b.count - a.count || a.from - b.from || a.to - b.to).map(
    ({ from, to, count }) => ({
      from: places[from]?.id ?? '',
      to: places[to]?.id ?? '',
      count,
    }),
  );
}

function unplacedOf({ facets }: Columns, set: EventSet): number {
  const { offsets } = facets.place.direct;
  let unplaced = 0;
  set.forEach((event) => {
    if (offsets[event] === offsets[event + 1]) unplaced++;
  });
  return unplaced;
}

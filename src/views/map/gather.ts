/*
 * Gathers places that cannot be told apart at a scale: parts in the place around them first, then
 * neighbours in the one with the most events. They open as the scale grows.
 * Knows: places on the plane. Must not know: the screen's edges, names' widths, DOM.
 *
 *   zoomed out   (United Kingdom 12)          zoomed in   (London 9) (Gray’s Inn 2) (No 10 1)
 */
import { group } from 'd3';
import type { PlaceArc, PlaceCount } from '../../engine/port/places.ts';
import type { Degrees, Point } from './projection.ts';
import type { RadiusOf } from './sizes.ts';

/** A place that has somewhere to stand. */
export interface Spot {
  readonly place: PlaceCount;
  readonly at: Degrees;
  /** On the plane. */
  readonly point: Point;
}

export interface PlaceGroup {
  /** The id of the place that stands for all: the one around the others, or the one with the most events. */
  readonly key: string;
  readonly head: Spot;
  /** The head and all that is gathered in it, the most events first. */
  readonly members: readonly PlaceCount[];
  /** Matching events that name one of them. */
  readonly count: number;
  /** False where an event may name several of them, so that the count may be off. */
  readonly isExact: boolean;
  /** Whether everything in it is the head or a part of it. */
  readonly isOnePlace: boolean;
  /** What to filter by for the whole group: places that stand for their parts where they may. */
  readonly filterIds: readonly string[];
}

export interface GatherOptions {
  readonly spots: readonly Spot[];
  readonly arcs: readonly PlaceArc[];
  /** Pixels per unit of the plane. */
  readonly scale: number;
  readonly radiusOf: RadiusOf;
  /** Whether a filter by a place also finds its parts. */
  readonly includesParts: boolean;
}

/** Circles closer than this to each other cannot be told apart, nor hit by a finger. */
const NEAR_PX = 28;
const REST_NEAR_PX = 18;
/** Circles stand apart by at least this part of both radii: they may overlap a little. */
const OVERLAP = 0.9;

/** The most events first. Every place of `spots` with a matching event is in exactly one group. */
export function gather(options: GatherOptions): PlaceGroup[] {
  const tree = treeOf(options.spots);
  const parts = gatherParts(options, tree);
  return gatherNeighbours(options, parts, tree)
    .map((heap) => groupOf(heap, options, tree))
    .toSorted((a, b) => b.count - a.count || compareIds(a.key, b.key));
}

interface Heap {
  readonly head: Spot;
  readonly spots: Spot[];
  /** Matching events, each counted as often as it names a place. */
  readonly count: number;
}

interface Tree {
  /** The spot of the nearest place around it that has one. */
  readonly parentOf: ReadonlyMap<string, Spot>;
  readonly childrenOf: ReadonlyMap<string, readonly Spot[]>;
  /** Wholes before their parts. */
  readonly inOrder: readonly Spot[];
}

function treeOf(spots: readonly Spot[]): Tree {
  const byId = new Map(spots.map((spot) => [spot.place.id, spot]));
  const parentOf = new Map<string, Spot>();
  const childrenOf = new Map<string, Spot[]>();
  for (const spot of spots) {
    const parent = spot.place.within === null ? undefined : byId.get(spot.place.within);
    if (parent === undefined || parent === spot) continue;
    parentOf.set(spot.place.id, parent);
    const siblings = childrenOf.get(parent.place.id) ?? [];
    siblings.push(spot);
    childrenOf.set(parent.place.id, siblings);
  }
  const inOrder: Spot[] = spots.filter(({ place }) => !parentOf.has(place.id));
  for (const spot of inOrder) inOrder.push(...(childrenOf.get(spot.place.id) ?? []));
  return { parentOf, childrenOf, inOrder };
}

/** Each part joins what its whole has joined, where it stands too close to it. */
function gatherParts({ scale, radiusOf }: GatherOptions, tree: Tree): Heap[] {
  const headOf = new Map<string, Spot>();
  for (const spot of tree.inOrder) {
    const parent = tree.parentOf.get(spot.place.id);
    const head = parent === undefined ? undefined : headOf.get(parent.place.id);
    const near = Math.max(
      NEAR_PX,
      OVERLAP * (radiusOf(head?.place.count ?? 0) + radiusOf(spot.place.gathered)),
    );
    const isNear = head !== undefined && distance(head, spot) * scale < near;
    headOf.set(spot.place.id, isNear ? head : spot);
  }
  const spotsOf = group(tree.inOrder, (spot) => headOf.get(spot.place.id) ?? spot);
  return [...spotsOf].map(([head, spots]) => heapOf(head, spots));
}

function heapOf(head: Spot, spots: Spot[]): Heap {
  return { head, spots, count: spots.reduce((sum, { place }) => sum + place.count, 0) };
}

/** From the most events down: each heap stands by itself or joins the one that it covers most. */
function gatherNeighbours(
  { scale, radiusOf }: GatherOptions,
  heaps: readonly Heap[],
  tree: Tree,
): Heap[] {
  const order = heaps.toSorted(
    (a, b) => b.count - a.count || compareIds(a.head.place.id, b.head.place.id),
  );
  const standing: Heap[] = [];
  for (const heap of order) {
    const isRest = heap.count === 0;
    // A whole that no matching event names needs no mark beside its own parts.
    if (isRest && heap.spots.every(({ place }) => tree.childrenOf.has(place.id))) continue;
    const nearPx = (other: Heap): number =>
      isRest
        ? Math.max(REST_NEAR_PX, radiusOf(other.count) + 6)
        : Math.max(NEAR_PX, OVERLAP * (radiusOf(other.count) + radiusOf(heap.count)));
    const index = leastIndex(
      standing.map((other) => distance(other.head, heap.head) * scale - nearPx(other)),
    );
    const other = standing[index];
    if (other === undefined) standing.push(heap);
    // A place of no matching event beside one that has some is not worth a word.
    else if (!isRest || other.count === 0) {
      standing[index] = heapOf(other.head, [...other.spots, ...heap.spots]);
    }
  }
  return standing;
}

/** The index of the least number below zero; -1 where there is none. */
function leastIndex(numbers: readonly number[]): number {
  let best = -1;
  let least = 0;
  numbers.forEach((number, i) => {
    if (number >= least) return;
    least = number;
    best = i;
  });
  return best;
}

function groupOf(
  { head, spots }: Heap,
  { arcs, includesParts }: GatherOptions,
  tree: Tree,
): PlaceGroup {
  const inside = new Set(spots.map(({ place }) => place.id));
  const units = unitsOf(spots, inside, tree);
  const counted = units.filter(({ count }) => count > 0);
  const unitOf = new Map(units.flatMap(({ ids, top }) => ids.map((id) => [id, top] as const)));
  const twice = arcs
    .filter(({ from, to }) => inside.has(from) && inside.has(to))
    .filter(({ from, to }) => unitOf.get(from) !== unitOf.get(to))
    .reduce((total, { count }) => total + count, 0);
  const sum = counted.reduce((total, { count }) => total + count, 0);
  const members = spots
    .map(({ place }) => place)
    .toSorted((a, b) => b.count - a.count || compareIds(a.id, b.id));
  const filterIds = includesParts
    ? units.filter(({ isNamed }) => isNamed).map(({ top }) => top)
    : members.filter(isNamed).map(({ id }) => id);
  return {
    key: head.place.id,
    head,
    members,
    count: Math.max(0, ...counted.map(({ count }) => count), sum - twice),
    isExact: twice === 0 || (counted.length === 2 && counted.every(({ ids }) => ids.length === 1)),
    isOnePlace: spots.every((spot) => isWithin(spot, head, tree)),
    filterIds: filterIds.length === 0 ? [head.place.id] : filterIds,
  };
}

function isNamed({ count, total }: PlaceCount): boolean {
  return count > 0 || total > 0;
}

/** A place with all of its parts, or one by itself; `count` is each unit's own, no event twice. */
interface Unit {
  readonly top: string;
  readonly ids: readonly string[];
  readonly count: number;
  /** Whether any event names one of them. */
  readonly isNamed: boolean;
}

function unitsOf(spots: readonly Spot[], inside: ReadonlySet<string>, tree: Tree): Unit[] {
  const isComplete = new Map<string, boolean>();
  // Parts before their wholes.
  for (const spot of tree.inOrder.filter(({ place }) => inside.has(place.id)).toReversed()) {
    const children = tree.childrenOf.get(spot.place.id) ?? [];
    isComplete.set(
      spot.place.id,
      children.every(({ place }) => isComplete.get(place.id) === true),
    );
  }
  const topOf = new Map<string, string>();
  for (const { place } of tree.inOrder.filter((spot) => inside.has(spot.place.id))) {
    const parent = tree.parentOf.get(place.id)?.place.id;
    const isPart = parent !== undefined && isComplete.get(parent) === true;
    topOf.set(place.id, isPart ? (topOf.get(parent) ?? place.id) : place.id);
  }
  const placeOf = new Map(spots.map(({ place }) => [place.id, place]));
  return [...group(topOf.keys(), (id) => topOf.get(id) ?? id)].map(([top, ids]) => {
    const whole = placeOf.get(top);
    return {
      top,
      ids,
      count: (isComplete.get(top) === true ? whole?.gathered : whole?.count) ?? 0,
      isNamed: ids.some((id) => {
        const place = placeOf.get(id);
        return place !== undefined && isNamed(place);
      }),
    };
  });
}

function isWithin(spot: Spot, head: Spot, tree: Tree): boolean {
  for (let each: Spot | undefined = spot; each !== undefined;) {
    if (each === head) return true;
    each = tree.parentOf.get(each.place.id);
  }
  return false;
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.point[0] - b.point[0], a.point[1] - b.point[1]);
}

/** The same order on every machine, whatever its language. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

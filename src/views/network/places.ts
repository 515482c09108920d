/*
 * Where nodes stand: remembered from one answer to the next, on their way to where the layout wants
 * them, and where they were pinned.
 * Knows: keys, layout units. Must not know: forces, workers, how anything is drawn.
 */
import { seededPlace } from './layoutGraph.ts';
import type { Scene } from './layoutScene.ts';

export interface Places {
  /** Another network stands now; its nodes stand where they stood, new ones beside their neighbours. */
  setScene(scene: Scene, pins: Pins): void;
  setPins(pins: Pins): void;
  /** Where each node of a scene was last settled; NaN where it never was. For the layout to start from. */
  settled(of: Scene): Float32Array;
  /** The layout's new wish for a scene that holds this one, reached in `durationMs` from `nowMs` on. */
  aim(of: Scene, wish: Wish, nowMs: number, durationMs: number): void;
  /** One node follows the pointer. */
  drag(index: number, x: number, y: number): void;
  /** Moves all to where they stand at this time; says whether any is still on its way. */
  step(nowMs: number): boolean;
  /** x, y per node of the scene. */
  shown(): Float32Array;
  /** The same, at the end of what is on its way. */
  wanted(): Float32Array;
  forget(): void;
}

interface Wish {
  /** x, y per node of the scene that was laid out. */
  readonly places: Float32Array;
  readonly isSettled: boolean;
}

export type Pins = Readonly<Record<string, readonly [x: number, y: number]>>;

/** More than any answer holds; beyond, the oldest are forgotten. */
const MEMORY = 40_000;

interface Flight {
  readonly from: Float32Array;
  readonly to: Float32Array;
  readonly startedMs: number;
  readonly durationMs: number;
}

export function createPlaces(): Places {
  const known = new Map<string, readonly [x: number, y: number]>();
  let scene: Scene | null = null;
  let pins: Pins = {};
  let wanted: Float32Array = new Float32Array();
  let shown: Float32Array = new Float32Array();
  let flight: Flight | null = null;

  /** Pins stand over whatever the layout says, so that an address with pins gives the same picture. */
  const pinned = (places: Float32Array): Float32Array => {
    const next = Float32Array.from(places);
    for (const [key, [x, y]] of Object.entries(pins)) {
      const index = scene?.byKey.get(key)?.index;
      if (index === undefined) continue;
      next[2 * index] = x;
      next[2 * index + 1] = y;
    }
    return next;
  };

  const remember = (of: Scene, places: Float32Array): void => {
    for (const item of of.nodes) {
      const x = places[2 * item.index] ?? NaN;
      const y = places[2 * item.index + 1] ?? NaN;
      if (Number.isNaN(x + y)) continue;
      // Taken out and put back, it is the youngest.
      known.delete(item.node.key);
      known.set(item.node.key, [x, y]);
    }
    for (const key of known.keys()) {
      if (known.size <= MEMORY) break;
      known.delete(key);
    }
  };

  /** The places of this scene's nodes among those of another. */
  const placesIn = (of: Scene, places: Float32Array): Float32Array => {
    if (of === scene || scene === null) return places;
    return Float32Array.from({ length: 2 * scene.nodes.length }, (_, i) => {
      const index = of.byKey.get(scene?.nodes[i >> 1]?.node.key ?? '')?.index ?? -1;
      return places[2 * index + (i & 1)] ?? NaN;
    });
  };

  const settled = (of: Scene): Float32Array => {
    const places = new Float32Array(2 * of.nodes.length).fill(NaN);
    for (const { node, index } of of.nodes) {
      const place = known.get(node.key);
      if (place === undefined) continue;
      const [x, y] = place;
      places[2 * index] = x;
      places[2 * index + 1] = y;
    }
    return places;
  };

  return {
    setScene(next, nextPins) {
      const former = scene;
      const formerShown = shown;
      scene = next;
      pins = nextPins;
      flight = null;
      const places = settled(next);
      for (const { node, index } of next.nodes) {
        // In the middle of a flight, from where it is seen.
        const was = former?.byKey.get(node.key)?.index;
        if (was === undefined || Number.isNaN(formerShown[2 * was] ?? NaN)) continue;
        places[2 * index] = formerShown[2 * was] ?? NaN;
        places[2 * index + 1] = formerShown[2 * was + 1] ?? NaN;
      }
      besideNeighbours(next, places);
      shown = pinned(places);
      wanted = shown.slice();
    },
    setPins(next) {
      pins = next;
      wanted = pinned(scene === null ? wanted : settled(scene));
      shown = wanted.slice();
      flight = null;
    },
    settled,
    aim(of, { places, isSettled }, nowMs, durationMs) {
      if (isSettled) remember(of, places);
      wanted = pinned(placesIn(of, places));
      const from = shown.map((at, i) => (Number.isNaN(at) ? (wanted[i] ?? NaN) : at));
      flight = { from, to: wanted, startedMs: nowMs, durationMs };
    },
    drag(index, x, y) {
      // Another array, so that what hangs on it is drawn anew.
      shown = shown.slice();
      for (const places of [shown, wanted]) {
        places[2 * index] = x;
        places[2 * index + 1] = y;
      }
    },
    step(nowMs) {
      if (flight === null) return false;
      const { from, to, startedMs, durationMs } = flight;
      const t = durationMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - startedMs) / durationMs));
      const share = 1 - (1 - t) ** 3;
      shown = t >= 1 ? to.slice() : from.map((at, i) => at + ((to[i] ?? NaN) - at) * share);
      if (t >= 1) flight = null;
      return flight !== null;
    },
    shown: () => shown,
    wanted: () => wanted,
    forget() {
      known.clear();
    },
  };
}

/** Until the layout has spoken, a new node stands near those that it is tied to; without any, nowhere. */
function besideNeighbours(scene: Scene, places: Float32Array): void {
  const sums = new Map<number, { x: number; y: number; count: number }>();
  const add = (node: number, neighbour: number): void => {
    const x = places[2 * neighbour] ?? NaN;
    const y = places[2 * neighbour + 1] ?? NaN;
    if (Number.isNaN(x + y) || !Number.isNaN(places[2 * node] ?? NaN)) return;
    const sum = sums.get(node) ?? { x: 0, y: 0, count: 0 };
    sums.set(node, { x: sum.x + x, y: sum.y + y, count: sum.count + 1 });
  };
  for (const { from, to } of scene.ties) {
    add(from.index, to.index);
    add(to.index, from.index);
  }
  for (const [index, { x, y, count }] of sums) {
    const [dx, dy] = seededPlace(scene.nodes[index]?.node.key ?? '', 40);
    places[2 * index] = x / count + dx;
    places[2 * index + 1] = y / count + dy;
  }
}

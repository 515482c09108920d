/*
 * From a graph to settled places, a tick at a time.
 * Knows: levels, forces, loose nodes. Must not know: workers, when a tick is due, what is drawn.
 *
 * Three ways, by how much of the network has a place already:
 *   nothing       laid out from seeded places, large ones level by level
 *   a small part  what is there starts where it was, and all of it settles anew
 *   most of it    what is there stays; what is new finds a place beside its neighbours
 */
import { pushApart } from './layoutApart.ts';
import { fitCamera, type Extent } from './layoutCamera.ts';
import { bodyOf, springsOf, type Body, type Ends } from './layoutBodies.ts';
import { levelsOf, type Level } from './layoutCoarse.ts';
import { NAMED_LIMIT, settlingOf } from './layoutForces.ts';
import {
  aspectOf,
  degreesOf,
  orderOf,
  seededPlace,
  spacingOf,
  type LayoutGraph,
} from './layoutGraph.ts';
import { areaOf, BESIDE_FROM, placeLoose } from './layoutLoose.ts';

export interface Settlement {
  /** One tick further; false when all is settled. */
  tick(): boolean;
  /** Places as they are now: x, y per node, in the order of the graph. */
  places(): Float32Array;
}

const TICKS = 300;
/** Refining a level that starts from a coarser one; fewer for large ones, where each costs more. */
const REFINING = { small: 70, middle: 40, large: 20 } as const;
/** Angles and lengths still read as they were settled. */
const STRETCH = 1.8;
/** By how much of what a fit shrinks names are enlarged: at once by all of it, a network would burst. */
const FIT_SHARES = [0, 0.4, 0.7, 0.9] as const;
/** From this share of known places on, what is known stays where it is. */
const MOSTLY_KNOWN = 0.5;

export function settle(graph: LayoutGraph): Settlement {
  const count = graph.keys.length;
  const places = Float32Array.from(graph.starts);
  const degrees = degreesOf(count, graph.from, graph.to);
  const tied = [...orderOf(graph)].filter((node) => (degrees[node] ?? 0) > 0);
  const loose = [...graph.keys.keys()].filter((node) => (degrees[node] ?? 0) === 0);
  const known = tied.filter((node) => isPlaced(places, node)).length;
  const spacing = spacingOf(graph);
  const run = { graph, places, tied, spacing, aspect: aspectFor(graph, tied, loose) };
  const steps =
    known === 0
      ? settleFresh(run)
      : known < tied.length * MOSTLY_KNOWN
        ? settleAnew(run)
        : fitIn(run);
  return {
    tick: () => steps.next().done !== true,
    places() {
      const now = places.slice();
      placeLoose(graph, now, loose, spacing);
      return now;
    },
  };
}

interface Run {
  readonly graph: LayoutGraph;
  /** Written to with every tick. */
  readonly places: Float32Array;
  /** Nodes that have a tie, in the order of their keys. */
  readonly tied: readonly number[];
  readonly spacing: number;
  /** What the loose nodes leave of the room, width over height. */
  readonly aspect: number;
}

function isPlaced(places: Float32Array, node: number): boolean {
  return !Number.isNaN(places[2 * node] ?? NaN) && !Number.isNaN(places[2 * node + 1] ?? NaN);
}

/** Out of nothing: the smallest level from seeded places, each larger one from the one before. */
function* settleFresh(run: Run): Generator<void, void> {
  const { graph, places, tied, spacing, aspect } = run;
  const levels = levelsOf(tied.length, endsAmong(graph, tied));
  let coarse: Body[] = [];
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth];
    if (level === undefined) return;
    const isSmallest = depth === levels.length - 1;
    const levelSpacing = spacing * Math.sqrt(tied.length / level.count);
    const bodies = Array.from({ length: level.count }, (_, i) => {
      const parent = isSmallest ? undefined : coarse[level.parents[i] ?? -1];
      const key = depth === 0 ? (graph.keys[tied[i] ?? 0] ?? '') : String(i);
      const reach = isSmallest ? levelSpacing * Math.sqrt(level.count) * 0.5 : levelSpacing * 0.4;
      const [dx, dy] = seededPlace(key, reach);
      const x = (parent?.x ?? 0) + dx;
      const y = (parent?.y ?? 0) + dy;
      return depth === 0 ? bodyOf(graph, tied[i] ?? 0, x, y) : mergedBody(level, i, x, y, spacing);
    });
    bodies.forEach((body, i) => {
      body.index = i;
    });
    const settling = settlingOf(bodies, springsOf(level, bodies), {
      spacing: levelSpacing,
      aspect,
      ticks: isSmallest ? TICKS : refiningTicks(level.count),
      alpha: isSmallest ? 1 : 0.35,
      isWhole: depth === 0,
    });
    const shown = ancestorsAt(levels, depth);
    while (settling.alpha() > settling.alphaMin()) {
      settling.tick();
      tied.forEach((node, i) => {
        const body = bodies[shown[i] ?? -1];
        if (body !== undefined) write(places, node, body);
      });
      yield;
    }
    coarse = bodies;
  }
  yield* partNames(run, coarse, FIT_SHARES, true);
}

function refiningTicks(count: number): number {
  return count > 5000 ? REFINING.large : count > 1500 ? REFINING.middle : REFINING.small;
}

function mergedBody(level: Level, i: number, x: number, y: number, spacing: number): Body {
  const size = level.sizes[i] ?? 1;
  const radius = (spacing * Math.sqrt(size)) / 3;
  return { x, y, radius, halfWidth: radius, above: radius, below: radius, group: -1, size };
}

/** For each node of the network, the node of the given level that it is part of. */
function ancestorsAt(levels: readonly Level[], depth: number): Uint32Array {
  let ancestors = Uint32Array.from({ length: levels[0]?.count ?? 0 }, (_, i) => i);
  for (const level of levels.slice(0, depth)) {
    ancestors = ancestors.map((node) => level.parents[node] ?? 0);
  }
  return ancestors;
}

/** Ties among the given nodes, as indices into that list and in its order. */
function endsAmong(graph: LayoutGraph, nodes: readonly number[]): Ends {
  const at = new Uint32Array(graph.keys.length);
  nodes.forEach((node, i) => {
    at[node] = i;
  });
  const ties = Array.from(graph.from, (from, i) => {
    const a = at[from] ?? 0;
    const b = at[graph.to[i] ?? 0] ?? 0;
    return { from: Math.min(a, b), to: Math.max(a, b), weight: graph.weights[i] ?? 1 };
  }).toSorted((a, b) => a.from - b.from || a.to - b.to || a.weight - b.weight);
  return {
    from: Uint32Array.from(ties, (tie) => tie.from),
    to: Uint32Array.from(ties, (tie) => tie.to),
    weights: Float32Array.from(ties, (tie) => tie.weight),
  };
}

/** What is there starts where it was, what is new beside its neighbours; all of it settles. */
function* settleAnew(run: Run): Generator<void, void> {
  const bodies = bodiesBesideNeighbours(run);
  yield* settleBodies(run, bodies, TICKS / 2, 0.6);
  yield* partNames(run, bodies, FIT_SHARES, true);
}

/** What is there stays; only what is new moves, and then gives way where it stands on others' names. */
function* fitIn(run: Run): Generator<void, void> {
  const { places, tied } = run;
  const isNew = tied.map((node) => !isPlaced(places, node));
  if (!isNew.includes(true)) return;
  const bodies = bodiesBesideNeighbours(run);
  bodies.forEach((body, i) => {
    if (isNew[i] === true) return;
    body.fx = body.x;
    body.fy = body.y;
  });
  yield* settleBodies(run, bodies, TICKS / 3, 0.5);
  yield* partNames(run, bodies, [0], false);
}

function* settleBodies(
  { graph, places, tied, spacing, aspect }: Run,
  bodies: Body[],
  ticks: number,
  alpha: number,
): Generator<void, void> {
  const springs = springsOf(endsAmong(graph, tied), bodies);
  const settling = settlingOf(bodies, springs, {
    spacing,
    aspect,
    ticks,
    alpha,
    isWhole: true,
  });
  while (settling.alpha() > settling.alphaMin()) {
    settling.tick();
    bodies.forEach((body, i) => write(places, tied[i] ?? 0, body));
    yield;
  }
}

function bodiesBesideNeighbours({ graph, places, tied, spacing }: Run): Body[] {
  const sums = new Map<number, { x: number; y: number; count: number }>();
  const add = (node: number, neighbour: number): void => {
    if (isPlaced(places, node) || !isPlaced(places, neighbour)) return;
    const sum = sums.get(node) ?? { x: 0, y: 0, count: 0 };
    sum.x += places[2 * neighbour] ?? 0;
    sum.y += places[2 * neighbour + 1] ?? 0;
    sum.count += 1;
    sums.set(node, sum);
  };
  graph.from.forEach((from, i) => {
    const to = graph.to[i] ?? 0;
    add(from, to);
    add(to, from);
  });
  const reach = spacing * Math.sqrt(tied.length) * 0.5;
  return tied.map((node, index) => {
    if (isPlaced(places, node)) {
      const body = bodyOf(graph, node, places[2 * node] ?? 0, places[2 * node + 1] ?? 0);
      body.index = index;
      return body;
    }
    const near = sums.get(node);
    const key = graph.keys[node] ?? '';
    const [dx, dy] = seededPlace(key, near === undefined ? reach : spacing);
    const x = near === undefined ? dx : near.x / near.count + dx;
    const y = near === undefined ? dy : near.y / near.count + dy;
    const body = bodyOf(graph, node, x, y);
    body.index = index;
    return body;
  });
}

/** Nodes without ties take their part of the room: below, or beside where it is wide (layoutLoose.ts). */
function aspectFor(graph: LayoutGraph, tied: readonly number[], loose: readonly number[]): number {
  const aspect = aspectOf(graph);
  const share = areaOf(graph, loose) / Math.max(1, areaOf(graph, loose) + areaOf(graph, tied));
  return aspect >= BESIDE_FROM ? aspect * (1 - share) : aspect / (1 - share * 0.9);
}

/** What forces alone leave too round or too long gets the proportions of the picture. */
function stretch(bodies: readonly Body[], aspect: number): void {
  const xs = bodies.map((body) => body.x);
  const ys = bodies.map((body) => body.y);
  const width = extentOf(xs);
  const height = extentOf(ys);
  if (width === 0 || height === 0) return;
  const factor = Math.min(STRETCH, Math.max(1 / STRETCH, Math.sqrt((aspect * height) / width)));
  for (const body of bodies) {
    body.x *= factor;
    body.y /= factor;
  }
}

function extentOf(values: readonly number[]): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

/**
 * Last, nothing but names that still overlap part. Names keep their size where the picture shrinks the
 * network: seen through a fit, each wants as much more room.
 *
 * @param shares by how much of what a fit shrinks names are enlarged, one after another
 * @param isStretched whether the whole may be given the proportions of the picture on the way
 */
function* partNames(
  run: Run,
  bodies: readonly Body[],
  shares: readonly number[],
  isStretched: boolean,
): Generator<void, void> {
  const { graph, places, tied, aspect } = run;
  if (bodies.length > NAMED_LIMIT) {
    if (isStretched) stretch(bodies, aspect);
    bodies.forEach((body, i) => write(places, tied[i] ?? 0, body));
    return;
  }
  for (const share of shares) {
    if (isStretched) stretch(bodies, aspect);
    const { scale } = fitCamera(extentsOf(bodies), {
      widthPx: graph.room.width,
      heightPx: graph.room.height,
    });
    const boxes = bodies.map((body) => enlarged(body, 1 + share * (1 / Math.min(1, scale) - 1)));
    for (let round = 0; round < PARTING_ROUNDS; round += 1) {
      for (const box of boxes) {
        box.vx = 0;
        box.vy = 0;
      }
      if (!pushApart(boxes, 0.5, aspect)) break;
      for (const box of boxes) {
        box.x += box.vx ?? 0;
        box.y += box.vy ?? 0;
      }
      boxes.forEach((box, i) => write(places, tied[i] ?? 0, box));
      yield;
    }
    boxes.forEach(({ x, y }, i) => Object.assign(bodies[i] ?? {}, { x, y }));
  }
}

const PARTING_ROUNDS = 60;

function extentsOf(bodies: readonly Body[]): Extent[] {
  return bodies.map(({ x, y, halfWidth, above, below }) => ({
    x,
    y,
    halfWidthPx: halfWidth,
    abovePx: above,
    belowPx: below,
  }));
}

function enlarged(body: Body, factor: number): Body {
  const { halfWidth, above, below } = body;
  return {
    ...body,
    halfWidth: halfWidth * factor,
    above: above * factor,
    below: below * factor,
  };
}

function write(places: Float32Array, node: number, { x, y }: Body): void {
  places[2 * node] = x;
  places[2 * node + 1] = y;
}

/*
 * From a graph to settled places, a tick at a time.
 * Knows: levels, forces, loose nodes. Must not know: workers, when a tick is due, what is drawn.
 *
 * Three ways, by how much of the network has a place already:
 *   nothing       laid out from seeded places, large ones level by level
 *   a small part  what is there starts where it was, and all of it settles anew
 *   most of it    what is there stays; what is new finds a place beside its neighbours
 */
import { bodyOf, springsOf, type Body, type Ends } from './layoutBodies.ts';
import { levelsOf, type Level } from './layoutCoarse.ts';
import { settlingOf } from './layoutForces.ts';
import {
  aspectOf,
  degreesOf,
  NAMED_LIMIT,
  orderOf,
  seededPlace,
  spacingOf,
  type LayoutGraph,
} from './layoutGraph.ts';
import { areaOf, BESIDE_FROM, placeLoose } from './layoutLoose.ts';
import { ENOUGH, triesFor, worthOf } from './layoutTries.ts';
import { part, partAll, stretch, type PartingOptions } from './layoutParting.ts';

export interface Settlement {
  /** One tick further; false when all is settled. */
  tick(): boolean;
  /** Places as they are now: x, y per node, in the order of the graph. */
  places(): Float32Array;
}

const TICKS = 300;
/** Refining a level that starts from a coarser one; fewer for large ones, where each costs more. */
const REFINING = { small: 70, middle: 40, large: 20 } as const;
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
      ? settleBest(run, loose)
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

/**
 * Small networks are laid out from several starts, and the one that reads best is taken. While others are
 * tried, the best so far is what there is to see.
 */
function* settleBest(run: Run, loose: readonly number[]): Generator<void, void> {
  const { graph, places, spacing } = run;
  const worth = (places: Float32Array): number => {
    const all = places.slice();
    placeLoose(graph, all, loose, spacing);
    return worthOf(graph, all);
  };
  yield* settleFresh(run, '');
  const tries = triesFor(graph.keys.length);
  let best = tries > 1 ? worth(places) : Infinity;
  for (let attempt = 1; attempt < tries && best < ENOUGH; attempt += 1) {
    const other = { ...run, places: Float32Array.from(graph.starts) };
    yield* settleFresh(other, ` ${String(attempt)}`);
    const otherWorth = worth(other.places);
    if (otherWorth <= best) continue;
    best = otherWorth;
    places.set(other.places);
  }
}

/** Out of nothing: the smallest level from seeded places, each larger one from the one before. */
function* settleFresh(run: Run, salt: string): Generator<void, void> {
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
      const [dx, dy] = seededPlace(key + salt, reach);
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
  yield* finish(run, coarse);
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
  yield* finish(run, bodies);
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
  if (bodies.length > NAMED_LIMIT) return;
  const parting = part(
    bodies,
    1,
    partingOf(run, (i) => isNew[i] !== true),
  );
  yield* written(run, bodies, parting);
}

function* settleBodies(
  run: Run,
  bodies: Body[],
  ticks: number,
  alpha: number,
): Generator<void, void> {
  const { graph, tied, spacing, aspect } = run;
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
    writeAll(run, bodies);
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

/** Proportions and names; of many, none has room of its own. */
function* finish(run: Run, bodies: readonly Body[]): Generator<void, void> {
  if (bodies.length > NAMED_LIMIT) {
    stretch(bodies, run.aspect);
    writeAll(run, bodies);
  } else {
    yield* written(
      run,
      bodies,
      partAll(
        bodies,
        partingOf(run, () => false),
      ),
    );
  }
}

function partingOf({ graph, aspect }: Run, isFixed: PartingOptions['isFixed']): PartingOptions {
  return { room: graph.room, aspect, isFixed };
}

/** Takes the steps of another hand, and writes down what each has moved. */
function* written(
  run: Run,
  bodies: readonly Body[],
  steps: Generator<void, void>,
): Generator<void, void> {
  while (steps.next().done !== true) {
    writeAll(run, bodies);
    yield;
  }
  writeAll(run, bodies);
}

function writeAll({ places, tied }: Run, bodies: readonly Body[]): void {
  bodies.forEach((body, i) => write(places, tied[i] ?? 0, body));
}

function write(places: Float32Array, node: number, { x, y }: Body): void {
  places[2 * node] = x;
  places[2 * node + 1] = y;
}

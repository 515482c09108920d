/*
 * The forces under which a network settles, by d3-force (velocity Verlet; charge by Barnes and Hut 1986).
 * Knows: bodies and springs. Must not know: where they come from, when a tick is due.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Force,
  type Simulation,
} from 'd3';
import { forceApart } from './layoutApart.ts';
import type { Body, Spring } from './layoutBodies.ts';
import { NAMED_LIMIT } from './layoutGraph.ts';

export type Settling = Simulation<Body, Spring>;

/** Charge and springs per unit of spacing, found by looking. */
const CHARGE = 5.2;
const GRAVITY = 0.045;
const GROUPING = 0.035;

export interface ForceOptions {
  readonly spacing: number;
  readonly aspect: number;
  readonly ticks: number;
  /** Heat at the start: 1 for a network out of nothing, less for one that is nearly settled. */
  readonly alpha: number;
  /** The network itself, whose nodes must not lie on each other; a coarser level only says where they go. */
  readonly isWhole: boolean;
}

/** A simulation that ticks when told to, and is settled after so many ticks. */
export function settlingOf(
  bodies: Body[],
  springs: Spring[],
  { spacing, aspect, ticks, alpha, isWhole }: ForceOptions,
): Settling {
  const alphaMin = 0.002;
  const isLarge = bodies.length > 2000;
  const greatest = springs.reduce((most, { weight }) => Math.max(most, weight), 1);
  const settling = forceSimulation<Body, Spring>(bodies)
    .stop()
    .alpha(alpha)
    .alphaMin(alphaMin)
    .alphaDecay(1 - Math.pow(alphaMin / alpha, 1 / ticks))
    .velocityDecay(0.45)
    .force(
      'charge',
      forceManyBody<Body>()
        .strength((body) => -CHARGE * spacing * Math.sqrt(body.size))
        .theta(isLarge ? 1.3 : 0.9)
        .distanceMin(spacing / 8)
        .distanceMax(spacing * (isLarge ? 12 : 16)),
    )
    // A wide picture is filled by a wide network: what pulls to the middle pulls less along its width.
    .force('x', forceX<Body>(0).strength(GRAVITY / aspect))
    .force('y', forceY<Body>(0).strength(GRAVITY * aspect))
    .force('group', forceGroup())
    .force('apart', isWhole ? apartBy(bodies.length, aspect) : null);
  const link = forceLink<Body, Spring>(springs).distance(
    ({ source, target, weight }) =>
      spacing * (1.15 - 0.35 * (weight / greatest)) + (source.radius + target.radius) / 2,
  );
  const strength = link.strength();
  // As d3-force's own, weaker the more ties a node has; heavier ties pull harder.
  link.strength((spring, i, all) => {
    const base = typeof strength === 'function' ? strength(spring, i, all) : strength;
    return Math.min(1, base * (0.6 + 0.9 * Math.sqrt(spring.weight / greatest)));
  });
  return settling.force('link', link);
}

function apartBy(count: number, aspect: number): Force<Body, Spring> {
  return count <= NAMED_LIMIT ? forceApart(aspect) : forceCollide<Body>(({ radius }) => radius + 3);
}

/** Draws the bodies of a group gently to the middle of it. */
function forceGroup(): Force<Body, Spring> {
  let bodies: Body[] = [];
  const force = (alpha: number): void => {
    const sums = new Map<number, { x: number; y: number; size: number }>();
    for (const { group, x, y, size } of bodies) {
      if (group < 0) continue;
      const sum = sums.get(group) ?? { x: 0, y: 0, size: 0 };
      sum.x += x * size;
      sum.y += y * size;
      sum.size += size;
      sums.set(group, sum);
    }
    for (const body of bodies) {
      const sum = sums.get(body.group);
      if (sum === undefined) continue;
      body.vx = (body.vx ?? 0) + (sum.x / sum.size - body.x) * GROUPING * alpha;
      body.vy = (body.vy ?? 0) + (sum.y / sum.size - body.y) * GROUPING * alpha;
    }
  };
  return Object.assign(force, {
    initialize(nodes: Body[]) {
      bodies = nodes;
    },
  });
}

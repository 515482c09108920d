/*
 * Keeps nodes with their names apart: each is a box, and boxes that overlap give way along the shorter
 * way out. For a few hundred bodies; larger networks show few names and use d3's circles.
 * Knows: boxes. Must not know: which other forces there are.
 *
 *      ┌────●────┐
 *      │  Google │ ← the name's room belongs to the body
 *      └─────────┘
 */
import type { Force } from 'd3';
import type { Body, Spring } from './layoutBodies.ts';

const STRENGTH = 0.55;

export function forceApart(aspect: number): Force<Body, Spring> {
  let bodies: Body[] = [];
  return Object.assign(() => pushApart(bodies, STRENGTH, aspect), {
    initialize(nodes: Body[]) {
      bodies = nodes;
    },
  });
}

/** Gives overlapping bodies a speed apart, rather along the longer side of the picture; says whether any were. */
export function pushApart(bodies: readonly Body[], strength: number, aspect: number): boolean {
  let hasOverlap = false;
  const bias = Math.sqrt(aspect);
  for (let i = 0; i < bodies.length; i += 1) {
    const a = bodies[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < bodies.length; j += 1) {
      const b = bodies[j];
      if (b === undefined) continue;
      const dx = b.x - a.x;
      const overlapX = a.halfWidth + b.halfWidth - Math.abs(dx);
      if (overlapX <= 0) continue;
      const dy = b.y + (b.below - b.above) / 2 - a.y - (a.below - a.above) / 2;
      const overlapY = (a.above + a.below + b.above + b.below) / 2 - Math.abs(dy);
      if (overlapY <= 0) continue;
      hasOverlap = true;
      // On one spot the order decides, so that the same network always parts the same way.
      if (overlapY * bias < overlapX) {
        const push = ((dy < 0 ? -1 : 1) * overlapY * strength) / 2;
        a.vy = (a.vy ?? 0) - push;
        b.vy = (b.vy ?? 0) + push;
      } else {
        const push = ((dx < 0 ? -1 : 1) * overlapX * strength) / 2;
        a.vx = (a.vx ?? 0) - push;
        b.vx = (b.vx ?? 0) + push;
      }
    }
  }
  return hasOverlap;
}

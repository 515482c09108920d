/*
 * The last hand on a small network: the proportions of the picture, and names that part.
 * Knows: bodies, the picture's size. Must not know: forces, ties.
 */
import { pushApart } from './layoutApart.ts';
import type { Body } from './layoutBodies.ts';
import { fitCamera, type Extent } from './layoutCamera.ts';

export interface PartingOptions {
  readonly room: { readonly width: number; readonly height: number };
  /** Width over height of the ground that the bodies have. */
  readonly aspect: number;
  /** Those that are there already: they stay, and the others give way. */
  readonly isFixed: (body: number) => boolean;
}

/** Angles and lengths still read as they were settled. */
const STRETCH = 1.8;
/** By how much of what a fit shrinks names are enlarged: at once by all of it, a network would burst. */
const FIT_SHARES = [0, 0.4, 0.7, 0.9] as const;
const ROUNDS = 60;
const STRENGTH = 0.5;

/**
 * Gives a network that was laid out anew the proportions of the picture, and its names room. Names keep
 * their size where the picture shrinks the network: seen through a fit, each wants as much more room.
 */
export function* partAll(bodies: readonly Body[], options: PartingOptions): Generator<void, void> {
  for (const share of FIT_SHARES) {
    stretch(bodies, options.aspect);
    const { width, height } = options.room;
    const { scale } = fitCamera(bodies.map(extentOf), { widthPx: width, heightPx: height });
    yield* part(bodies, 1 + share * (1 / Math.min(1, scale) - 1), options);
  }
}

/** Names that stand on others part, as far as they may move. */
export function* part(
  bodies: readonly Body[],
  enlargement: number,
  { aspect, isFixed }: PartingOptions,
): Generator<void, void> {
  const boxes = bodies.map((body) => enlarged(body, enlargement));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const box of boxes) Object.assign(box, { vx: 0, vy: 0 });
    if (!pushApart(boxes, STRENGTH, aspect)) return;
    boxes.forEach((box, i) => {
      if (isFixed(i)) return;
      box.x += box.vx ?? 0;
      box.y += box.vy ?? 0;
      Object.assign(bodies[i] ?? {}, { x: box.x, y: box.y });
    });
    yield;
  }
}

/** What forces alone leave too round or too long gets the proportions of the picture. */
export function stretch(bodies: readonly Body[], aspect: number): void {
  const width = lengthOf(bodies.map(({ x }) => x));
  const height = lengthOf(bodies.map(({ y }) => y));
  if (width === 0 || height === 0) return;
  const factor = Math.min(STRETCH, Math.max(1 / STRETCH, Math.sqrt((aspect * height) / width)));
  for (const body of bodies) {
    body.x *= factor;
    body.y /= factor;
  }
}

function lengthOf(values: readonly number[]): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

function extentOf({ x, y, halfWidth, above, below }: Body): Extent {
  return { x, y, halfWidthPx: halfWidth, abovePx: above, belowPx: below };
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

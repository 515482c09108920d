/*
 * The outline of each kind of node, as an SVG path around 0, 0; SVG, canvas and legend draw the same.
 * Knows: kinds of node. Must not know: where a node stands, its colour.
 *
 *   person ●   organisation ▢   group ⬡   office ◇   event ◉   theme ▭
 */
import type { NetworkNode } from '../../engine/port/network.ts';

export const SHAPES = ['person', 'organisation', 'group', 'office', 'event', 'theme'] as const;
export type Shape = (typeof SHAPES)[number];

export function shapeOf({ kind, actorKind }: Pick<NetworkNode, 'kind' | 'actorKind'>): Shape {
  return kind === 'actor' ? (actorKind ?? 'organisation') : kind;
}

/** Squares, hexagons and diamonds of about the circle's area, so that no kind looks weightier. */
export function shapePath(shape: Shape, radius: number): string {
  switch (shape) {
    case 'person':
    case 'event':
      return circle(radius);
    case 'organisation':
      return roundedBox(radius * 0.9, radius * 0.9, radius * 0.28);
    case 'group':
      return polygon(6, radius * 1.08, Math.PI / 6);
    case 'office':
      return polygon(4, radius * 1.22, 0);
    case 'theme':
      return roundedBox(radius * 1.25, radius * 0.72, radius * 0.72);
  }
}

function circle(radius: number): string {
  const r = round(radius);
  return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
}

function roundedBox(halfWidth: number, halfHeight: number, corner: number): string {
  const w = round(halfWidth);
  const h = round(halfHeight);
  const c = round(corner);
  const [flat, tall] = [round(2 * (w - c)), round(2 * (h - c))];
  return (
    `M${round(c - w)},${-h}h${flat}a${c},${c} 0 0,1 ${c},${c}v${tall}a${c},${c} 0 0,1 ${-c},${c}` +
    `h${-flat}a${c},${c} 0 0,1 ${-c},${-c}v${-tall}a${c},${c} 0 0,1 ${c},${-c}Z`
  );
}

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return `${round(radius * Math.cos(angle))},${round(radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

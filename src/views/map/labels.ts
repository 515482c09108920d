/*
 * Names beside circles: the weightiest first, each where nothing else stands, whole or not at all.
 * Knows: circles, widths, the picture's edges. Must not know: places, DOM.
 *
 *            ┌──────┐
 *   ┌──────┐ (above)          tried in this order: right, left, below, above;
 *   │ left │   (●)   ┌───────┐  the side of the last picture comes first, so that names stay put
 *   └──────┘ (below) │ right │
 *            └──────┘└───────┘
 */
export type Side = 'right' | 'left' | 'below' | 'above';

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface LabelWish {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** 0: the circle has no name to show, and only stands in the way of others. */
  readonly widthPx: number;
}

export interface PlacedLabel {
  readonly side: Side;
  readonly box: Box;
}

export interface LabelOptions {
  /** In the order of weight. */
  readonly wishes: readonly LabelWish[];
  readonly size: { readonly widthPx: number; readonly heightPx: number };
  /** Where something else lies over the picture. */
  readonly taken: readonly Box[];
  /** The sides of the last picture, by key. */
  readonly before: ReadonlyMap<string, Side>;
}

const LABEL_HEIGHT_PX = 18;
/** From a circle to its name; the rings of what is chosen or has the focus fit between. */
export const NAME_GAP_PX = 7;
/** From names to the picture's edge. */
const EDGE_PX = 4;
const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];

/** The labels that found a place, by key. */
export function placeLabels(options: LabelOptions): ReadonlyMap<string, PlacedLabel> {
  const placed = new Map<string, PlacedLabel>();
  const taken: Box[] = [...options.taken];
  for (const wish of options.wishes) {
    if (wish.widthPx <= 0) continue;
    const last = options.before.get(wish.key);
    const sides = last === undefined ? SIDES : [last, ...SIDES.filter((side) => side !== last)];
    for (const side of sides) {
      const box = boxAt(wish, side);
      const isFree =
        isInside(box, options.size) &&
        !taken.some((other) => overlaps(box, other)) &&
        !options.wishes.some((other) => other !== wish && covers(other, box));
      if (!isFree) continue;
      placed.set(wish.key, { side, box });
      taken.push(box);
      break;
    }
  }
  return placed;
}

function boxAt({ x, y, radiusPx, widthPx }: LabelWish, side: Side): Box {
  const half = LABEL_HEIGHT_PX / 2;
  const off = radiusPx + NAME_GAP_PX;
  switch (side) {
    case 'right':
      return { x0: x + off, x1: x + off + widthPx, y0: y - half, y1: y + half };
    case 'left':
      return { x0: x - off - widthPx, x1: x - off, y0: y - half, y1: y + half };
    case 'below':
      return { x0: x - widthPx / 2, x1: x + widthPx / 2, y0: y + off, y1: y + off + 2 * half };
    case 'above':
      return { x0: x - widthPx / 2, x1: x + widthPx / 2, y0: y - off - 2 * half, y1: y - off };
  }
}

function isInside(box: Box, { widthPx, heightPx }: LabelOptions['size']): boolean {
  return (
    box.x0 >= EDGE_PX &&
    box.y0 >= EDGE_PX &&
    box.x1 <= widthPx - EDGE_PX &&
    box.y1 <= heightPx - EDGE_PX
  );
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** Whether a circle reaches into the box. */
export function covers({ x, y, radiusPx }: LabelWish, box: Box): boolean {
  const dx = x - Math.min(Math.max(x, box.x0), box.x1);
  const dy = y - Math.min(Math.max(y, box.y0), box.y1);
  return dx * dx + dy * dy < (radiusPx + 1) * (radiusPx + 1);
}

/*
 * Which names stand in the picture, and on which side of their nodes: none over another, none over a
 * node, none out of the picture. Whoever comes first in the list chooses first.
 * Knows: boxes in pixels. Must not know: what is written, why one comes before another.
 *
 *      above            candidates in the order in which they are tried: below, above, right, left,
 *   left ● right        then below and above once more, beginning or ending at the node
 *      below
 */

export type LabelSide =
  'below' | 'above' | 'right' | 'left' | 'below-start' | 'below-end' | 'above-start' | 'above-end';

/** Where a name stands on a side, relative to the node's middle. */
export interface LabelPlace {
  /** Its middle, its beginning or its end, as the anchor says. */
  readonly dx: number;
  /** Its upper edge. */
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface LabelWish {
  readonly key: string;
  /** The node's middle and radius, in pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 where there is nothing to write. */
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly owner: string;
}

const SIDES: readonly LabelSide[] = [
  'below',
  'above',
  'right',
  'left',
  'below-start',
  'below-end',
  'above-start',
  'above-end',
];
export const LABEL_GAP_PX = 4;
/** Air around a name. */
const AIR_PX = 3;
const CELL_PX = 48;

export interface LabelRoom {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * @param wishes the most important first; their nodes are kept free whether or not they get a name
 * @param former the side that each had, kept where it still does, so that names do not flutter
 * @returns the side for each that has room
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  room: LabelRoom,
  former: ReadonlyMap<string, LabelSide>,
): Map<string, LabelSide> {
  const taken = new BoxIndex();
  for (const wish of wishes) taken.add(nodeBox(wish));
  const sides = new Map<string, LabelSide>();
  for (const wish of wishes) {
    if (wish.width === 0) continue;
    const was = former.get(wish.key);
    const order = was === undefined ? SIDES : [was, ...SIDES.filter((side) => side !== was)];
    for (const side of order) {
      const box = labelBox(wish, side);
      if (!isWithin(box, room) || taken.hits(box)) continue;
      taken.add(box);
      sides.set(wish.key, side);
      break;
    }
  }
  return sides;
}

function nodeBox({ key, x, y, radius }: LabelWish): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, owner: key };
}

/** A name that begins or ends at its node does so a little before its middle. */
const INSET = 0.6;

export function labelPlace(side: LabelSide, radius: number, height: number): LabelPlace {
  const reach = radius + LABEL_GAP_PX;
  const below = reach;
  const above = -reach - height;
  switch (side) {
    case 'below':
      return { dx: 0, dy: below, anchor: 'middle' };
    case 'above':
      return { dx: 0, dy: above, anchor: 'middle' };
    case 'right':
      return { dx: reach, dy: -height / 2, anchor: 'start' };
    case 'left':
      return { dx: -reach, dy: -height / 2, anchor: 'end' };
    case 'below-start':
      return { dx: -radius * INSET, dy: below, anchor: 'start' };
    case 'below-end':
      return { dx: radius * INSET, dy: below, anchor: 'end' };
    case 'above-start':
      return { dx: -radius * INSET, dy: above, anchor: 'start' };
    case 'above-end':
      return { dx: radius * INSET, dy: above, anchor: 'end' };
  }
}

/** The room that a name takes on a side, in pixels, with air around it. */
export function labelBox(wish: LabelWish, side: LabelSide): Box {
  const { x, y, radius, width, height, key } = wish;
  const { dx, dy, anchor } = labelPlace(side, radius, height);
  const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return {
    left: left - AIR_PX,
    top: y + dy,
    right: left + width + AIR_PX,
    bottom: y + dy + height,
    owner: key,
  };
}

function isWithin(box: Box, { widthPx, heightPx }: LabelRoom): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= widthPx && box.bottom <= heightPx;
}

/** Boxes by the cells of a grid that they lie in. */
class BoxIndex {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes === undefined) this.#cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  /** Whether any box but the owner's own is hit. */
  hits(box: Box): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (other.owner !== box.owner && doOverlap(box, other)) return true;
      }
    }
    return false;
  }
}

function doOverlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Pictures are narrower than a million cells. */
const COLUMNS = 1 << 20;

function* cellsOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row += 1) {
    for (
      let column = Math.floor(left / CELL_PX);
      column <= Math.floor(right / CELL_PX);
      column += 1
    ) {
      yield row * COLUMNS + column;
    }
  }
}

/*
 * The card beside what the pointer or the focus is on: a node's whole name, kind, events and measure, or
 * what a tie says.
 * Knows: geometry, one HTML element. Must not know: React, store. Screen readers have the nodes' names.
 */
import type { NodeMeasure } from '../../engine/port/network.ts';
import type { NetworkGeometry, PlacedNode, PlacedTie } from './layout.ts';
import type { PictureSize } from './layoutCamera.ts';
import type { NetworkLook } from './draw.ts';
import { counted, kindWords, MEASURE_WORDS, tieWords } from './words.ts';

export interface Card {
  /** Beside a node, or else at a tie; hidden where there is neither. */
  render(subject: CardSubject): void;
}

interface CardSubject {
  readonly geometry: NetworkGeometry;
  readonly size: PictureSize;
  readonly look: Pick<NetworkLook, 'centre' | 'lit'>;
  readonly tie: { readonly placed: PlacedTie; readonly xPx: number; readonly yPx: number } | null;
  readonly measure: NodeMeasure;
  /** Whether the measure is of a sample. */
  readonly isEstimated: boolean;
  /** While the picture moves, nothing stands beside anything. */
  readonly isMoving: boolean;
}

const GAP_PX = 12;
const EDGE_PX = 8;
/** Room for the node's own name. */
const BELOW_PX = 26;
/** A node with its name reaches about so far around its middle. */
const AROUND_PX = 22;
/** The card never covers what it speaks of. */
const OWN_COST = 100;

export function createCard(element: HTMLElement): Card {
  let said = '';
  /** Measured when other words stand in it: to ask in every frame would lay the page out in every frame. */
  let cardSize: { readonly width: number; readonly height: number } | null = null;
  const say = (lines: readonly string[]): void => {
    if (said === lines.join('\n')) return;
    said = lines.join('\n');
    cardSize = null;
    const [first = '', ...others] = lines;
    const title = document.createElement('strong');
    title.textContent = first;
    title.dir = 'auto';
    element.replaceChildren(
      title,
      ...others.map((line) => {
        const span = document.createElement('span');
        span.textContent = line;
        return span;
      }),
    );
  };

  const place = (at: Point, gapPx: number, size: PictureSize, others: readonly Point[]): void => {
    cardSize ??= { width: element.offsetWidth, height: element.offsetHeight };
    const { width, height } = cardSize;
    const spots = spotsAround(at, gapPx, width, height).map(({ left, top }) => ({
      left: Math.min(Math.max(EDGE_PX, left), size.widthPx - width - EDGE_PX),
      top: Math.min(Math.max(EDGE_PX, top), size.heightPx - height - EDGE_PX),
    }));
    const costs = spots.map(({ left, top }) => {
      const isUnder = ({ x, y }: Point): boolean =>
        x > left - AROUND_PX &&
        x < left + width + AROUND_PX &&
        y > top - AROUND_PX &&
        y < top + height + AROUND_PX;
      return others.filter(isUnder).length + (isUnder(at) ? OWN_COST : 0);
    });
    const best = spots[costs.indexOf(Math.min(...costs))];
    element.style.setProperty('left', `${String(Math.round(best?.left ?? 0))}px`);
    element.style.setProperty('top', `${String(Math.round(best?.top ?? 0))}px`);
  };

  return {
    render({ geometry, size, look, tie, measure, isEstimated, isMoving }) {
      const key = isMoving ? null : look.centre;
      const placed =
        key === null ? undefined : geometry.nodes.find(({ item }) => item.node.key === key);
      element.hidden = placed === undefined && (tie === null || isMoving);
      if (element.hidden) return;
      // What is lit is what one wants to see: the card stands where it covers least of it.
      const lit = geometry.nodes.filter(({ item }) => look.lit?.has(item.node.key) ?? false);
      const others = lit
        .filter((other) => other !== placed)
        .map((other) => pixelOf(geometry, other));
      if (placed !== undefined) {
        say(nodeLines(placed, measure, isEstimated));
        place(pixelOf(geometry, placed), placed.radius + GAP_PX, size, others);
      } else if (tie !== null) {
        const { item, from, to } = tie.placed;
        say([`${from.item.node.name} – ${to.item.node.name}`, sentence(tieWords(item.tie))]);
        place({ x: tie.xPx, y: tie.yPx }, GAP_PX, size, others);
      }
    },
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pixelOf({ offsetX, offsetY }: NetworkGeometry, { x, y }: PlacedNode): Point {
  return { x: x + offsetX, y: y + offsetY };
}

/** Above, below, right and left of a point. */
function spotsAround(
  { x, y }: Point,
  gapPx: number,
  width: number,
  height: number,
): { readonly left: number; readonly top: number }[] {
  return [
    { left: x - width / 2, top: y - gapPx - height },
    { left: x - width / 2, top: y + gapPx + BELOW_PX },
    { left: x + gapPx, top: y - height / 2 },
    { left: x - gapPx - width, top: y - height / 2 },
  ];
}

function nodeLines({ item }: PlacedNode, measure: NodeMeasure, isEstimated: boolean): string[] {
  const { node } = item;
  const lines = [node.name, kindWords(node)];
  if (node.kind !== 'event') lines.push(counted(node.events, 'event'));
  if (node.kind === 'actor' && measure !== 'events') {
    const about = isEstimated ? 'About ' : '';
    lines.push(`${about}${String(Math.round(node.value * 100))}% ${MEASURE_WORDS[measure].share}`);
  }
  if (node.community !== null) lines.push(`Community ${String(node.community + 1)}`);
  if (item.isRest) lines.push('Does not match the filters');
  return lines;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

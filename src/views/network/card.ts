/*
 * The card beside what the pointer or the focus is on: a node's whole name, kind, events and measure, or
 * what a tie says.
 * Knows: geometry, one HTML element. Must not know: React, store. Screen readers have the nodes' names.
 */
import type { NodeMeasure } from '../../engine/port/network.ts';
import type { NetworkGeometry, PlacedNode, PlacedTie } from './layout.ts';
import type { PictureSize } from './layoutCamera.ts';
import { counted, kindWords, MEASURE_WORDS, tieWords } from './words.ts';

export interface Card {
  /** Beside a node, or else at a tie; hidden where there is neither. */
  render(subject: CardSubject): void;
}

interface CardSubject {
  readonly geometry: NetworkGeometry;
  readonly size: PictureSize;
  readonly key: string | null;
  readonly tie: { readonly placed: PlacedTie; readonly xPx: number; readonly yPx: number } | null;
  readonly measure: NodeMeasure;
}

const GAP_PX = 12;
const EDGE_PX = 8;

export function createCard(element: HTMLElement): Card {
  let said = '';
  const say = (lines: readonly string[]): void => {
    if (said === lines.join('\n')) return;
    said = lines.join('\n');
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

  const place = (xPx: number, yPx: number, gapPx: number, size: PictureSize): void => {
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = Math.min(Math.max(EDGE_PX, xPx - width / 2), size.widthPx - width - EDGE_PX);
    const isAbove = yPx - gapPx - height > EDGE_PX;
    const top = isAbove ? yPx - gapPx - height : yPx + gapPx;
    element.style.setProperty('left', `${String(Math.round(left))}px`);
    element.style.setProperty('top', `${String(Math.round(top))}px`);
  };

  return {
    render({ geometry, size, key, tie, measure }) {
      const placed = geometry.nodes.find(({ item }) => item.node.key === key);
      element.hidden = placed === undefined && tie === null;
      if (placed !== undefined) {
        say(nodeLines(placed, measure));
        const { x, y, radius } = placed;
        place(x + geometry.offsetX, y + geometry.offsetY, radius + GAP_PX, size);
      } else if (tie !== null) {
        const { item, from, to } = tie.placed;
        say([`${from.item.node.name} – ${to.item.node.name}`, sentence(tieWords(item.tie))]);
        place(tie.xPx, tie.yPx, GAP_PX, size);
      }
    },
  };
}

function nodeLines({ item }: PlacedNode, measure: NodeMeasure): string[] {
  const { node } = item;
  const lines = [node.name, kindWords(node)];
  if (node.kind !== 'event') lines.push(counted(node.events, 'event'));
  if (node.kind === 'actor' && measure !== 'events') {
    lines.push(`${String(Math.round(node.value * 100))}% ${MEASURE_WORDS[measure].share}`);
  }
  if (node.community !== null) lines.push(`Community ${String(node.community + 1)}`);
  if (item.isRest) lines.push('Does not match the filters');
  return lines;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/*
 * What the signs of a picture mean, for who has no page to point at.
 * Knows: answers, the marks' forms. Must not know: the page, files.
 */
import type { DatasetAnswer, TimelineAnswer } from '../../engine/port.ts';
import type { PlacesAnswer } from '../../engine/port/places.ts';
import type { Choices } from '../../state/choices.ts';
import type { Tokens } from '../picture/tokens.ts';
import { svgNode } from '../picture/nodes.ts';

export type Sign =
  'day' | 'within' | 'throughout' | 'hollow' | 'hatch' | 'circle' | 'arc' | 'colour';

export interface LegendEntry {
  readonly sign: Sign;
  readonly words: string;
  /** A palette's slot; null: the ink. */
  readonly slot: number | null;
}

export interface LegendInput {
  readonly choices: Choices;
  readonly history: DatasetAnswer;
  readonly timeline: TimelineAnswer | null;
  readonly places: PlacesAnswer | null;
}

const SLOT_TOKENS = [
  'slot-0',
  'slot-1',
  'slot-2',
  'slot-3',
  'slot-4',
  'slot-5',
  'slot-6',
  'slot-7',
] as const;

/** Only signs that can be seen; the network brings its own. */
export function legendOf({
  choices,
  history,
  timeline,
  places,
}: LegendInput): readonly LegendEntry[] {
  const entries: LegendEntry[] = [];
  const add = (sign: Sign, words: string, slot: number | null = null): void => {
    entries.push({ sign, words, slot });
  };
  if (choices.views.includes('timeline') && timeline !== null) {
    const { marks } = timeline;
    const isWithin = marks.filter(({ extent }) => extent === 'within');
    if (isWithin.some(({ isWide }) => !isWide)) add('day', 'On a day');
    if (isWithin.some(({ isWide }) => isWide)) add('within', 'Some time within');
    if (marks.some(({ extent }) => extent === 'throughout')) add('throughout', 'Throughout');
    if (marks.some(({ status }) => status !== 'happened')) add('hollow', 'Planned or unconfirmed');
    if (history.asOf !== null) add('hatch', 'After the account');
    if (choices.laneBy !== 'theme') {
      const used = new Set(marks.map(({ colour }) => colour));
      history.themes.slice(0, SLOT_TOKENS.length).forEach(({ name }, slot) => {
        if (used.has(slot)) add('colour', name, slot);
      });
    }
  }
  if (choices.views.includes('map')) {
    add('circle', 'Events at a place, by its area');
    if (places !== null && places.arcs.length > 0) add('arc', 'Events that two places share');
  }
  return entries;
}

const SIGN_PX = 22;

/** The sign in a box of 22 by 16 pixels from (x, y). */
function drawSign({ sign, slot }: LegendEntry, x: number, y: number, tokens: Tokens): SVGElement {
  const colour = slot === null ? tokens['ink-soft'] : slotColour(tokens, slot);
  const middle = y + 8;
  switch (sign) {
    case 'day':
      return svgNode('circle', { cx: x + SIGN_PX / 2, cy: middle, r: 5, fill: colour });
    case 'colour':
      return svgNode('rect', {
        x: x + 5,
        y: middle - 6,
        width: 12,
        height: 12,
        rx: 3,
        fill: colour,
      });
    case 'within':
      return svgNode('g', {}, [
        svgNode('rect', {
          x,
          y: middle - 6.5,
          width: SIGN_PX,
          height: 13,
          rx: 6.5,
          fill: colour,
          'fill-opacity': 0.26,
        }),
        svgNode('circle', { cx: x + SIGN_PX / 2, cy: middle, r: 5, fill: colour }),
      ]);
    case 'throughout':
      return svgNode('rect', {
        x,
        y: middle - 4.5,
        width: SIGN_PX,
        height: 9,
        rx: 4.5,
        fill: colour,
        'fill-opacity': 0.42,
      });
    case 'hollow':
      return svgNode('circle', {
        cx: x + SIGN_PX / 2,
        cy: middle,
        r: 5,
        fill: tokens['ground-view'],
        stroke: colour,
        'stroke-width': 1.8,
        'stroke-dasharray': '2.6 2',
      });
    case 'hatch':
      return svgNode('path', {
        d: [0, 5, 10, 15].map((dx) => `M${String(x + dx)},${String(y + 14)}l7,-12`).join(''),
        stroke: tokens.hatch,
        'stroke-width': 2.5,
        fill: 'none',
      });
    case 'circle':
      return svgNode('circle', {
        cx: x + SIGN_PX / 2,
        cy: middle,
        r: 7,
        fill: tokens.accent,
        'fill-opacity': 0.86,
      });
    case 'arc':
      return svgNode('path', {
        d: `M${String(x)},${String(y + 13)}q${String(SIGN_PX / 2)},-14 ${String(SIGN_PX)},0`,
        stroke: tokens.accent,
        'stroke-width': 2,
        'stroke-opacity': 0.6,
        fill: 'none',
      });
    default:
      return sign satisfies never;
  }
}

function slotColour(tokens: Tokens, slot: number): string {
  return tokens[SLOT_TOKENS[slot % SLOT_TOKENS.length] ?? 'ink-soft'];
}

export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly text: (words: string, x: number, y: number) => { node: SVGElement; widthPx: number };
}

/** In rows from (x, y), as many as they need; tells how high they are. */
export function setLegend(
  entries: readonly LegendEntry[],
  { x, y, widthPx, text }: LegendPlace,
  tokens: Tokens,
): { readonly nodes: readonly SVGElement[]; readonly heightPx: number } {
  const nodes: SVGElement[] = [];
  let at = x;
  let top = y;
  for (const entry of entries) {
    let words = text(entry.words, at + SIGN_PX + 7, top);
    const takes = SIGN_PX + 7 + words.widthPx;
    if (at > x && at + takes > x + widthPx) {
      at = x;
      top += 22;
      words = text(entry.words, at + SIGN_PX + 7, top);
    }
    nodes.push(drawSign(entry, at, top, tokens), words.node);
    at += takes + 20;
  }
  return { nodes, heightPx: entries.length === 0 ? 0 : top - y + 22 };
}

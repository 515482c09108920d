/*
 * A picture as it goes out into the world: with title, time, filters, legend, sources and a link around it.
 * Knows: pictures and words. Must not know: the store, the page, which file it becomes.
 *
 *   ┌ title ────────────────────────────┐
 *   │ view · time · events · filters    │
 *   │ ┌───────────────────────────────┐ │
 *   │ │ picture                       │ │
 *   │ │ strip of statistics           │ │
 *   │ └───────────────────────────────┘ │
 *   │ ● legend                          │
 *   └ sources · link ───────────────────┘
 */
import { createMeasure, type Measure } from '../picture/faces.ts';
import { svgNode, xmlText } from '../picture/nodes.ts';
import type { Picture } from '../picture/takePicture.ts';
import type { Tokens } from '../picture/tokens.ts';
import { setLegend, type LegendEntry } from './legend.ts';
import { linked, setText, type Style } from './setText.ts';
import type { SheetWords } from './words.ts';

/** A drawing of a known size that needs nothing beside it but its faces. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ground: string;
}

export interface SheetInput {
  /** One under the other. */
  readonly pictures: readonly Picture[];
  readonly words: SheetWords;
  readonly legend: readonly LegendEntry[];
  readonly tokens: Tokens;
  readonly language: string | null;
}

const MARGIN_PX = 28;
const LEAST_WIDTH_PX = 640;

export function makeSheet({ pictures, words, legend, tokens, language }: SheetInput): Drawing {
  const measure = createMeasure();
  const pictureWidth = Math.max(...pictures.map(({ widthPx }) => widthPx));
  const widthPx = Math.ceil(Math.max(LEAST_WIDTH_PX, pictureWidth) + 2 * MARGIN_PX);
  const innerPx = widthPx - 2 * MARGIN_PX;
  const nodes: SVGElement[] = [];
  let y = MARGIN_PX - 6;
  const put = (text: string, style: Style, gapPx: number, href: string | null = null): void => {
    const set = setText(text, style, { x: MARGIN_PX, y, widthPx: innerPx }, measure);
    nodes.push(...(href === null ? set.nodes : [linked(set.nodes, href)]));
    y += set.heightPx + gapPx;
  };
  const small = { face: 'text', sizePx: 12.5, weight: 400, lineHeight: 1.45 } as const;
  put(
    words.title,
    { face: 'title', sizePx: 26, weight: 600, lineHeight: 1.2, fill: tokens.ink },
    4,
  );
  put(words.shown, { ...small, sizePx: 14, fill: tokens['ink-soft'] }, 0);
  put(words.filters, { ...small, sizePx: 14, fill: tokens['ink-soft'] }, 14);

  const top = y;
  const left = MARGIN_PX + (innerPx - pictureWidth) / 2;
  for (const picture of pictures) {
    picture.group.setAttribute('transform', `translate(${String(left)},${String(y)})`);
    // The clip belongs to the group's own coordinates, so a group around it is what moves.
    const moved = svgNode('g', { transform: `translate(${String(left)},${String(y)})` });
    picture.group.removeAttribute('transform');
    moved.append(picture.group);
    nodes.push(moved);
    y += picture.heightPx;
  }
  nodes.push(
    svgNode('rect', {
      x: left - 0.5,
      y: top - 0.5,
      width: pictureWidth + 1,
      height: y - top + 1,
      fill: 'none',
      stroke: tokens['line-strong'],
    }),
  );
  y += 14;
  const keys = setLegend(legend, legendPlace(y, innerPx, measure, tokens), tokens);
  nodes.push(...keys.nodes);
  y += keys.heightPx + (keys.heightPx > 0 ? 6 : 0);
  put(words.sources, { ...small, fill: tokens['ink-soft'] }, 2);
  put(words.link, { ...small, fill: tokens.accent }, 0, words.link);
  const heightPx = Math.ceil(y + MARGIN_PX - 8);

  const svg = svgNode('svg', {
    width: widthPx,
    height: heightPx,
    viewBox: `0 0 ${String(widthPx)} ${String(heightPx)}`,
    role: 'img',
    'xml:space': 'preserve',
  });
  if (language !== null) svg.setAttribute('lang', language);
  svg.append(
    svgNode('title', {}, [xmlText(`${words.title}: ${words.shown}`)]),
    svgNode('desc', {}, [xmlText([words.filters, words.sources, words.link].join('. '))]),
    ...pictures.map(({ defs }) => defs),
    svgNode('rect', { width: widthPx, height: heightPx, fill: tokens.ground }),
    ...nodes,
  );
  return { svg, widthPx, heightPx, ground: tokens.ground };
}

function legendPlace(y: number, widthPx: number, measure: Measure, tokens: Tokens) {
  const style: Style = {
    face: 'text',
    sizePx: 12.5,
    weight: 400,
    lineHeight: 1.3,
    fill: tokens['ink-soft'],
  };
  const { width } = measure(style.face, style.sizePx, style.weight);
  return {
    x: MARGIN_PX,
    y,
    widthPx,
    text: (words: string, x: number, top: number) => {
      const takes = width(words);
      const set = setText(words, style, { x, y: top, widthPx: takes + 1 }, measure);
      return { node: svgNode('g', {}, set.nodes), widthPx: takes };
    },
  };
}

/*
 * A scene as a page of paper, A4 across: words and figures beside the picture, notes and sources below.
 * Knows: pictures and words. Must not know: the store, which file the page goes into.
 *
 *   ┌─────────────┬────────────────────┐
 *   │ Title       │ picture            │
 *   │ text, steps │                    │
 *   │ 50+   £50m  │                    │
 *   ├─────────────┴────────────────────┤
 *   │ notes, in two columns            │
 *   │ 1 source   2 source              │
 *   └ history · link ──────────── 3/11 ┘
 */
import type { Measure } from '../picture/faces.ts';
import { number, svgNode, xmlText } from '../picture/nodes.ts';
import type { Picture } from '../picture/takePicture.ts';
import type { Tokens } from '../picture/tokens.ts';
import { linked, setText, type Style } from '../sheet/setText.ts';
import type { Drawing } from '../sheet/sheet.ts';
import type { Block } from './plainText.ts';
import type { SceneWords } from './sceneWords.ts';

/** A4 across, in CSS pixels. */
const PAGE = { widthPx: 1123, heightPx: 794 } as const;
const MARGIN_PX = 42;
const WORDS_PX = 312;
const GAP_PX = 30;
const COLUMNS_GAP_PX = 28;
const PICTURE_LEAST_PX = 250;

export interface PageInput {
  readonly words: SceneWords;
  readonly picture: Picture;
  readonly areNotesWanted: boolean;
  readonly history: string;
  readonly link: string;
  readonly page: number;
  readonly pages: number;
  readonly tokens: Tokens;
  readonly measure: Measure;
}

interface Column {
  readonly nodes: readonly SVGElement[];
  readonly heightPx: number;
}

export function makePage(input: PageInput): Drawing {
  const { words, picture, history, link, page, pages, tokens, measure } = input;
  const innerPx = PAGE.widthPx - 2 * MARGIN_PX;
  const footer = footerOf(input, innerPx);
  const below = belowOf(input, innerPx, PAGE.heightPx - MARGIN_PX - footer.heightPx);
  const bottom = PAGE.heightPx - MARGIN_PX - footer.heightPx - below.heightPx;

  const left = wordsOf(words, tokens, measure, bottom - MARGIN_PX);
  const box = {
    x: MARGIN_PX + WORDS_PX + GAP_PX,
    y: MARGIN_PX,
    widthPx: innerPx - WORDS_PX - GAP_PX,
    heightPx: bottom - MARGIN_PX - 14,
  };
  const svg = svgNode('svg', {
    width: PAGE.widthPx,
    height: PAGE.heightPx,
    viewBox: `0 0 ${String(PAGE.widthPx)} ${String(PAGE.heightPx)}`,
    role: 'img',
    'xml:space': 'preserve',
  });
  svg.append(
    svgNode('title', {}, [
      xmlText(`${words.title}. ${history}, ${String(page)} of ${String(pages)}`),
    ]),
    svgNode('desc', {}, [xmlText(link)]),
    picture.defs,
    svgNode('rect', { width: PAGE.widthPx, height: PAGE.heightPx, fill: tokens.ground }),
    ...left.nodes,
    placed(picture, box, tokens),
    ...moved(below.nodes, bottom),
    ...moved(footer.nodes, PAGE.heightPx - MARGIN_PX - footer.heightPx),
  );
  return { svg, widthPx: PAGE.widthPx, heightPx: PAGE.heightPx, ground: tokens.ground };
}

/** The picture as large as its box takes it, in a frame. */
function placed(
  picture: Picture,
  box: { x: number; y: number; widthPx: number; heightPx: number },
  tokens: Tokens,
): SVGElement {
  const scale = Math.min(box.widthPx / picture.widthPx, box.heightPx / picture.heightPx);
  const widthPx = picture.widthPx * scale;
  const x = box.x + box.widthPx - widthPx;
  return svgNode('g', {}, [
    svgNode('rect', {
      x: x - 0.5,
      y: box.y - 0.5,
      width: widthPx + 1,
      height: picture.heightPx * scale + 1,
      fill: picture.ground,
      stroke: tokens['line-strong'],
    }),
    svgNode(
      'g',
      { transform: `translate(${number(x)},${number(box.y)}) scale(${scale.toFixed(5)})` },
      [picture.group],
    ),
  ]);
}

/** At the largest size at which all of it has room. */
function wordsOf(words: SceneWords, tokens: Tokens, measure: Measure, mostPx: number): Column {
  for (const scale of [1, 0.9, 0.8, 0.7, 0.6, 0.5]) {
    const column = wordsAt(words, scale, tokens, measure);
    if (column.heightPx <= mostPx || scale === 0.5) return column;
  }
  return { nodes: [], heightPx: 0 };
}

function wordsAt(words: SceneWords, scale: number, tokens: Tokens, measure: Measure): Column {
  const nodes: SVGElement[] = [];
  let y = MARGIN_PX - 4;
  const put = (text: string, style: Style, gapPx: number, indentPx = 0): void => {
    const place = { x: MARGIN_PX + indentPx, y, widthPx: WORDS_PX - indentPx };
    const set = setText(text, { ...style, sizePx: style.sizePx * scale }, place, measure);
    nodes.push(...set.nodes);
    y += set.heightPx + gapPx * scale;
  };
  put(
    words.title,
    { face: 'title', sizePx: 29, weight: 600, lineHeight: 1.16, fill: tokens.ink },
    12,
  );
  const body: Style = { face: 'text', sizePx: 15, weight: 400, lineHeight: 1.45, fill: tokens.ink };
  for (const { mark, depth, text } of words.text) {
    put(mark === '' ? text : `${mark} ${text}`, body, 7, depth * 12);
  }
  for (const step of words.steps) put(`• ${step}`, { ...body, fill: tokens['ink-soft'] }, 4, 0);
  y += 8 * scale;
  const figures = figuresAt(words, y, scale, tokens, measure);
  return { nodes: [...nodes, ...figures.nodes], heightPx: figures.bottom - MARGIN_PX };
}

/** Side by side, as many as fit in a row. */
function figuresAt(
  { figures }: SceneWords,
  top: number,
  scale: number,
  tokens: Tokens,
  measure: Measure,
): { readonly nodes: readonly SVGElement[]; readonly bottom: number } {
  const nodes: SVGElement[] = [];
  const columns = Math.min(2, Math.max(1, figures.length));
  const widthPx = (WORDS_PX - (columns - 1) * 16) / columns;
  let y = top;
  for (let i = 0; i < figures.length; i += columns) {
    const heights = figures.slice(i, i + columns).map(({ amount, caption }, column) => {
      const x = MARGIN_PX + column * (widthPx + 16);
      const large = setText(
        amount,
        { face: 'title', sizePx: 30 * scale, weight: 600, lineHeight: 1.15, fill: tokens.accent },
        { x, y, widthPx },
        measure,
      );
      const small = setText(
        caption,
        {
          face: 'text',
          sizePx: 12.5 * scale,
          weight: 400,
          lineHeight: 1.3,
          fill: tokens['ink-soft'],
        },
        { x, y: y + large.heightPx, widthPx },
        measure,
      );
      nodes.push(...large.nodes, ...small.nodes);
      return large.heightPx + small.heightPx;
    });
    y += Math.max(...heights) + 12 * scale;
  }
  return { nodes, bottom: y };
}

/** Notes where they are wanted, and the sources, each in two columns; smaller where there is much of them. */
function belowOf(input: PageInput, innerPx: number, mostPx: number): Column {
  const roomPx = mostPx - MARGIN_PX - PICTURE_LEAST_PX;
  for (const sizePx of [11.5, 10.5, 9.5, 8.5, 7.5]) {
    const column = belowAt(input, innerPx, sizePx);
    if (column.heightPx <= roomPx || sizePx === 7.5) return column;
  }
  return { nodes: [], heightPx: 0 };
}

function belowAt(
  { words, areNotesWanted, tokens, measure }: PageInput,
  innerPx: number,
  sizePx: number,
): Column {
  const style: Style = { face: 'text', sizePx, weight: 400, lineHeight: 1.42, fill: tokens.ink };
  const nodes: SVGElement[] = [];
  let y = 0;
  const part = (heading: string, blocks: readonly Block[], fill: string): void => {
    if (blocks.length === 0) return;
    const title = setText(
      heading,
      { ...style, weight: 600, fill: tokens['ink-soft'] },
      { x: MARGIN_PX, y, widthPx: innerPx },
      measure,
    );
    const set = inColumns(blocks, { ...style, fill }, y + title.heightPx + 2, innerPx, measure);
    nodes.push(...title.nodes, ...set.nodes);
    y += title.heightPx + set.heightPx + 10;
  };
  if (areNotesWanted) part('Notes', words.notes, tokens.ink);
  part(
    words.sources.length === 1 ? 'Source' : 'Sources',
    words.sources.map((text, i) => ({ mark: String(i + 1), depth: 1, text })),
    tokens['ink-soft'],
  );
  return { nodes, heightPx: y };
}

const INDENT_PX = 15;

/** Block by block into the first column until half of the height is there, the rest into the second. */
function inColumns(
  blocks: readonly Block[],
  style: Style,
  top: number,
  innerPx: number,
  measure: Measure,
): Column {
  const widthPx = (innerPx - COLUMNS_GAP_PX) / 2;
  const set = (block: Block, x: number, y: number): Column => {
    const indentPx = block.depth * INDENT_PX;
    const text = setText(
      block.text,
      style,
      { x: x + indentPx, y, widthPx: widthPx - indentPx },
      measure,
    );
    const mark =
      block.mark === ''
        ? []
        : setText(
            block.mark,
            style,
            { x: x + indentPx - INDENT_PX, y, widthPx: INDENT_PX * 2 },
            measure,
          ).nodes;
    return { nodes: [...mark, ...text.nodes], heightPx: text.heightPx + 3 };
  };
  const heights = blocks.map((block) => set(block, 0, 0).heightPx);
  const half = heights.reduce((sum, height) => sum + height, 0) / 2;
  const nodes: SVGElement[] = [];
  const bottoms = [top, top];
  let column = 0;
  let taken = 0;
  blocks.forEach((block, i) => {
    const height = heights[i] ?? 0;
    if (column === 0 && taken > 0 && taken + height / 2 > half) column = 1;
    taken += height;
    const y = bottoms[column] ?? top;
    nodes.push(...set(block, MARGIN_PX + column * (widthPx + COLUMNS_GAP_PX), y).nodes);
    bottoms[column] = y + height;
  });
  return { nodes, heightPx: Math.max(...bottoms) - top };
}

function footerOf(
  { history, link, page, pages, tokens, measure }: PageInput,
  innerPx: number,
): Column {
  const style: Style = {
    face: 'text',
    sizePx: 9.5,
    weight: 400,
    lineHeight: 1.4,
    fill: tokens['ink-faint'],
  };
  const count = `${String(page)} / ${String(pages)}`;
  const { width } = measure(style.face, style.sizePx, style.weight);
  const countPx = width(count);
  const titlePx = Math.min(width(`${history}   `), innerPx / 3);
  const y = 10;
  const title = setText(history, style, { x: MARGIN_PX, y, widthPx: innerPx / 3 }, measure);
  const address = setText(
    link,
    { ...style, fill: tokens.accent },
    { x: MARGIN_PX + titlePx + 10, y, widthPx: innerPx - titlePx - countPx - 30 },
    measure,
  );
  const right = setText(
    count,
    style,
    { x: MARGIN_PX + innerPx - countPx, y, widthPx: countPx + 2 },
    measure,
  );
  return {
    nodes: [
      svgNode('rect', {
        x: MARGIN_PX,
        y: 4,
        width: innerPx,
        height: 0.75,
        fill: tokens['line-strong'],
      }),
      ...title.nodes,
      linked(address.nodes, link),
      ...right.nodes,
    ],
    heightPx: y + Math.max(title.heightPx, address.heightPx),
  };
}

function moved(nodes: readonly SVGElement[], y: number): SVGElement[] {
  return nodes.length === 0
    ? []
    : [svgNode('g', { transform: `translate(0,${number(y)})` }, nodes)];
}

/*
 * A network answer made ready to be placed and drawn: sizes, names on lines, ties side by side; with
 * those around it that the filters leave out, where they are to be seen.
 * Knows: answers, text widths. Must not know: places, the picture's window, what is lit.
 */
import type { NetworkAnswer, NetworkNode, NetworkTie } from '../../engine/port/network.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import type { PictureSize } from './layoutCamera.ts';
import { shapeOf, type Shape } from './layoutShapes.ts';

export interface SceneNode {
  readonly node: NetworkNode;
  readonly index: number;
  readonly shape: Shape;
  /** At a scale of 1. */
  readonly radius: number;
  /** The name on one line or a few; empty where it is too long to stand in the picture at all. */
  readonly lines: readonly string[];
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Left out by the filters. */
  readonly isRest: boolean;
}

export interface SceneTie {
  readonly tie: NetworkTie;
  readonly key: string;
  readonly from: SceneNode;
  readonly to: SceneNode;
  readonly widthPx: number;
  /** 0: straight; else on which side of the straight way, and how far, it bends: ±1, ±2, … */
  readonly bend: number;
  readonly isRest: boolean;
}

export interface Scene {
  readonly answer: NetworkAnswer;
  readonly nodes: readonly SceneNode[];
  readonly ties: readonly SceneTie[];
  readonly byKey: ReadonlyMap<string, SceneNode>;
}

export const LINE_PX = 14;
/** Below the last line. */
const DESCENDERS_PX = 1.5;
const LINES_LIMIT = 3;
/** In characters: no three lines hold more. */
const LENGTH_LIMIT = 120;
const LEAST_RADIUS = 5;
const MOST_RADIUS = 18;
const EVENT_RADIUS = 5;

export interface NameRoom {
  readonly measure: MeasureText;
  /** Names longer than this stand on two or three lines of about equal length. */
  readonly lineWidthPx: number;
}

/** In a wide picture height is scarce, in any other width is. */
export function lineWidthIn({ widthPx, heightPx }: PictureSize): number {
  return widthPx > 2 * heightPx ? 150 : 104;
}

/**
 * @param rest the same network without the filters, of which those that `answer` lacks are drawn faded;
 * null: they go
 */
export function sceneOf(
  answer: NetworkAnswer,
  rest: NetworkAnswer | null,
  { measure, lineWidthPx }: NameRoom,
): Scene {
  const matches = new Set(answer.nodes.map((node) => node.key));
  const others = (rest?.nodes ?? []).filter((node) => !matches.has(node.key));
  const nodes = [...answer.nodes, ...others].map((node, index): SceneNode => {
    const lines = nameLines(node.name, lineWidthPx, measure);
    return {
      node,
      index,
      shape: shapeOf(node),
      radius: radiusOf(node),
      lines,
      labelWidth: lines.reduce((most, line) => Math.max(most, measure(line)), 0),
      labelHeight: lines.length === 0 ? 0 : lines.length * LINE_PX + DESCENDERS_PX,
      isRest: index >= answer.nodes.length,
    };
  });
  const byKey = new Map(nodes.map((node) => [node.node.key, node]));
  const ends = endsOf(answer, byKey);
  const known = new Set(ends.map(pairAndKind));
  const restEnds =
    rest === null ? [] : endsOf(rest, byKey).filter((end) => !known.has(pairAndKind(end)));
  return {
    answer,
    nodes,
    ties: [...tiesOf(ends, false), ...tiesOf(restEnds, true)],
    byKey,
  };
}

interface TieEnds {
  readonly tie: NetworkTie;
  readonly from: SceneNode;
  readonly to: SceneNode;
}

function endsOf({ ties, nodes }: NetworkAnswer, byKey: Scene['byKey']): TieEnds[] {
  return ties.flatMap((tie) => {
    const from = byKey.get(nodes[tie.from]?.key ?? '');
    const to = byKey.get(nodes[tie.to]?.key ?? '');
    return from === undefined || to === undefined || from === to ? [] : [{ tie, from, to }];
  });
}

function pairAndKind({ tie, from, to }: TieEnds): string {
  return `${pairOf(from, to)} ${tie.kind}`;
}

function pairOf(from: SceneNode, to: SceneNode): string {
  return `${String(Math.min(from.index, to.index))} ${String(Math.max(from.index, to.index))}`;
}

/** The area says the value. */
function radiusOf({ kind, value }: NetworkNode): number {
  if (kind === 'event') return EVENT_RADIUS;
  const share = Math.sqrt(Math.min(1, Math.max(0, value)));
  return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * share;
}

function tiesOf(ends: readonly TieEnds[], isRest: boolean): SceneTie[] {
  const heaviest = ends.reduce(
    (most, { tie }) => (tie.kind === 'together' ? Math.max(most, tie.weight) : most),
    1,
  );
  const placed = new Map<string, number>();
  return ends.map(({ tie, from, to }) => {
    const pair = pairOf(from, to);
    const before = placed.get(pair) ?? 0;
    placed.set(pair, before + 1);
    // The first of a pair goes straight, the others to either side of it in turn.
    const side = before % 2 === 1 ? 1 : -1;
    const bend = before === 0 ? 0 : side * Math.ceil(before / 2) * (from.index < to.index ? 1 : -1);
    const key = `${from.node.key} ${to.node.key} ${tie.kind} ${String(before)}`;
    return { tie, key, from, to, widthPx: widthOf(tie, heaviest), bend, isRest };
  });
}

const FEW = 12;

/** Few shared events can be compared by width; where there are many, widths are shares of the most. */
function widthOf({ kind, weight }: NetworkTie, heaviest: number): number {
  if (kind !== 'together') return 1.4;
  if (heaviest <= FEW) return 1.25 * Math.pow(Math.max(1, weight), 0.62);
  return 1 + 4.8 * Math.sqrt(Math.max(0, weight) / heaviest);
}

/** The whole name, on as few lines as keep it narrow; none where even three lines would be long. */
export function nameLines(
  name: string,
  lineWidthPx: number,
  measure: MeasureText,
): readonly string[] {
  const text = name.replace(/\s+/gu, ' ').trim();
  if (text.length > LENGTH_LIMIT) return [];
  if (measure(text) <= lineWidthPx) return text === '' ? [] : [text];
  const words = text.split(' ');
  for (let count = 2; count <= LINES_LIMIT; count += 1) {
    const lines = evenLines(words, count, measure);
    const width = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
    if (width <= lineWidthPx * 1.25) return lines;
  }
  const rest = evenLines(words, LINES_LIMIT, measure);
  return rest.every((line) => measure(line) <= 2 * lineWidthPx) ? rest : [];
}

/** Words over so many lines, the longest as short as can be (greedy over every possible width). */
function evenLines(words: readonly string[], count: number, measure: MeasureText): string[] {
  const widths = new Set<number>();
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= words.length && to - from <= 12; to += 1) {
      widths.add(measure(words.slice(from, to).join(' ')));
    }
  }
  for (const width of [...widths].toSorted((a, b) => a - b)) {
    const lines = wrapped(words, width, measure);
    if (lines.length <= count) return lines;
  }
  return [words.join(' ')];
}

function wrapped(words: readonly string[], widthPx: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer) > widthPx) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

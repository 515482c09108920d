/*
 * Candidates: each mark with its shape and its name measured, before it has a row.
 * Knows: a mark, a scale, widths of text. Must not know: rows, the window's position, DOM, store.
 */
import type { TimelineAnswer, TimelineMark } from '../../engine/port.ts';
import type { Interval } from '../../base/interval.ts';
import type { MeasureText } from '../../ui/measureText.ts';
import { labelLines, shortTitle } from './labels.ts';

export const DOT_RADIUS_PX = 5.5;
/** From the shape to its name. */
export const LABEL_GAP_PX = 8;
/** A wide shape narrower than this still shows as pill with a dot and its name beside it. */
export const INSIDE_PADDING_PX = 10;
/** How far an open end fades out. */
const OPEN_FADE_PX = 56;
const BOX_GAP_PX = 10;
/** Where the name stands: after the shape, before it, within it, or nowhere for want of room. */
export type LabelSide = 'end' | 'start' | 'inside' | 'none';

export interface Candidate {
  readonly mark: TimelineMark;
  /** Scale space: the shape's ends, fades included; a dot's are those of its circle. */
  readonly x0: number;
  readonly x1: number;
  readonly fade0: number;
  readonly fade1: number;
  /** One line, or two where the picture is narrow. */
  readonly lines: readonly string[];
  readonly labelWidth: number;
  readonly side: LabelSide;
  /** In view while nothing moves. */
  readonly isAtRest: boolean;
}

export interface MeasureOptions {
  readonly pxPerMs: number;
  readonly measure: MeasureText;
  /** The window at rest: names are placed so that they stand within it. A gesture leaves it as it was. */
  readonly rest: Interval;
  /** Longer names take two lines; Infinity where rows have room for one only. */
  readonly lineWidthPx: number;
}

/** What a mark takes up in its row, in scale space. */
export interface Box {
  readonly from: number;
  readonly to: number;
}

/** Where a mark's dot stands, and threads end: the middle, or the known end of an open date. */
export function anchorOf({ mark, x0, x1, fade0, fade1 }: Candidate): number {
  if (mark.startMs === -Infinity && mark.endMs !== Infinity) {
    return Math.max(x0 + fade0, x1 - DOT_RADIUS_PX);
  }
  if (mark.endMs === Infinity && mark.startMs !== -Infinity) {
    return Math.min(x1 - fade1, x0 + DOT_RADIUS_PX);
  }
  return (x0 + x1) / 2;
}

/** A shape wider than this has no middle that one could see as its place. */
export const DOTTED_PX = 48;

/** Measures a mark at a scale. */
export function candidateOf(
  mark: TimelineMark,
  answer: TimelineAnswer,
  options: MeasureOptions,
): Candidate {
  const { covers } = answer;
  const toX = (ms: number): number => (ms - covers.startMs) * options.pxPerMs;
  const isOpenStart = mark.startMs === -Infinity;
  const isOpenEnd = mark.endMs === Infinity;
  const lines = labelLines(shortTitle(mark.title), options.lineWidthPx, options.measure);
  const labelWidth = Math.max(...lines.map(options.measure));
  if (!mark.isWide && !isOpenStart && !isOpenEnd) {
    const x = toX((mark.startMs + mark.endMs) / 2);
    return withSide(
      { mark, x0: x - DOT_RADIUS_PX, x1: x + DOT_RADIUS_PX, fade0: 0, fade1: 0, lines, labelWidth },
      options,
      toX,
    );
  }
  const known0 = isOpenStart ? toX(isOpenEnd ? covers.startMs : mark.endMs) : toX(mark.startMs);
  const known1 = isOpenEnd ? toX(isOpenStart ? covers.endMs : mark.startMs) : toX(mark.endMs);
  const grown = Math.max(0, 2 * DOT_RADIUS_PX - (known1 - known0)) / 2;
  const length = Math.max(known1 - known0, 2 * DOT_RADIUS_PX);
  const soft = Math.min(22, length * 0.4);
  const far = (covers.endMs - covers.startMs) * options.pxPerMs;
  return withSide(
    {
      mark,
      // Ends far outside what is covered would only cost precision.
      x0: Math.max(known0 - (isOpenStart ? OPEN_FADE_PX : grown), -far),
      x1: Math.min(known1 + (isOpenEnd ? OPEN_FADE_PX : grown), 2 * far),
      fade0: isOpenStart ? OPEN_FADE_PX : mark.isStartApproximate ? soft : 0,
      fade1: isOpenEnd ? OPEN_FADE_PX : mark.isEndApproximate ? soft : 0,
      lines,
      labelWidth,
    },
    options,
    toX,
  );
}

function withSide(
  candidate: Omit<Candidate, 'side' | 'isAtRest'>,
  options: MeasureOptions,
  toX: (ms: number) => number,
): Candidate {
  const { x0, x1, lines, labelWidth } = candidate;
  const rest = { from: toX(options.rest.startMs), to: toX(options.rest.endMs) };
  const isAtRest = x1 >= rest.from && x0 <= rest.to;
  const seen = isAtRest ? Math.min(x1, rest.to) - Math.max(x0, rest.from) : x1 - x0;
  // A shape is one line high; what it can hold it holds on one line.
  const line = lines.join(' ');
  const lineWidth = options.measure(line);
  if (seen >= lineWidth + 2 * INSIDE_PADDING_PX) {
    return { ...candidate, isAtRest, lines: [line], labelWidth: lineWidth, side: 'inside' };
  }
  const room = LABEL_GAP_PX + labelWidth;
  if (!isAtRest || x1 + room <= rest.to) return { ...candidate, isAtRest, side: 'end' };
  return { ...candidate, isAtRest, side: x0 - room >= rest.from ? 'start' : 'none' };
}

export function boxOf(candidate: Candidate, side: LabelSide): Box {
  const room = candidate.labelWidth + LABEL_GAP_PX;
  return {
    from: candidate.x0 - (side === 'start' ? room : 0) - BOX_GAP_PX / 2,
    to: candidate.x1 + (side === 'end' ? room : 0) + BOX_GAP_PX / 2,
  };
}

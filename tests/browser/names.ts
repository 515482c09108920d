/*
 * What is written on the timeline and where, and what is wrong with that: names that overlap, run out of
 * the picture or stand on another event's shape.
 */
import type { App, Box } from './app.ts';

/** Boxes that touch share an edge; browsers round text to fractions of a pixel. */
const ROUNDING_PX = 0.75;

interface Words {
  readonly words: string;
  readonly box: Box;
  /** The mark that it names, by its place in the document; null for lanes, axis and periods. */
  readonly mark: number | null;
}

interface Shape {
  readonly box: Box;
  readonly mark: number;
}

interface Written {
  readonly words: readonly Words[];
  readonly shapes: readonly Shape[];
  /** Where marks and their names are drawn. */
  readonly plot: Box;
}

/** Everything that is written on the timeline and its axis, and the shapes of marks and density. */
export async function writtenOn(app: App): Promise<Written> {
  return app.picture.evaluate((picture) => {
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const region = picture.closest('[aria-label=Timeline]') ?? picture;
    const marks = Array.from(picture.querySelectorAll('[role=button]'));
    const markOf = (element: Element): number =>
      marks.findIndex((mark) =>
        // The count of density stands over its own place, not within it.
        element.classList.contains('cluster-count')
          ? mark.classList.contains('cluster') && isOver(boxOf(element), boxOf(mark))
          : mark.contains(element),
      );
    const isOver = (inner: Box, outer: Box): boolean => {
      const x = (inner.left + inner.right) / 2;
      const y = (inner.top + inner.bottom) / 2;
      return x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
    };
    // What is scrolled under the axis, or below, is on no screen: it overlaps nothing.
    const port = boxOf(picture.parentElement ?? picture);
    const isSeen = (element: Element): boolean => {
      if (!picture.contains(element)) return true;
      const { top, bottom } = boxOf(element);
      return top < port.bottom && bottom > port.top;
    };
    const seenOf = (element: Element): Box => {
      const { left, right, top, bottom } = boxOf(element);
      if (!picture.contains(element)) return { left, right, top, bottom };
      return { left, right, top: Math.max(top, port.top), bottom: Math.min(bottom, port.bottom) };
    };
    const frame = boxOf(picture);
    const plot = picture.querySelector('svg')?.getAttribute('x') ?? '0';
    return {
      words: Array.from(region.querySelectorAll('svg text'))
        .filter((text) => text.textContent !== '' && isSeen(text))
        .map((text) => {
          const mark = markOf(text);
          return { words: text.textContent, box: seenOf(text), mark: mark === -1 ? null : mark };
        }),
      shapes: Array.from(picture.querySelectorAll('.dot, .body, .cluster'))
        .filter(isSeen)
        .map((shape) => ({ box: seenOf(shape), mark: markOf(shape) })),
      plot: { ...frame, left: frame.left + Number(plot) },
    };
  });
}

/** Each fault in words. */
export function faultsIn({ words, shapes, plot }: Written): readonly string[] {
  const faults: string[] = [];
  words.forEach((one, i) => {
    for (const other of words.slice(i + 1)) {
      if (overlap(one.box, other.box)) faults.push(`“${one.words}” overlaps “${other.words}”`);
    }
    if (one.mark === null) return;
    const isOut =
      one.box.left < plot.left - ROUNDING_PX || one.box.right > plot.right + ROUNDING_PX;
    if (isOut) faults.push(`“${one.words}” runs out of the picture`);
    for (const shape of shapes) {
      if (shape.mark !== one.mark && overlap(one.box, shape.box)) {
        faults.push(`“${one.words}” stands on the shape of another`);
      }
    }
  });
  return faults;
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDING_PX &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDING_PX
  );
}

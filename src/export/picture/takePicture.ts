/*
 * Takes a picture of a view that stands on the page, as an SVG that stands on its own.
 * Knows: the copying of elements. Must not know: the store, what is written around it, files.
 */
import { createTurn } from '../pause.ts';
import { colourOf } from './colours.ts';
import { copyElement } from './copyPage.ts';
import { createMeasure } from './faces.ts';
import { svgNode } from './nodes.ts';

/** A picture: a group to be placed anywhere, what it defines, and what it says. */
export interface Picture {
  readonly defs: SVGDefsElement;
  readonly group: SVGGElement;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its ground, as "#faf9f6". */
  readonly ground: string;
}

export type Theme = 'light' | 'dark';

/**
 * A part of the page as it stands, in the colours of a theme, at once.
 *
 * @param root what holds one view or several; the picture is as large as it
 */
export function takePicture(root: HTMLElement, theme: Theme, idPrefix: string): Picture {
  const { colorScheme } = root.style;
  // Nothing is painted before this is put back: the page does not flicker.
  root.classList.add('is-being-taken');
  root.style.colorScheme = theme;
  try {
    const copying = copyRoot(root, idPrefix);
    for (;;) {
      const step = copying.next();
      if (step.done === true) return step.value;
    }
  } finally {
    root.style.colorScheme = colorScheme;
    root.classList.remove('is-being-taken');
  }
}

/** What stands still beside the page, taken with pauses. */
export async function takeStill(
  root: HTMLElement,
  idPrefix: string,
  signal: AbortSignal,
): Promise<Picture> {
  const copying = copyRoot(root, idPrefix);
  const turn = createTurn(signal);
  for (;;) {
    const step = copying.next();
    if (step.done === true) return step.value;
    // One step after another is what this is.
    // oxlint-disable-next-line no-await-in-loop
    if (turn.isOver()) await turn.pass();
  }
}

function* copyRoot(root: HTMLElement, idPrefix: string): Generator<undefined, Picture> {
  const { left, top, width, height } = root.getBoundingClientRect();
  const defs = svgNode('defs');
  let lastId = 0;
  const inside = svgNode('g');
  yield* copyElement(root, inside, {
    left,
    top,
    measure: createMeasure(),
    defs,
    newId: () => {
      lastId += 1;
      return `${idPrefix}${String(lastId)}`;
    },
  });
  const clip = `${idPrefix}0`;
  defs.append(svgNode('clipPath', { id: clip }, [svgNode('rect', { width, height })]));
  return {
    defs,
    group: svgNode('g', { 'clip-path': `url(#${clip})` }, [...inside.childNodes]),
    widthPx: width,
    heightPx: height,
    ground: groundOf(root),
  };
}

/** The first solid ground from here outwards. */
function groundOf(root: HTMLElement): string {
  for (let element: Element | null = root; element !== null; element = element.parentElement) {
    const colour = colourOf(getComputedStyle(element).backgroundColor);
    if (colour?.alpha === 1) return colour.hex;
  }
  return '#ffffff';
}

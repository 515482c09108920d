/*
 * Takes a picture of a view that stands on the page, as an SVG that stands on its own.
 * Knows: the copying of elements. Must not know: the store, what is written around it, files.
 */
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
  /** Every letter that stands in it. */
  readonly letters: string;
}

export type Theme = 'light' | 'dark';

/**
 * @param root a view, or what holds several; the picture is as large as it
 * @param theme the colours to take it in, whatever the page's are; null: as it stands
 */
export function takePicture(root: HTMLElement, theme: Theme | null, idPrefix = 'p'): Picture {
  const { colorScheme } = root.style;
  // Nothing is painted before this is put back: the page does not flicker.
  root.classList.add('is-being-taken');
  if (theme !== null) root.style.colorScheme = theme;
  try {
    return copyRoot(root, idPrefix);
  } finally {
    root.style.colorScheme = colorScheme;
    root.classList.remove('is-being-taken');
  }
}

function copyRoot(root: HTMLElement, idPrefix: string): Picture {
  const { left, top, width, height } = root.getBoundingClientRect();
  const defs = svgNode('defs');
  const letters = new Set<string>();
  let lastId = 0;
  const inside = svgNode('g');
  copyElement(root, inside, {
    left,
    top,
    measure: createMeasure(),
    defs,
    newId: () => {
      lastId += 1;
      return `${idPrefix}${String(lastId)}`;
    },
    say: (text) => {
      for (const letter of text) letters.add(letter);
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
    letters: [...letters].join(''),
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

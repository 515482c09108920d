/*
 * Finds the largest type at which a slide's words stand in their place.
 * Knows: a slide's element, whose style sheet reads --words-share and --fit. Must not know: scenes.
 *
 * Smaller type is tried before a wider column, as long as the type can be read from the last row; a text
 * that is longer than that gets both, and at last whatever size it takes: nothing is cut.
 */

/** The words' part of the slide's width, and the type's part of its full size. */
interface Setting {
  readonly share: number;
  readonly fit: number;
  /** Even a word without end is broken rather than set smaller still. */
  readonly isBreaking?: boolean;
}

/** At this part of the full size a scene's text is as small as may be read from the last row. */
const READABLE = 0.75;
const SETTINGS: readonly Setting[] = [
  { share: 0.31, fit: 1 },
  { share: 0.31, fit: 0.92 },
  { share: 0.34, fit: 0.85 },
  { share: 0.36, fit: READABLE },
  { share: 0.42, fit: 0.85 },
  { share: 0.42, fit: READABLE },
  { share: 0.42, fit: READABLE, isBreaking: true },
  ...[0.52, 0.62].map((share) => ({ share, fit: READABLE, isBreaking: true })),
  ...[0.6, 0.5].map((fit) => ({ share: 0.62, fit, isBreaking: true })),
  ...[0.4, 0.3, 0.22, 0.15].map((fit) => ({ share: 0.7, fit, isBreaking: true })),
];

/** Sets the slide's type; `words` is the column inside it whose content must not outgrow it. */
export function fitWords(slide: HTMLElement, words: HTMLElement): void {
  for (const setting of SETTINGS) {
    apply(slide, setting);
    const isWithin =
      words.scrollHeight <= words.clientHeight + 1 && words.scrollWidth <= words.clientWidth + 1;
    if (isWithin) return;
  }
}

function apply(slide: HTMLElement, { share, fit, isBreaking = false }: Setting): void {
  slide.style.setProperty('--words-share', String(share));
  slide.style.setProperty('--fit', String(fit));
  slide.toggleAttribute('data-breaks-words', isBreaking);
}

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
  { share: 0.52, fit: READABLE },
  { share: 0.62, fit: READABLE },
  { share: 0.62, fit: 0.6 },
  { share: 0.62, fit: 0.5 },
  { share: 0.7, fit: 0.4 },
  { share: 0.7, fit: 0.3 },
  { share: 0.7, fit: 0.22 },
  { share: 0.7, fit: 0.15 },
];

/** Sets the slide's type; `words` is the column inside it whose content must not outgrow it. */
export function fitWords(slide: HTMLElement, words: HTMLElement): void {
  for (const setting of SETTINGS) {
    apply(slide, setting, setting === SETTINGS.at(-1));
    const isWithin =
      words.scrollHeight <= words.clientHeight + 1 && words.scrollWidth <= words.clientWidth + 1;
    if (isWithin) return;
  }
}

function apply(slide: HTMLElement, { share, fit }: Setting, isLast: boolean): void {
  slide.style.setProperty('--words-share', String(share));
  slide.style.setProperty('--fit', String(fit));
  // Below what can be read anyway, even a word without end is broken rather than cut.
  slide.toggleAttribute('data-breaks-words', isLast || fit < READABLE);
}

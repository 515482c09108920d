/*
 * What can be taken along, each made when it is asked for: the one list of formats.
 * Knows: the studio, sheets, files. Must not know: the dialog, panels, where links lead to.
 */
import type { DatasetAnswer } from '../engine/port.ts';
import type { Choices } from '../state/choices.ts';
import { encodeChoices } from '../state/codec.ts';
import { isShared } from '../state/source.ts';
import type { AppStore } from '../state/store.ts';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { pngFile, type PngSize } from './files/pngFile.ts';
import { svgFile } from './files/svgFile.ts';
import { wholeProgram } from './files/wholeProgram.ts';
import { takePicture, type Picture, type Theme } from './picture/takePicture.ts';
import { tokensOf } from './picture/tokens.ts';
import { fileName } from './sheet/fileName.ts';
import { legendOf } from './sheet/legend.ts';
import { makeSheet, type Drawing } from './sheet/sheet.ts';
import { sheetWords, viewWords } from './sheet/words.ts';
import { createStudio } from './studio.tsx';

/** What export needs from the page around it. */
export interface Surroundings {
  readonly store: AppStore;
  readonly Arrangement: DrawsArrangement;
  /** Filters in words, one each. */
  readonly filterWords: (choices: Choices, history: DatasetAnswer) => readonly string[];
  /** The page's own address, without what stands after '#'; the file's name where it is no page of a server. */
  readonly home: string;
  /** The strip of statistics where it is shown. */
  readonly strip: HTMLElement | null;
  /** As large as the view is on the page. */
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Work {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly words: string;
  /** 0 to 1. */
  readonly share: number;
}

export interface MadeFile {
  readonly content: Blob;
  readonly name: string;
}

const HEIGHT_MOST_PX = 3000;

/** The view as it is chosen now, with all that explains it around it. */
async function drawView(
  { store, Arrangement, filterWords, home, strip, widthPx, heightPx }: Surroundings,
  theme: Theme,
  signal: AbortSignal,
): Promise<Drawing> {
  const { history, choices } = store.getState();
  if (history === null) throw new Error('No history is open yet.');
  const take = createStudio({ store, Arrangement });
  const { picture, state } = await take({
    choices,
    widthPx,
    heightPx,
    heightMostPx: HEIGHT_MOST_PX,
    theme,
    signal,
  });
  const pictures: Picture[] = [picture];
  if (strip !== null) pictures.push(takePicture(strip, theme, 's'));
  // As far as the history and the page know them.
  const shown = state.choices;
  return makeSheet({
    pictures,
    words: sheetWords({
      history,
      choices: shown,
      filters: filterWords(shown, history),
      matched: state.facets?.matched ?? null,
      link: linkTo(home, choices),
    }),
    legend: legendOf({
      choices: shown,
      history,
      timeline: state.timeline,
      places: state.places,
    }),
    tokens: tokensOf(theme),
    language: history.language,
  });
}

export function linkTo(home: string, choices: Choices): string {
  return `${home}#${encodeChoices({ ...choices, presenting: null })}`;
}

export async function pictureFile(
  around: Surroundings,
  format: { readonly kind: 'svg' } | { readonly kind: 'png'; readonly size: PngSize },
  theme: Theme,
  { signal, onProgress }: Work,
): Promise<MadeFile> {
  const { history, choices } = around.store.getState();
  onProgress({ words: 'Drawing the view', share: 0.1 });
  const drawing = await drawView(around, theme, signal);
  signal.throwIfAborted();
  onProgress({ words: 'Writing the file', share: 0.6 });
  const content =
    format.kind === 'svg'
      ? await svgFile(drawing, signal)
      : await pngFile(drawing, format.size, signal);
  return {
    content,
    name: fileName([history?.title ?? '', viewWords(choices.views)], format.kind),
  };
}

export async function programFile(
  { store, home }: Surroundings,
  { signal, onProgress }: Work,
): Promise<MadeFile> {
  const state = store.getState();
  onProgress({ words: 'Packing program and history', share: 0.3 });
  // A history that is on this device alone has no page that a link could lead back to.
  const isLinked = isShared(state.source) && /^https?:/u.test(home);
  const content = await wholeProgram(state, isLinked ? home : '', signal);
  return { content, name: fileName([state.history?.title ?? ''], 'html') };
}

/** The briefing, a page a scene. */
export async function handoutFile(
  around: Surroundings,
  theme: Theme,
  areNotesWanted: boolean,
  work: Work,
): Promise<MadeFile> {
  const { history } = around.store.getState();
  work.onProgress({ words: 'Fetching what writes PDF files', share: 0 });
  const [{ pdfFile }, { handoutPages }] = await Promise.all([
    import('./pdf/pdfFile.ts'),
    import('./scenes/handout.ts'),
  ]);
  const content = await pdfFile(
    handoutPages(around, theme, areNotesWanted, work),
    { title: history?.title ?? '', language: history?.language ?? null },
    work.signal,
  );
  return { content, name: fileName([history?.title ?? '', 'handout'], 'pdf') };
}

/** The briefing, a slide a scene. */
export async function slidesFileOf(
  around: Surroundings,
  theme: Theme,
  work: Work,
): Promise<MadeFile> {
  const { history } = around.store.getState();
  work.onProgress({ words: 'Fetching what writes PowerPoint files', share: 0 });
  const [{ slidesFile }, { deckSlides }] = await Promise.all([
    import('./slides/slidesFile.ts'),
    import('./scenes/deck.ts'),
  ]);
  const content = await slidesFile(
    deckSlides(around, theme, work),
    {
      title: history?.title ?? '',
      tokens: tokensOf(theme),
      language: history?.language ?? 'en-GB',
    },
    work.signal,
  );
  return { content, name: fileName([history?.title ?? '', 'briefing'], 'pptx') };
}

/** The handout, by the browser's own print. */
export async function printHandout(
  around: Surroundings,
  areNotesWanted: boolean,
  work: Work,
): Promise<number> {
  const [{ printPages }, { handoutPages }] = await Promise.all([
    import('./scenes/printPages.ts'),
    import('./scenes/handout.ts'),
  ]);
  // Paper is white.
  return printPages(handoutPages(around, 'light', areNotesWanted, work));
}

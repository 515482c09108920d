/*
 * The briefing as a PowerPoint file: words as text that can be edited, pictures, notes, sources.
 * Knows: PptxGenJS. Must not know: the store, how pictures are drawn.
 *
 *   ┌──────────┬───────────────┐  13.33 × 7.5 inches
 *   │ Title    │ picture       │
 *   │ text     │               │
 *   │ 50+ £50m │               │
 *   └ sources ─┴──────── link ─┘
 */
import PptxGenJS from 'pptxgenjs';
import { pngFile } from '../files/pngFile.ts';
import { pause } from '../pause.ts';
import type { Tokens } from '../picture/tokens.ts';
import type { SceneWords } from '../scenes/sceneWords.ts';
import type { Drawing } from '../sheet/sheet.ts';
import { mendDeck } from './mendDeck.ts';

export interface SlideInput {
  readonly words: SceneWords;
  /** The speaker's notes in lines. */
  readonly notes: string;
  readonly drawing: Drawing;
  readonly altText: string;
  readonly link: string;
}

export interface DeckAbout {
  readonly title: string;
  readonly tokens: Tokens;
  /** BCP 47. */
  readonly language: string;
}

const MASTER = 'Scene';
const WIDE = { width: 13.333, height: 7.5 };
const LEFT = { x: 0.5, w: 3.9 };
const PICTURE = { x: 4.65, y: 0.5, w: 8.2, h: 5.95 };
const FOOT_Y = 6.62;
/** In the place of a picture, whose own bytes come in at the end: they need not become text and bytes again. */
const PICTURE_TO_COME = 'image/png;base64,AA==';
/** Faces that every office program has. */
const TITLE_FACE = 'Georgia';
const TEXT_FACE = 'Arial';

export async function slidesFile(
  slides: AsyncIterable<SlideInput>,
  { title, tokens, language }: DeckAbout,
  signal: AbortSignal,
): Promise<Blob> {
  const deck = new PptxGenJS();
  deck.defineLayout({ name: 'WIDE', ...WIDE });
  deck.layout = 'WIDE';
  deck.title = title;
  deck.company = '';
  deck.author = 'Threadline';
  deck.theme = { headFontFace: TITLE_FACE, bodyFontFace: TEXT_FACE };
  defineMaster(deck, tokens);
  const pictures: Blob[] = [];
  for await (const slide of slides) {
    pictures.push(await pngFile(slide.drawing, 'double', signal));
    addSlide(deck, slide, tokens);
    await pause(signal);
  }
  if (pictures.length === 0) throw new Error('There is no scene to make a slide of.');
  const content = await deck.write({ outputType: 'blob' });
  if (!(content instanceof Blob)) throw new TypeError('The slides came out as something else.');
  return mendDeck(content, language, pictures);
}

function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}

function defineMaster(deck: PptxGenJS, tokens: Tokens): void {
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: hex(tokens.ground) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...LEFT,
            y: 0.42,
            h: 1.55,
            margin: 0,
            align: 'left',
            valign: 'top',
            fontFace: TITLE_FACE,
            fontSize: 30,
            bold: true,
            color: hex(tokens.ink),
          },
          text: '',
        },
      },
      {
        placeholder: {
          options: {
            name: 'body',
            type: 'body',
            ...LEFT,
            y: 2.05,
            h: 2.45,
            margin: 0,
            align: 'left',
            valign: 'top',
            fontFace: TEXT_FACE,
            fontSize: 16,
            color: hex(tokens.ink),
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: 12.35,
      y: 7.02,
      w: 0.6,
      h: 0.3,
      fontFace: TEXT_FACE,
      fontSize: 11,
      align: 'right',
      color: hex(tokens['ink-faint']),
    },
  });
}

function addSlide(
  deck: PptxGenJS,
  { words, notes, drawing, altText, link }: SlideInput,
  tokens: Tokens,
): void {
  const slide = deck.addSlide({ masterName: MASTER });
  slide.addText(words.title, { placeholder: 'title', fontSize: titlePoints(words.title) });
  const lines = [
    ...words.text.map(({ mark, text }) => ({ text, isItem: mark !== '' })),
    ...words.steps.map((text) => ({ text, isItem: true })),
  ];
  const points = textPoints(lines.reduce((sum, { text }) => sum + text.length + 12, 0));
  slide.addText(
    lines.map(({ text, isItem }) => ({
      text,
      options: {
        breakLine: true,
        paraSpaceAfter: 6,
        ...(isItem ? { bullet: { indent: 12 } } : { bullet: false }),
      },
    })),
    { placeholder: 'body', fontSize: points },
  );
  addFigures(slide, words, tokens);
  const scale = Math.min(PICTURE.w / drawing.widthPx, PICTURE.h / drawing.heightPx);
  const w = drawing.widthPx * scale;
  slide.addImage({
    data: PICTURE_TO_COME,
    x: PICTURE.x + PICTURE.w - w,
    y: PICTURE.y,
    w,
    h: drawing.heightPx * scale,
    altText,
  });
  addFoot(slide, words, link, tokens);
  if (notes !== '') slide.addNotes(notes);
}

type Slide = ReturnType<PptxGenJS['addSlide']>;

function addFigures(slide: Slide, { figures }: SceneWords, tokens: Tokens): void {
  const shown = figures.slice(0, 4);
  const columns = Math.min(2, Math.max(1, shown.length));
  const width = LEFT.w / columns;
  shown.forEach(({ amount, caption }, i) => {
    slide.addText(
      [
        {
          text: amount,
          options: {
            fontFace: TITLE_FACE,
            fontSize: 30,
            bold: true,
            color: hex(tokens.accent),
            breakLine: true,
          },
        },
        {
          text: caption,
          options: { fontFace: TEXT_FACE, fontSize: 13, color: hex(tokens['ink-soft']) },
        },
      ],
      {
        x: LEFT.x + (i % columns) * width,
        y: 4.6 + Math.floor(i / columns) * 1.0,
        w: width - 0.1,
        h: 0.95,
        margin: 0,
        valign: 'top',
      },
    );
  });
}

function addFoot(slide: Slide, words: SceneWords, link: string, tokens: Tokens): void {
  const style = { fontFace: TEXT_FACE, fontSize: 10, color: hex(tokens['ink-faint']) } as const;
  const sources = words.sources.map((text, i) => `${String(i + 1)} ${text}`).join('   ');
  if (sources !== '') {
    slide.addText(`Sources: ${sources}`, {
      ...style,
      fontSize: sources.length <= 360 ? 10 : 8,
      x: 0.5,
      y: FOOT_Y,
      w: 12.35,
      h: 0.42,
      margin: 0,
      valign: 'top',
    });
  }
  slide.addText(
    [{ text: 'Open this view', options: { hyperlink: { url: link, tooltip: link } } }],
    {
      ...style,
      x: 0.5,
      y: 7.05,
      w: 4,
      h: 0.25,
      margin: 0,
    },
  );
}

/** No program shrinks text before somebody edits it: long titles are set smaller from the start. */
function titlePoints(title: string): number {
  if (title.length <= 34) return 30;
  return title.length <= 60 ? 26 : title.length <= 100 ? 20 : 16;
}

function textPoints(letters: number): number {
  if (letters <= 190) return 16;
  return letters <= 300 ? 14 : letters <= 450 ? 12 : 10;
}

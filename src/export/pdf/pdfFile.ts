/*
 * Pages as a PDF: pictures as vectors, faces embedded, links that can be followed, a list of contents.
 * Knows: jsPDF and svg2pdf.js. Must not know: scenes, the store, where pages come from.
 */
import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import { ownFile } from '../../base/oneFile.ts';
import { base64 } from '../files/fontFiles.ts';
import { pause } from '../pause.ts';
import { createMeasure } from '../picture/faces.ts';
import type { Drawing } from '../sheet/sheet.ts';
import type { FaceFile } from './faces.ts';
import { createPagePacker } from './packPages.ts';
import { partsOf } from './partsOf.ts';
import { preparePage } from './preparePage.ts';
import { unpackWoff } from './woff.ts';

export interface PdfPage {
  readonly drawing: Drawing;
  readonly title: string;
}

export interface PdfAbout {
  readonly title: string;
  readonly language: string | null;
}

/** CSS pixels are 96 to the inch, a PDF's points 72. */
const POINTS = 72 / 96;

export async function pdfFile(
  pages: AsyncIterable<PdfPage>,
  { title, language }: PdfAbout,
  signal: AbortSignal,
): Promise<Blob> {
  const measure = createMeasure();
  const have = new Set<FaceFile>();
  const packer = createPagePacker();
  let pdf: jsPDF | null = null;
  for await (const page of pages) {
    const { widthPx, heightPx } = page.drawing;
    const format: [number, number] = [widthPx * POINTS, heightPx * POINTS];
    const orientation = widthPx > heightPx ? 'landscape' : 'portrait';
    if (pdf === null) {
      pdf = new jsPDF({ unit: 'pt', format, orientation, compress: true });
      writeColoursFully(pdf);
    } else pdf.addPage(format, orientation);
    const { svg, files } = preparePage(page.drawing, measure);
    for (const file of files) {
      if (have.has(file)) continue;
      have.add(file);
      // oxlint-disable-next-line no-await-in-loop -- reading a face takes a while: the page gets its turn between two
      await addFace(pdf, file);
      // oxlint-disable-next-line no-await-in-loop -- and then the next face
      await pause(signal);
    }
    pdf.outline.add(null, page.title, { pageNumber: pdf.getNumberOfPages() });
    await addDrawing(pdf, svg, format, signal);
    packer.add(pdf);
  }
  if (pdf === null) throw new Error('There is no scene to make a page of.');
  pdf.setProperties({ title, creator: 'Threadline' });
  // jsPDF leaves out what it does not know.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for that reason
  if (language !== null) pdf.setLanguage(language as Parameters<typeof pdf.setLanguage>[0]);
  return packer.output(pdf);
}

/** jsPDF writes shapes' colours in hundredths: soft greys come out green. */
function writeColoursFully(pdf: jsPDF): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its plug-ins write by it; its types leave it out
  const internal = pdf.internal as typeof pdf.internal & { readonly write: (text: string) => void };
  const writing =
    (operator: string) =>
    (...channels: readonly (string | number | undefined)[]): jsPDF => {
      const shares = channels.slice(0, 3).map((channel) => (Number(channel) / 255).toFixed(4));
      internal.write(`${shares.join(' ')} ${operator}`);
      return pdf;
    };
  pdf.setFillColor = writing('rg');
  pdf.setDrawColor = writing('RG');
}

async function addFace(pdf: jsPDF, { family, url }: FaceFile): Promise<void> {
  const face = await unpackWoff(await ownFile(url));
  const name = `${family}.ttf`;
  pdf.addFileToVFS(name, base64(face));
  pdf.addFont(name, family, 'normal', 'normal', 'Identity-H');
}

/** So many shapes and texts at a time. */
const PART_SHAPES = 40;

/** Part by part, so that none blocks the page for long. */
async function addDrawing(
  pdf: jsPDF,
  svg: SVGSVGElement,
  [width, height]: readonly [number, number],
  signal: AbortSignal,
): Promise<void> {
  for (const part of partsOf(svg, PART_SHAPES)) {
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they are painted
    await svg2pdf(part, pdf, { x: 0, y: 0, width, height });
    // oxlint-disable-next-line no-await-in-loop -- and then the next part
    await pause(signal);
  }
}

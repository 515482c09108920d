/*
 * Exporting as a person does it: the dialog, its choices, the file that the browser saves; and reading what
 * was saved with other programs' eyes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';

export interface Saved {
  readonly path: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
}

/** Chooses a format, and what else is named, and saves the file. */
export async function saveAs(
  page: Page,
  format: string,
  choices: readonly string[],
  path: (name: string) => string,
): Promise<Saved> {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: format }).check();
  for (const choice of choices) await dialog.getByLabel(choice, { exact: true }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  const download = await downloading;
  const name = download.suggestedFilename();
  const target = path(name);
  await download.saveAs(target);
  await expect(dialog.getByRole('status')).toContainText(`Saved “${name}”`);
  return { path: target, name, bytes: await readFile(target) };
}

/** A page that has nothing of the app: no style sheet, no typeface, no policy, no network. */
export async function onBlankPage<T>(
  browser: Browser,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  await context.setOffline(true);
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

export interface Looked {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many colours are in it: one where it is blank. */
  readonly colours: number;
}

/** Looks at a picture where nothing of the app is. */
export function lookAt(browser: Browser, bytes: Buffer, type: string): Promise<Looked> {
  return onBlankPage(browser, (page) => lookOn(page, bytes, type));
}

/** Looks at a picture on a page that is blank. */
export function lookOn(page: Page, bytes: Buffer, type: string): Promise<Looked> {
  return page.evaluate(
    async ([data, kind]) => {
      const image = new Image();
      image.src = `data:${kind};base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('no canvas');
      [canvas.width, canvas.height] = [600, (600 * image.naturalHeight) / image.naturalWidth];
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data: pixels } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4) {
        colours.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      }
      return {
        widthPx: image.naturalWidth,
        heightPx: image.naturalHeight,
        colours: colours.size,
      };
    },
    [bytes.toString('base64'), type] as const,
  );
}

export interface ReadSlide {
  /** 0 where it is XML. */
  readonly mistakes: number;
  /** Of the placeholder that is the slide's title. */
  readonly title: string;
  readonly all: string;
  /** Of its picture. */
  readonly alt: string | null | undefined;
}

/** Reads a slide's XML as an office program does, by its elements. */
export function readSlide(blank: Page, slide: string): Promise<ReadSlide> {
  return blank.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    const textOf = (node: Element | null | undefined): string =>
      Array.from(node?.getElementsByTagName('a:t') ?? [], (each) => each.textContent).join('\n');
    const title = [...parsed.getElementsByTagName('p:sp')].find(
      (shape) => shape.getElementsByTagName('p:ph')[0]?.getAttribute('type') === 'title',
    );
    const picture = parsed.getElementsByTagName('p:pic')[0];
    return {
      mistakes: parsed.getElementsByTagName('parsererror').length,
      title: textOf(title),
      all: textOf(parsed.documentElement),
      alt: picture?.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr'),
    };
  }, slide);
}

export interface ReadPdf {
  readonly pages: readonly { readonly text: string; readonly links: readonly string[] }[];
  readonly title: string;
  readonly contents: readonly string[];
  /** Names of the faces that are embedded. */
  readonly faces: readonly string[];
}

/** Reads a PDF with Mozilla's reader. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const here = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${join(here, 'standard_fonts')}/`,
    verbosity: 0,
  }).promise;
  const faces = new Set<string>();
  const pages: ReadPdf['pages'][number][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const annotations = (await page.getAnnotations()) as readonly { readonly url?: string }[];
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operation, i) => {
      if (operation !== OPS.setFont) return;
      const [id] = argsArray[i] as readonly [string];
      const face = page.commonObjs.get(id) as {
        readonly name: string;
        readonly missingFile?: boolean;
      };
      faces.add(face.missingFile === true ? `missing: ${face.name}` : face.name);
    });
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      links: annotations.flatMap(({ url }) => url ?? []),
    });
  }
  const { info } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) as readonly { readonly title: string }[] | null;
  await pdf.destroy();
  return {
    pages,
    title: (info as { Title?: string }).Title ?? '',
    contents: (outline ?? []).map(({ title }) => title),
    faces: [...faces],
  };
}

interface Scene {
  readonly title: string;
  readonly notes?: string;
  readonly hidden?: boolean;
}

/** The bundled briefing's scenes, as the file has them. */
export async function bundledScenes(): Promise<readonly Scene[]> {
  const path = new URL('../../public/datasets/weprotect.json', import.meta.url);
  const { scenes } = JSON.parse(await readFile(path, 'utf8')) as {
    readonly scenes: readonly Scene[];
  };
  return scenes.filter(({ hidden }) => hidden !== true);
}

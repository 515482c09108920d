/*
 * The handout through the browser's own print: the same pages, as they stand on this page while it prints.
 * Knows: drawings, the browser's print. Must not know: scenes, PDF.
 */
import '../export.css';
import type { HandoutPage } from './handout.ts';

/** Resolves when the browser's dialog has been opened; the pages go when it has been closed. */
export async function printPages(pages: AsyncIterable<HandoutPage>): Promise<number> {
  const sheets = document.createElement('div');
  sheets.className = 'print-pages';
  let count = 0;
  for await (const { drawing } of pages) {
    count += 1;
    const sheet = document.createElement('div');
    sheet.className = 'print-page';
    // As large as the paper, whatever the paper is.
    drawing.svg.removeAttribute('width');
    drawing.svg.removeAttribute('height');
    sheet.append(drawing.svg);
    sheets.append(sheet);
  }
  if (count === 0) throw new Error('There is no scene to print.');
  document.body.append(sheets);
  document.documentElement.dataset['printing'] = 'handout';
  window.addEventListener(
    'afterprint',
    () => {
      sheets.remove();
      delete document.documentElement.dataset['printing'];
    },
    { once: true },
  );
  window.print();
  return count;
}

/*
 * What PptxGenJS leaves to be mended in its file: pictures come in as they are, notes are one paragraph whatever
 * their lines, and every text is marked as American English.
 * Knows: the parts of a PowerPoint file. Must not know: scenes, how the file was made.
 */
import JSZip from 'jszip';

const TEXTS = /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/u;

/** `pictures`: one a slide, in their order. */
export async function mendDeck(
  deck: Blob,
  language: string,
  pictures: readonly Blob[],
): Promise<Blob> {
  const zip = await JSZip.loadAsync(deck);
  for (const [i, picture] of pictures.entries()) {
    const path = `ppt/media/image-${String(i + 1)}-1.png`;
    if (zip.file(path) === null)
      throw new Error(`Slide ${String(i + 1)} has no place for its picture.`);
    zip.file(path, picture);
  }
  const paths = Object.keys(zip.files).filter((path) => TEXTS.test(path));
  await Promise.all(
    paths.map(async (path) => {
      const xml = await zip.file(path)?.async('string');
      if (xml !== undefined) zip.file(path, mendText(xml, language), { compression: 'DEFLATE' });
    }),
  );
  // Pictures are packed already.
  return zip.generateAsync({ type: 'blob', compression: 'STORE', mimeType: deck.type });
}

/** Lines within a text become paragraphs; the language is the history's. */
export function mendText(xml: string, language: string): string {
  return xml
    .replaceAll('lang="en-US"', `lang="${attribute(language)}"`)
    .replaceAll(/<a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*\n[^<]*)<\/a:t><\/a:r>/gu, (_, look, text) =>
      String(text)
        .split('\n')
        .map((line) => `<a:r>${String(look)}<a:t>${line}</a:t></a:r>`)
        .join('</a:p><a:p>'),
    );
}

/** A language's tag has letters, digits and dashes; whatever else a file may say is left out. */
function attribute(language: string): string {
  return language.replaceAll(/[^\w-]/gu, '');
}

/*
 * Packs pages while the next ones are drawn, beside the page's own thread: jsPDF packs them all in one go when
 * it puts the file together, and the page would stand still for that long.
 * Knows: jsPDF's streams. Must not know: what is on the pages.
 */
import { jsPDF } from 'jspdf';

export interface PagePacker {
  /** The last page is drawn. */
  add(pdf: jsPDF): void;
  /** Puts the file together with what was packed. */
  output(pdf: jsPDF): Promise<Blob>;
}

interface Processed {
  /** A character a byte. */
  readonly data: string;
  readonly reverseChain: string;
}

/** jsPDF's plug-in for packing, which its types leave out. */
interface Filters {
  processDataByFilters: (data: string, filters: unknown) => Processed;
}

export function createPagePacker(): PagePacker {
  const packing: Promise<readonly [string, string]>[] = [];
  return {
    add(pdf) {
      const content = contentOf(pdf);
      packing.push(deflated(content).then((packed) => [content, packed] as const));
    },
    async output(pdf) {
      const packed = new Map(await Promise.all(packing));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types leave the plug-in out
      const filters = jsPDF.API as unknown as Filters;
      const { processDataByFilters } = filters;
      // In its place for the length of one call, which waits for nothing.
      filters.processDataByFilters = (data, chain) => {
        const known = packed.get(data);
        return known === undefined
          ? processDataByFilters(data, chain)
          : { data: known, reverseChain: '/FlateDecode' };
      };
      try {
        return pdf.output('blob');
      } finally {
        filters.processDataByFilters = processDataByFilters;
      }
    },
  };
}

/** Of the last page, as jsPDF will write it. */
function contentOf(pdf: jsPDF): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- lines of a page's content, which its types call numbers
  const pages = pdf.internal.pages as unknown as readonly (readonly string[])[];
  return pages[pdf.getNumberOfPages()]?.join('\n') ?? '';
}

/** A character a byte, on both sides. */
async function deflated(text: string): Promise<string> {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    pieces.push(String.fromCharCode(...packed.subarray(at, at + PIECE_BYTES)));
  }
  return pieces.join('');
}

/** As many arguments as any browser takes. */
const PIECE_BYTES = 8192;

/*
 * A typeface as the web packs it (WOFF 1.0, W3C 2012), unpacked to the TrueType file that PDF embeds.
 * Knows: the two containers. Must not know: glyphs, where the file comes from.
 */

const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Throws where the bytes are no WOFF file. */
export async function unpackWoff(woff: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(woff);
  if (woff.byteLength < WOFF_HEADER || view.getUint32(0) !== WOFF) {
    throw new Error('A typeface of the program is damaged.');
  }
  const flavour = view.getUint32(4);
  const count = view.getUint16(12);
  const tables = await Promise.all(
    Array.from({ length: count }, (_, i) => tableAt(woff, WOFF_HEADER + i * WOFF_ENTRY)),
  );
  return sfntOf(flavour, tables);
}

async function tableAt(woff: ArrayBuffer, at: number): Promise<Table> {
  const view = new DataView(woff, at, WOFF_ENTRY);
  const field = (index: number): number => view.getUint32(4 * index);
  const [tag, offset, packed, length, checksum] = [
    field(0),
    field(1),
    field(2),
    field(3),
    field(4),
  ];
  const bytes = new Uint8Array(woff, offset, packed);
  // A table that packing would not make smaller stands as it is.
  return { tag, checksum, content: packed === length ? bytes : await inflated(bytes) };
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function sfntOf(flavour: number, tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const padded = (length: number): number => (length + 3) & ~3;
  const start = SFNT_HEADER + tables.length * SFNT_ENTRY;
  const sfnt = new Uint8Array(
    tables.reduce((sum, { content }) => sum + padded(content.length), start),
  );
  const view = new DataView(sfnt.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, flavour);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, tables.length * 16 - power * 16);
  let offset = start;
  tables.forEach(({ tag, checksum, content }, i) => {
    const at = SFNT_HEADER + i * SFNT_ENTRY;
    view.setUint32(at, tag);
    view.setUint32(at + 4, checksum);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, content.length);
    sfnt.set(content, offset);
    offset += padded(content.length);
  });
  return sfnt;
}

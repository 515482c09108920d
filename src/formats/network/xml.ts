/*
 * Walks through XML from a stranger: no document is built, no entity is expanded but XML's own five, nothing
 * is fetched. Knows: XML, by saxes. Must not know: which format.
 */
import { SaxesParser } from 'saxes';
import type { Problem } from '../../model/types.ts';

export interface XmlTag {
  /** Without its prefix, in lower case: "attvalue". */
  readonly name: string;
  /** "viz", "y"; '' where it has none. */
  readonly prefix: string;
  /** The attribute without prefix of this name; null where there is none. */
  readonly get: (attribute: string) => string | null;
  /** From 1. */
  readonly line: number;
  /** Of its "<", from the beginning of the text. */
  readonly start: number;
}

export interface XmlVisitor {
  open(tag: XmlTag): void;
  /** `end`: the offset after its ">". */
  close(name: string, end: number): void;
  text(text: string): void;
}

/** More faults than that, and it is no XML. */
const FAULTS_LIMIT = 1_000;
const PIECE = 2 ** 20;

/** An "&" that begins no reference: "R&D". XML has no such thing, and labels are full of them. */
const BARE_AMPERSAND = /&(?!(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z]\w{0,30});)/giu;

/** The text with its bare ampersands written as XML wants them, which is how they are meant. */
export function withAmpersands(text: string): string {
  return text.includes('&') ? text.replaceAll(BARE_AMPERSAND, '&amp;') : text;
}

/**
 * Goes on after a fault, such as a tag that is not closed: the rest of the file may be good. Never
 * throws for what is in the text.
 */
export function walkXml(
  text: string,
  visitor: XmlVisitor,
  onProgress?: (done: number, total: number) => void,
): readonly Problem[] {
  const parser = new SaxesParser();
  const faults: Problem[] = [];
  parser.on('error', (error) => {
    if (faults.length > FAULTS_LIMIT) return;
    const place = `line ${parser.line}, column ${parser.column}`;
    const found = error.message.replace(/^[\d:]+ /u, '');
    // Each of many open tags is closed at the end of the file.
    const before = faults.at(-1);
    if (before?.place === place && before.found === found) return;
    faults.push({
      place,
      found,
      expected: 'well-formed XML',
      remedy: 'What could be understood of it was kept.',
      severity: 'warning',
    });
  });
  parser.on('opentag', (tag) => {
    const [prefix, name] = parted(tag.name);
    const { attributes } = tag;
    const start = text.lastIndexOf('<', parser.position - 1);
    const get = (attribute: string): string | null => attributes[attribute] ?? null;
    visitor.open({ name, prefix, get, start, line: parser.line });
  });
  parser.on('closetag', (tag) => visitor.close(parted(tag.name)[1], parser.position));
  parser.on('text', (piece) => visitor.text(piece));
  parser.on('cdata', (piece) => visitor.text(piece));
  for (let at = 0; at < text.length && faults.length <= FAULTS_LIMIT; at += PIECE) {
    onProgress?.(at, text.length);
    parser.write(text.slice(at, at + PIECE));
  }
  parser.close();
  return faults;
}

function parted(name: string): readonly [prefix: string, name: string] {
  const colon = name.indexOf(':');
  if (colon === -1) return ['', name.toLowerCase()];
  return [name.slice(0, colon).toLowerCase(), name.slice(colon + 1).toLowerCase()];
}

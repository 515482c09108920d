/*
 * Bytes to text: which encoding a file is in, by its byte order mark or by what its bytes can be.
 * Knows: the encodings that occur. Must not know: formats.
 */
import type { Decoded, Encoding } from './format.ts';

const LABELS: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
};

/** Enough to tell UTF-16 by its zero bytes. */
const SAMPLE_BYTES = 4_096;

/** Throws a RangeError or TypeError where the text is too long for one string. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes) ?? zeroEncoding(bytes);
  if (marked !== null) return { text: textIn(marked, bytes), encoding: marked };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { text: decoder.decode(bytes), encoding: 'UTF-8' };
  } catch (error) {
    if (!isMalformed(error, bytes)) throw error;
    return { text: textIn('Windows-1252', bytes), encoding: 'Windows-1252' };
  }
}

export function isUtf16(bytes: Uint8Array): boolean {
  const encoding = markedEncoding(bytes) ?? zeroEncoding(bytes);
  return encoding === 'UTF-16 LE' || encoding === 'UTF-16 BE';
}

/** The first so many bytes as text; a character that is cut at their end is left out. */
export function decodeHead(bytes: Uint8Array, length: number): string {
  const head = bytes.subarray(0, length);
  const marked = markedEncoding(head) ?? zeroEncoding(head);
  if (marked !== null) return textIn(marked, head);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    // Not UTF-8: the head is short, so it is nothing else.
    return textIn('Windows-1252', head);
  }
}

function textIn(encoding: Encoding, bytes: Uint8Array): string {
  const text = new TextDecoder(LABELS[encoding]).decode(bytes);
  return encoding === 'Windows-1252' ? text.replaceAll(/[\u0080-\u009F]/gu, letterOf) : text;
}

/** What Windows-1252 has where Latin-1 has control characters: some engines decode it as Latin-1. */
const LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function letterOf(control: string): string {
  return LETTERS[control.charCodeAt(0) - 0x80] ?? control;
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'UTF-8' : null;
}

/** UTF-16 without a mark: of Latin letters every other byte is zero. */
function zeroEncoding(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  let [evenZeros, oddZeros] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros += 1;
    if (bytes[i + 1] === 0) oddZeros += 1;
  }
  const pairs = length / 2;
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.1) return 'UTF-16 LE';
  return evenZeros > pairs * 0.4 && oddZeros < pairs * 0.1 ? 'UTF-16 BE' : null;
}

/** Whether the bytes are at fault, and not the length of the text: both are TypeErrors in some engines. */
function isMalformed(error: unknown, bytes: Uint8Array): boolean {
  return error instanceof TypeError && bytes.length < MOST_CHARACTERS;
}

/** Where engines refuse: about half a gigabyte of characters. */
const MOST_CHARACTERS = 2 ** 29 - 25;

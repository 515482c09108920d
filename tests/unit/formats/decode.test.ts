import { describe, expect, it } from 'vitest';
import { decode, decodeHead } from '../../../src/formats/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean, mark: readonly number[] = []) =>
  Uint8Array.from([
    ...mark,
    ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((code) =>
      isBig ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  ]);

describe('decode', () => {
  const text = 'Name;Größe\r\nÉmile – “x” €\r\n'.repeat(3);

  it('knows UTF-8, with a mark and without', () => {
    expect(decode(utf8(text))).toEqual({ text, encoding: 'UTF-8' });
    expect(decode(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'UTF-8' });
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8' });
  });

  it('knows UTF-16, either end first, with a mark and without', () => {
    expect(decode(utf16(text, false, [0xff, 0xfe]))).toEqual({ text, encoding: 'UTF-16 LE' });
    expect(decode(utf16(text, true, [0xfe, 0xff]))).toEqual({ text, encoding: 'UTF-16 BE' });
    expect(decode(utf16(text, false))).toEqual({ text, encoding: 'UTF-16 LE' });
    expect(decode(utf16(text, true))).toEqual({ text, encoding: 'UTF-16 BE' });
  });

  it('takes for Windows-1252 what cannot be UTF-8, quotation marks and dashes included', () => {
    const bytes = Uint8Array.from([
      0xc9, 0x6d, 0x20, 0x93, 0x78, 0x94, 0x20, 0x96, 0x20, 0x80, 0x81,
    ]);
    expect(decode(bytes)).toEqual({ text: 'Ém “x” – €\u0081', encoding: 'Windows-1252' });
    expect(decodeHead(bytes, 6)).toBe('Ém “x”');
  });

  it('does not cut a character at the end of the head', () => {
    expect(decodeHead(utf8('aé'), 2)).toBe('a');
    expect(decodeHead(utf8('aé'), 3)).toBe('aé');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base85 } from '../../../scripts/base85.ts';

const LETTERS =
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_,;()[]{}@%$#';

/** Word by word, as the standard has it: what the last letters lack is as if it were the highest. */
function read(text: string): readonly number[] {
  return (text.match(/.{1,5}/gu) ?? []).flatMap((piece) => {
    const word = Array.from(piece.padEnd(5, '#')).reduce(
      (value, letter) => value * 85 + LETTERS.indexOf(letter),
      0,
    );
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(word / 2 ** shift) % 256);
    return bytes.slice(0, piece.length - 1);
  });
}

test('bytes come back, and no letter of theirs means anything to HTML or JSON', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = base85(bytes);
      expect(read(text)).toEqual([...bytes]);
      expect(text).not.toMatch(/[<>&"'\\\s]/u);
    }),
    { numRuns: 300 },
  );
});

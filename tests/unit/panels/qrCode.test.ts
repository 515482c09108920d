import fc from 'fast-check';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { QR_BYTES, qrCodeOf, type QrCode } from '../../../src/panels/share/qrCode.ts';

/** As a camera sees it: each square some pixels wide, dark where the path is. */
function read({ size, path }: QrCode): string | null {
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * width + Number(x) * scale) * 4;
      for (let at = from; at < from + Number(length) * scale * 4; at += 4) {
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data ?? null;
}

test('a camera reads the address from it, whatever its length and letters', () => {
  const addresses = [
    'https://example.org/#v=1',
    `https://example.org/?data=${encodeURIComponent('https://a.b/ü.json')}#v=1&q=%C3%BC&sel=é`,
    `https://example.org/#${'v=1&org=google&'.repeat(60)}`,
  ];
  for (const address of addresses) {
    const code = qrCodeOf(address);
    expect(code === null ? null : read(code)).toBe(address);
  }
});

test('whatever is too long for any code has none, and nothing shorter', () => {
  expect(qrCodeOf('a'.repeat(QR_BYTES))).not.toBeNull();
  expect(qrCodeOf('a'.repeat(QR_BYTES + 1))).toBeNull();
  // Letters that take two bytes each.
  expect(qrCodeOf('é'.repeat(QR_BYTES / 2 + 1))).toBeNull();
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      const { size = 0, path = '' } = qrCodeOf(text) ?? {};
      // Versions 1 to 40 are 21 to 177 squares wide, with 4 quiet ones on either side.
      expect((size - 29) % 4).toBe(0);
      expect(path.startsWith('M4 4h7')).toBe(true);
    }),
    { numRuns: 15 },
  );
});

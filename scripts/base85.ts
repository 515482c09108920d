/**
 * Bytes as letters that may stand in a script element and in JSON: five for four bytes, where base64 takes
 * four for three. scripts/oneFileLoader.js reads them. As Ascii85, with Z85's letters (ZeroMQ RFC 32), but for
 * those that HTML takes for its own.
 */
const LETTERS =
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_,;()[]{}@%$#';

/** The last letters are fewer where the last bytes are: one more than there are bytes. */
export function base85(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const there = Math.min(4, bytes.length - at);
    let word = 0;
    for (let i = 0; i < 4; i += 1) word = word * 256 + (bytes[at + i] ?? 0);
    let piece = '';
    for (let i = 0; i < 5; i += 1) {
      piece = LETTERS.charAt(word % 85) + piece;
      word = Math.floor(word / 85);
    }
    pieces.push(piece.slice(0, there + 1));
  }
  return pieces.join('');
}

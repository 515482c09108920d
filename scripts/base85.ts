/**
 * Bytes as text in five characters for four bytes: a sixteenth shorter than Base64. As Z85 (ZeroMQ RFC 32)
 * with a shorter last group as in Ascii85, and `_` in the place of `<`, so that it can stand in a script element
 * and in a JSON string as it is. scripts/oneFileLoader.js reads it.
 */
export const BASE85 =
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&_>()[]{}@%$#';

export function base85(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const size = Math.min(4, bytes.length - at);
    let value = 0;
    for (let i = 0; i < 4; i += 1) value = value * 256 + (i < size ? (bytes[at + i] ?? 0) : 0);
    let group = '';
    for (let i = 0; i < 5; i += 1) {
      group = (BASE85[value % 85] ?? '') + group;
      value = Math.floor(value / 85);
    }
    groups.push(group.slice(0, size + 1));
  }
  return groups.join('');
}

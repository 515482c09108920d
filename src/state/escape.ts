/*
 * Text in an address: readable where it can be, and always back to what it was.
 * Knows: characters. Must not know: what the text means.
 *
 * ASCII letters, digits and -._~:/@!'()* stand as they are, a space is '+', half of a surrogate pair
 * by itself (which no UTF-8 holds) is %uD800, everything else is its UTF-8 bytes, each as %XX. So
 * ',', '&', '=' and '#' are free to separate.
 */

const LONE_SURROGATE = /^\p{Surrogate}$/u;
const ESCAPED = /%u([0-9a-fA-F]{4})|((?:%[0-9a-fA-F]{2})+)|(\+)/g;

export function escapeText(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9\-._~:/@]/gu, (character) => {
    if (character === ' ') return '+';
    if (LONE_SURROGATE.test(character))
      return `%u${character.charCodeAt(0).toString(16).toUpperCase()}`;
    return encodeURIComponent(character);
  });
}

/** The text again. What is no escape, such as '%' before other letters, stands for itself. */
export function unescapeText(escaped: string): string {
  return escaped.replaceAll(
    ESCAPED,
    (whole: string, unit: string | undefined, bytes: string | undefined) => {
      if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
      return bytes === undefined ? ' ' : decodedUtf8(bytes, whole);
    },
  );
}

export function joinList(values: readonly string[]): string {
  return values.map(escapeText).join(',');
}

export function splitList(escaped: string): readonly string[] {
  return escaped.split(',').map(unescapeText);
}

function decodedUtf8(bytes: string, fallback: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    // Bytes that are no UTF-8: the only failure there is, and the text is as good as any answer.
    return fallback;
  }
}

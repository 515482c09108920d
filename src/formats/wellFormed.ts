/*
 * Makes texts harmless to carry about: halves of characters become the replacement character, since an
 * address cannot hold them, and what turns the writing direction is closed within its own text, so that
 * it cannot turn what stands beside it. Knows: Unicode. Must not know: what the texts say.
 */

/** Escapes and characters that may need it: a JSON text without them is left alone. */
const SUSPECT = /\\u(?:[dD][89a-fA-F]|20[26])|[\u202A-\u202E\u2066-\u2069]/u;
const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';

/** The value, its texts mended in place where the text that it was parsed from gives cause. */
export function wellFormed(value: unknown, jsonText: string): unknown {
  return SUSPECT.test(jsonText) ? mended(value) : value;
}

/** The same for a list, in place; whether anything in it may have been mended. */
export function mendTexts(list: readonly unknown[], jsonText: string): boolean {
  if (!SUSPECT.test(jsonText)) return false;
  mended(list);
  return true;
}

/** However deep: no recursion. Keys stay, since nothing of ours is called so. */
function mended(value: unknown): unknown {
  const root = { value };
  const waiting: object[] = [root];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    for (const [key, inner] of Object.entries(holder) as [string, unknown][]) {
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
      else if (typeof inner === 'string' && key !== '__proto__') {
        Reflect.set(holder, key, wellFormedText(inner));
      }
    }
  }
  return root.value;
}

export function wellFormedText(text: string): string {
  const whole = text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return TURNING.test(whole) ? whole + closing(whole) : whole;
}

/** What closes the embeddings and isolates that a text leaves open (Unicode Standard Annex 9, X1 to X8). */
function closing(text: string): string {
  const open: string[] = [];
  for (const char of text) {
    if (/[\u202A\u202B\u202D\u202E]/u.test(char)) open.push(POP_EMBEDDING);
    else if (/[\u2066-\u2068]/u.test(char)) open.push(POP_ISOLATE);
    else if (char === POP_EMBEDDING && open.at(-1) === POP_EMBEDDING) open.pop();
    else if (char === POP_ISOLATE && open.includes(POP_ISOLATE)) {
      open.length = open.lastIndexOf(POP_ISOLATE);
    }
  }
  return open.toReversed().join('');
}

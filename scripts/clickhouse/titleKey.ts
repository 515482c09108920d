/*
 * A key for each title that sorts, byte by byte, as the alphabet does.
 * Knows: Unicode's rules for collation (UTS #10) as far as they reach here. Must not know: who sorts.
 *
 * JavaScript's collator compares two texts and gives no key, and old ClickHouse servers know no collation
 * of numbers. So: first the letters and signs, with numbers by their size; where these are equal the accents;
 * where these are too, small before capital letters. For scripts other than the Latin, letters go by their
 * place in Unicode, and the rules of a single language (Å after Z in Danish) are not kept.
 */

const collator = new Intl.Collator('en', { numeric: true });

/** Signs of ASCII in the collator's own order, before digits and letters. */
const SIGNS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((sign) => !/[0-9A-Za-z]/.test(sign))
  .toSorted((a, b) => collator.compare(a, b));
const SIGN_KEYS = new Map(SIGNS.map((sign, i) => [sign, String.fromCharCode(0x10 + i)]));
/** Signs that ASCII does not have come after those that it has, in the order of Unicode. */
const OTHER_SIGNS = '\u003f';
const DIGITS = '\u0040';
const LEVEL_END = '\u0001';

export function titleKeyOf(title: string): string {
  return /^[ -~]*$/.test(title) ? plainKey(title) : anyKey(title);
}

/** The same without the accents that cannot be there, as most titles of most histories are plain. */
function plainKey(title: string): string {
  let letters = '';
  let cases = '';
  for (let i = 0; i < title.length; i++) {
    const sign = title[i] ?? '';
    if (sign >= '0' && sign <= '9') {
      const begin = i;
      while (isDigit(title[i + 1])) i++;
      letters += numberKey(title.slice(begin, i + 1));
      cases += 'a';
      continue;
    }
    const small = sign.toLowerCase();
    letters += SIGN_KEYS.get(sign) ?? small;
    cases += sign === small ? 'a' : 'b';
  }
  return [letters, '', cases.replace(/a+$/, '')].join(LEVEL_END);
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}

function anyKey(title: string): string {
  let letters = '';
  let accents = '';
  let cases = '';
  for (const [part] of title.normalize('NFD').matchAll(/\d+|\p{M}+|[^\d\p{M}]/gsu)) {
    if (/^\p{M}/u.test(part)) {
      accents = accents.slice(0, -1) + part + '!';
      continue;
    }
    letters += primaryOf(part);
    accents += '!';
    cases += part === part.toLowerCase() ? 'a' : 'b';
  }
  return [letters, accents.replace(/!+$/, ''), cases.replace(/a+$/, '')].join(LEVEL_END);
}

function primaryOf(part: string): string {
  if (/^\d/.test(part)) return numberKey(part);
  if (/^[\p{L}\p{N}]/u.test(part)) return part.toLowerCase();
  // Tabs and line ends come before all signs; other characters that control something count for nothing.
  if (/^\p{Cc}/u.test(part)) return /^\s/.test(part) ? '\u0003' : '';
  return SIGN_KEYS.get(part) ?? OTHER_SIGNS + part;
}

/** Longer numbers are greater ones. */
function numberKey(part: string): string {
  const digits = part.replace(/^0+/, '');
  return DIGITS + String.fromCharCode(0x40 + Math.min(digits.length, 0x3f)) + digits;
}

/*
 * How texts are compared when one looks for words: case, accents and the shape of quotation marks and
 * dashes aside. Knows: Unicode. Must not know: what is searched.
 */

/** Printable ASCII and line breaks: nothing but case to fold. */
const PLAIN = /^[\n -~]*$/u;

/** "Café – ‘Été’" becomes "cafe - 'ete'". */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .replaceAll(/[\u2018\u2019\u02BC]/gu, "'")
    .replaceAll(/[\u201C\u201D]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-');
}

/** The folded words of what someone typed; none where there is nothing but space. */
export function wordsOf(text: string): readonly string[] {
  return [...new Set(fold(text).split(/\s+/u).filter(Boolean))];
}

export function holdsEach(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/*
 * Names of files, which every system takes.
 * Knows: nothing. Must not know: what is in the file.
 */

const LONGEST = 80;

/** "the-history-of-weprotect-timeline.svg"; letters of any language, no signs, never empty. */
export function fileName(parts: readonly string[], ending: string): string {
  const words = parts
    .join(' ')
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replaceAll(/[’']/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const cut = Array.from(words)
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^-+|-+$/gu, '');
  return `${cut === '' ? 'history' : cut}.${ending}`;
}

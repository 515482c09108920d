/*
 * Names, ids and short words for what a file does not name itself.
 * Knows: letters. Must not know: formats.
 */

/** Ids that are unique among those given out. */
export class Ids {
  readonly #taken = new Set<string>();
  /** Where the search for a free number goes on, so that a hundred thousand of one name take no longer than others. */
  readonly #nextOf = new Map<string, number>();

  /** The file's own id where it has one and it is free; else the letters and digits of a name. */
  take(own: string | null, name: string, otherwise: string): string {
    const base = own !== null && own !== '' && own.length <= 1_000 ? own : slug(name) || otherwise;
    let id = base;
    if (this.#taken.has(base)) {
      let n = this.#nextOf.get(base) ?? 2;
      while (this.#taken.has(`${base}-${n}`)) n += 1;
      this.#nextOf.set(base, n + 1);
      id = `${base}-${n}`;
    }
    this.#taken.add(id);
    return id;
  }
}

function slug(name: string): string {
  return name
    .slice(0, 1_000)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');
}

/** The first sentence of a line, if it is short; else its beginning. */
export function firstSentence(line: string): string {
  const sentence = /^.{1,80}?[.!?](?= |$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= 80 ? sentence : `${sentence.slice(0, 79).trimEnd()}…`;
}

/** "Grand Canal (China), en.wikipedia.org". */
export function titleOfAddress(url: string): string {
  const { host, pathname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  let words = last;
  try {
    words = decodeURIComponent(last);
  } catch {
    // Not meant as escapes: the letters as they stand.
  }
  const name = words.replaceAll(/[_+]/gu, ' ').trim();
  return (name === '' ? host : `${name}, ${host}`).slice(0, 300);
}

export function nameWithoutEnding(fileName: string | null): string {
  return (fileName ?? '').replace(/\.[^.]{1,8}$/u, '').trim();
}

/** What was parsed as JSON, as text again. */
export function rawOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return '(nested too deeply to be written)';
  }
}

/** Short enough for a sentence. */
export function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : rawOf(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

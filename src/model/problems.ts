/*
 * Collects what is wrong with a file: counts everything, keeps as much as anyone reads.
 * Knows: the shape of a problem. Must not know: schemas, what is right.
 */
import type { Problem } from './types.ts';

/** So many are kept with their words, where nothing else is asked for; the others are only counted. */
const PROBLEMS_KEPT = 100;

export class ProblemList {
  readonly kept: Problem[] = [];
  readonly #limit: number;
  #total = 0;

  constructor(limit = PROBLEMS_KEPT) {
    this.#limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  /** Takes a function, since a million bad records should not make a million sentences. */
  add(problem: () => Problem): void {
    this.#total += 1;
    if (this.kept.length < this.#limit) this.kept.push(problem());
  }
}

/** What was found, short enough for a sentence: '"soon"', "42", "a list", "nothing". */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') {
    if (value.length <= 60) return `"${value}"`;
    return `"${value.slice(0, 40)}…" (${value.length} characters)`;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
}

export type Path = readonly (string | number)[];

/** "events[3].actors[0].part"; the file itself where the path is empty. */
export function placeOf(root: string, path: Path): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? key : `${place}.${key}`;
  }, root);
}

/*
 * Which records may be the same: names that differ in nothing but case, accents, order of words, dots.
 * Knows: names. Must not know: React, what is done about it.
 */
import type { Candidate } from './useCandidates.ts';
import { plain } from './useCandidates.ts';

export interface SamePair {
  readonly a: Candidate;
  readonly b: Candidate;
}

/** More than anyone goes through in one sitting. */
const PAIRS_LIMIT = 50;

/** Each with the first of its name, in the order of the list; in time that grows with the list alone. */
export function sameNames(records: readonly Candidate[]): readonly SamePair[] {
  const first = new Map<string, Candidate>();
  const pairs: SamePair[] = [];
  for (const b of records) {
    const key = keyOf(b.name);
    const a = first.get(key);
    if (a === undefined) first.set(key, b);
    else pairs.push({ a, b });
    if (pairs.length === PAIRS_LIMIT) break;
  }
  return pairs;
}

const ARTICLES = new Set(['the', 'of', 'and']);

function keyOf(name: string): string {
  const words = plain(name)
    .replaceAll('&', ' and ')
    .replace(/[.'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ARTICLES.has(word));
  // A name without letters is like no other.
  return words.length === 0 ? `=${name}` : words.toSorted().join(' ');
}

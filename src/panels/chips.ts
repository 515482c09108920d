/*
 * The filters in words, each with what takes it away: chips, the printed page and the empty state read them.
 * Knows: choices and the names of values. Must not know: React, the store, how a chip looks.
 *
 *   clauses, range, words  →  [Google or Microsoft ×] [not NSPCC ×] [1 Jan 2014 – 1 Jun 2014 ×]
 */
import type { Interval } from '../base/interval.ts';
import type { Clause, DatasetAnswer, FacetName } from '../engine/port.ts';
import { formatInstant } from '../model/instantWords.ts';
import type { Choices } from '../state/choices.ts';
import { shortDate, valueName } from './names.ts';

export interface Chip {
  /** Stays the same as long as the chip stands for the same part of the choices. */
  readonly key: string;
  readonly words: string;
  readonly remove: (choices: Choices) => Choices;
}

type Use = 'any' | 'all' | 'none';
const USES: readonly Use[] = ['any', 'all', 'none'];

/** A chip names at most so many values; the filters show them all. */
const NAMES_LIMIT = 5;

/** The part of the choices that chips stand for. */
export type Filtering = Pick<Choices, 'clauses' | 'words' | 'during'>;

export function chipsOf(choices: Filtering, history: DatasetAnswer): readonly Chip[] {
  const chips = choices.clauses.flatMap((clause) =>
    USES.filter((use) => clause[use].length > 0).map((use) => clauseChip(clause, use, history)),
  );
  if (choices.words !== '') {
    chips.push({
      key: 'words',
      words: `words: ${choices.words}`,
      remove: (now) => ({ ...now, words: '' }),
    });
  }
  if (choices.during !== null) {
    chips.push({
      key: 'during',
      words: rangeWords(choices.during),
      remove: (now) => ({ ...now, during: null }),
    });
  }
  return chips;
}

function clauseChip(clause: Clause, use: Use, history: DatasetAnswer): Chip {
  const names = clause[use].map((id) => valueName(history, clause.facet, id));
  return {
    key: `${clause.facet} ${use}`,
    words: CLAUSE_WORDS[use](names),
    remove: (now) => withoutUse(now, clause.facet, use),
  };
}

const CLAUSE_WORDS: Readonly<Record<Use, (names: readonly string[]) => string>> = {
  any: (names) => listed(names, 'or'),
  all: (names) => {
    const ending = names.length === 1 ? 'required' : names.length === 2 ? 'both' : 'all of them';
    return `${listed(names, 'and')} ${ending}`;
  },
  none: (names) => `not ${listed(names, 'or')}`,
};

/** "A", "A or B", "A, B or C"; a long list ends with how many more there are. */
function listed(names: readonly string[], joint: 'and' | 'or'): string {
  const more = names.length - NAMES_LIMIT;
  const shown = more > 1 ? [...names.slice(0, NAMES_LIMIT), `${more} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** From the first day to the last one that the range touches. */
function rangeWords({ startMs, endMs }: Interval): string {
  const first = dayWords(startMs);
  const last = dayWords(Math.max(startMs, endMs - 1));
  return first === last ? first : `${first} – ${last}`;
}

/** "1 Jan 2014": a chip is short. */
function dayWords(ms: number): string {
  return shortDate(formatInstant(ms, 'day'));
}

function withoutUse(choices: Choices, facet: FacetName, use: Use): Choices {
  const clauses = choices.clauses
    .map((clause) => (clause.facet === facet ? { ...clause, [use]: [] } : clause))
    .filter((clause) => USES.some((kept) => clause[kept].length > 0));
  return { ...choices, clauses };
}

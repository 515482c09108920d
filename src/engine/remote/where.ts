/*
 * Which events a question means, as conditions in SQL.
 * Knows: queries, windows, the columns. Must not know: what is counted or drawn of them.
 */
import type { Interval } from '../../base/interval.ts';
import { wordsOf } from '../local/fold.ts';
import { NAMED } from '../local/texts.ts';
import type { Vocabularies } from '../local/vocabulary.ts';
import type { Clause, FacetName, Query } from '../port.ts';
import { FACET_COLUMNS, SPANS_MS } from './columns.ts';
import { allOf, anyOf, arrayOf, joined, long, sql, type Sql } from './sql.ts';

const NOTHING = sql`0`;

/** Events of which some time is known: others have no place on an axis. */
export const IS_DATED = sql`ord < ${Number.POSITIVE_INFINITY}`;

/** Values that are written out in a query for its words: a server reads no more than 256 KiB of one. */
const LISTED_MOST = 8000;

/** The events that a query means; `leaveOut` ignores that facet's clause. */
export function matching(
  vocabularies: Vocabularies,
  query: Query,
  leaveOut: FacetName | null = null,
  listedMost = LISTED_MOST,
): readonly Sql[] {
  const { clauses, during, words, includesParts } = query;
  return [
    ...clauses
      .filter(({ facet }) => facet !== leaveOut)
      .flatMap((clause) => clauseConditions(vocabularies, clause, includesParts)),
    ...(during === null ? [] : [overlapping(during)]),
    ...wordConditions(vocabularies, wordsOf(words), listedMost),
  ];
}

/** A value that the history does not have matches nothing, wherever an address got it from. */
function clauseConditions(
  vocabularies: Vocabularies,
  { facet, any, all, none }: Clause,
  includesParts: boolean,
): readonly Sql[] {
  const column = FACET_COLUMNS[facet][includesParts ? 'all' : 'direct'];
  const { valueOf } = vocabularies[facet];
  const known = (ids: readonly string[]): readonly number[] =>
    ids.map((id) => valueOf.get(id)).filter((value) => value !== undefined);
  const conditions = known(all).map((value) => sql`has(${column}, ${value})`);
  if (known(all).length < all.length) conditions.push(NOTHING);
  if (any.length > 0) {
    const values = known(any);
    conditions.push(values.length === 0 ? NOTHING : sql`hasAny(${column}, ${arrayOf(values)})`);
  }
  const excluded = known(none);
  if (excluded.length > 0) conditions.push(sql`NOT hasAny(${column}, ${arrayOf(excluded)})`);
  return conditions;
}

/**
 * Events that share an instant with an interval. Said for each span of lengths by itself, so that by the
 * key only those are read that begin late enough to reach it.
 */
export function overlapping({ startMs, endMs }: Interval): Sql {
  const reaches = sql`startMs < ${endMs} AND endMs > ${startMs}`;
  const spans = SPANS_MS.map(
    (longestMs, span) =>
      sql`span = ${span} AND ord < ${endMs} AND ord >= ${startMs - longestMs} AND ${reaches}`,
  );
  return anyOf([...spans, sql`span = ${SPANS_MS.length} AND ${reaches}`]);
}

/** Whether an event names an actor, in whatever part; null where the history has no such actor. */
export function namesActor(vocabularies: Vocabularies, id: string): Sql | null {
  for (const facet of ['organisation', 'person'] as const) {
    const value = vocabularies[facet].valueOf.get(id);
    if (value !== undefined) return sql`has(${FACET_COLUMNS[facet].direct}, ${value})`;
  }
  return null;
}

/**
 * As `overlapping`, for all that a history knows: nothing where the interval holds the whole of its extent,
 * since every event reaches into that, and no column needs to be read to see it.
 */
export function overlappingIn(extent: Interval | null, interval: Interval): readonly Sql[] {
  const isAll =
    extent !== null && interval.startMs <= extent.startMs && interval.endMs >= extent.endMs;
  return isAll ? [] : [overlapping(interval)];
}

/**
 * Each word stands in an event's own text or in a name of what it names. Names are held here: which values
 * have the word is known, and events are asked for those, whose numbers are a fraction of their names.
 */
function wordConditions(
  vocabularies: Vocabularies,
  words: readonly string[],
  listedMost: number,
): readonly Sql[] {
  let room = listedMost;
  return words.map((word) => {
    const found = NAMED.map((facet) => ({
      column: FACET_COLUMNS[facet].direct,
      values: valuesWith(vocabularies[facet].searchTexts, word),
    })).filter(({ values }) => values.length > 0);
    const total = found.reduce((sum, { values }) => sum + values.length, 0);
    const isOwn = holding(sql`text`, word);
    if (total > room) return anyOf([isOwn, holding(sql`names`, word)]);
    room -= total;
    return anyOf([
      isOwn,
      ...found.map(
        ({ column, values }) => sql`arrayExists(value -> value IN ${values}, ${column})`,
      ),
    ]);
  });
}

function valuesWith(searchTexts: readonly string[], word: string): readonly number[] {
  return [...searchTexts.keys()].filter((value) => searchTexts[value]?.includes(word) === true);
}

/** Folded words within a folded text. */
export function holding(text: Sql, word: string): Sql {
  return long(sql`position(${text}, ${word}) > 0`);
}

/**
 * What the conditions read is read for all events, and the rest of the columns only where they hold; long
 * texts are left to last. The server by itself would begin with one condition, not always the best.
 */
export function where(conditions: readonly Sql[]): Sql {
  const first = conditions.filter(({ readsLong }) => !readsLong);
  return first.length === 0
    ? whereFirst(conditions, [])
    : whereFirst(
        first,
        conditions.filter(({ readsLong }) => readsLong),
      );
}

/** The same with the conditions to begin with: those that few events meet. */
export function whereFirst(first: readonly Sql[], then: readonly Sql[]): Sql {
  const parts = [
    ...(first.length === 0 ? [] : [sql`PREWHERE ${allOf(first)}`]),
    ...(then.length === 0 ? [] : [sql`WHERE ${allOf(then)}`]),
  ];
  return joined(parts, sql` `);
}

/** Whether nothing at all chooses the events. */
export function isWhole(
  { clauses, during, words }: Query,
  leaveOut: FacetName | null = null,
): boolean {
  const demands = clauses.filter(
    ({ facet, any, all, none }) => facet !== leaveOut && any.length + all.length + none.length > 0,
  );
  return demands.length === 0 && during === null && wordsOf(words).length === 0;
}

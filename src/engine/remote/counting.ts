/*
 * How many events have each value, and how many there are: counted by the database, and remembered.
 * Knows: the columns of facets, how lists of numbers are counted. Must not know: what asks.
 *
 * A second clause leaves most of what was counted under the first one as it was: each facet's counts are
 * kept by themselves, and only what is missing is asked for, in one walk.
 */
import type { Vocabularies } from '../local/vocabulary.ts';
import type { FacetName } from '../port.ts';
import { askedRecently, recent } from './askedRecently.ts';
import { FACET_COLUMNS } from './columns.ts';
import type { Rows } from './connection.ts';
import { joined, sql, type Sql } from './sql.ts';
import { where } from './where.ts';

type Signal = AbortSignal | undefined;

export interface Counting {
  /** How many events meet all conditions. */
  total(this: void, conditions: readonly Sql[], signal: Signal): Promise<number>;
  /** How many of them have each value of a list in a column. */
  counts(
    this: void,
    column: Sql,
    valuesTotal: number,
    conditions: readonly Sql[],
    signal: Signal,
  ): Promise<Uint32Array>;
  /** How many of them have each value of some facets. */
  facetCounts(
    this: void,
    facets: readonly FacetName[],
    way: 'direct' | 'all',
    conditions: readonly Sql[],
    signal: Signal,
  ): Promise<FacetCounts>;
}

export interface FacetCounts {
  /** How many events there are. */
  readonly matched: number;
  /** By facet: how many have each value, and how many have none. */
  readonly counts: ReadonlyMap<FacetName, Uint32Array>;
  readonly none: ReadonlyMap<FacetName, number>;
}

/** Counts of the values of a facet, 80 kB for 20,000 of them. */
const COUNTS_KEPT = 48;

export function countingFrom(
  vocabularies: Vocabularies,
  ask: (query: Sql, signal: Signal) => Promise<Rows>,
): Counting {
  const countsKept = askedRecently<Uint32Array>(COUNTS_KEPT);
  /** The last number of each is that of events without a value. */
  const facetsKept = recent<Uint32Array>(COUNTS_KEPT);
  const totalsKept = recent<number>(COUNTS_KEPT);

  const countOnce = async (
    column: Sql,
    valuesTotal: number,
    conditions: readonly Sql[],
    signal: Signal,
  ): Promise<Uint32Array> => {
    const counts = new Uint32Array(valuesTotal);
    const rows = await ask(countingOf(column, conditions), signal);
    for (const [value, count] of rows) counts[Number(value)] = Number(count);
    return counts;
  };

  return {
    async total(conditions, signal) {
      const key = where(conditions).text;
      const known = totalsKept.get(key);
      if (known !== undefined) return known;
      const [row] = await ask(sql`SELECT count() FROM events ${where(conditions)}`, signal);
      const total = Number(row?.[0] ?? 0);
      totalsKept.set(key, total);
      return total;
    },
    counts: (column, valuesTotal, conditions, signal) =>
      countsKept(countingOf(column, conditions).text, () =>
        countOnce(column, valuesTotal, conditions, signal),
      ),
    async facetCounts(facets, way, conditions, signal) {
      const chosen = where(conditions).text;
      const keyOf = (facet: FacetName): string => `${FACET_COLUMNS[facet][way].text} ${chosen}`;
      const found = new Map(facets.map((facet) => [facet, facetsKept.get(keyOf(facet))]));
      const missing = facets.filter((facet) => found.get(facet) === undefined);
      if (missing.length > 0 || totalsKept.get(chosen) === undefined) {
        const { lists, stretches, end } = listsOf(vocabularies, missing, way);
        const counted = await countOnce(lists, end + 1, conditions, signal);
        for (const [facet, [start, next]] of stretches) {
          const its = counted.slice(start, next);
          facetsKept.set(keyOf(facet), its);
          found.set(facet, its);
        }
        totalsKept.set(chosen, counted[end] ?? 0);
      }
      const of = (facet: FacetName): Uint32Array => found.get(facet) ?? new Uint32Array(1);
      return {
        matched: totalsKept.get(chosen) ?? 0,
        counts: new Map(facets.map((facet) => [facet, of(facet).subarray(0, -1)])),
        none: new Map(facets.map((facet) => [facet, of(facet).at(-1) ?? 0])),
      };
    },
  };
}

function countingOf(column: Sql, conditions: readonly Sql[]): Sql {
  return sql`SELECT value, count() FROM events ARRAY JOIN ${column} AS value ${where(conditions)} GROUP BY value`;
}

interface Lists {
  readonly lists: Sql;
  /** Where the numbers of a facet begin, and where they end. */
  readonly stretches: ReadonlyMap<FacetName, readonly [number, number]>;
  /** The number that every event has. */
  readonly end: number;
}

/**
 * One list of numbers that holds the values of some facets, each facet in a stretch of its own, with one more
 * for having none; and the last number is every event's.
 */
function listsOf(
  vocabularies: Vocabularies,
  facets: readonly FacetName[],
  way: 'direct' | 'all',
): Lists {
  const stretches = new Map<FacetName, readonly [number, number]>();
  const parts: Sql[] = [];
  let start = 0;
  for (const facet of facets) {
    const column = FACET_COLUMNS[facet][way];
    const none = start + vocabularies[facet].ids.length;
    parts.push(
      sql`if(empty(${column}), [toUInt32(${none})], arrayMap(value -> toUInt32(value + ${start}), ${column}))`,
    );
    stretches.set(facet, [start, none + 1]);
    start = none + 1;
  }
  const lists = sql`arrayConcat(${joined([...parts, sql`[toUInt32(${start})]`], sql`, `)})`;
  return { lists, stretches, end: start };
}

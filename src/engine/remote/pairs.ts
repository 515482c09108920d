/*
 * Who acted with whom, counted by the database: pairs of actors and how often each met.
 * Knows: the columns of actors, what makes a tie. Must not know: networks, answers.
 */
import type { RemoteHistory, Signal } from './history.ts';
import { sql, type Sql } from './sql.ts';
import { where } from './where.ts';

/** Two actors by their place in the list of all, the smaller one first, and their ties as the port has them. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly isTentative: boolean;
}

export interface PairsScope {
  /** The events that match in the window. */
  readonly conditions: readonly Sql[];
  readonly includesTentative: boolean;
}

/** The actors of an event that count for ties. */
function countedActors({ includesTentative }: PairsScope): Sql {
  return includesTentative ? sql`arrayConcat(tookPart, mentioned)` : sql`tookPart`;
}

/** The conditions that an event must meet to be evidence. */
export function evidence({ conditions, includesTentative }: PairsScope): readonly Sql[] {
  return includesTentative ? conditions : [...conditions, sql`happened = 1`];
}

/** How many events count for each actor. */
export function askActing(
  history: RemoteHistory,
  scope: PairsScope,
  signal: Signal,
): Promise<Uint32Array> {
  const { dataset, acting } = history.head;
  const actors = dataset.actors?.length ?? 0;
  if (scope.conditions.length === 0 && !scope.includesTentative) {
    return Promise.resolve(Uint32Array.from(acting));
  }
  return history.counts(countedActors(scope), actors, evidence(scope), signal);
}

/** The ties among some actors; a whole and its parts count once. */
export async function askPairsAmong(
  history: RemoteHistory,
  scope: PairsScope,
  actors: readonly number[],
  signal: Signal,
): Promise<readonly Pair[]> {
  if (actors.length < 2) return [];
  const some = sql`arrayFilter(actor -> actor IN ${actors}, ${countedActors(scope)})`;
  const firm = isFirm(scope, sql`a`, sql`b`);
  const rows = await history.ask(
    sql`SELECT ${pairColumns(some)}, ${meetings(firm)} FROM events ${pairsJoin(some)}
      ${where(evidence(scope))} GROUP BY first, second`,
    signal,
  );
  return rows.map(([a, b, firm, other]) =>
    pairOf(Number(a), Number(b), Number(firm), Number(other)),
  );
}

/** The ties of one actor with all others. */
export async function askPairsOf(
  history: RemoteHistory,
  scope: PairsScope,
  actor: number,
  signal: Signal,
): Promise<readonly Pair[]> {
  const named = countedActors(scope);
  const firm = isFirm(scope, sql`${actor}`, sql`b`);
  const rows = await history.ask(
    sql`SELECT b, ${meetings(firm)} FROM events ARRAY JOIN ${named} AS b
      ${where([...evidence(scope), sql`has(${named}, ${actor})`])} GROUP BY b`,
    signal,
  );
  return rows
    .filter(([b]) => Number(b) !== actor)
    .map(([b, firm, other]) =>
      pairOf(Math.min(actor, Number(b)), Math.max(actor, Number(b)), Number(firm), Number(other)),
    );
}

/**
 * The pairs within a list, each once, as columns `first` and `second`. In one query, not one within another:
 * of that every row would travel to the server that is asked, where each shard can count its own.
 */
export function pairColumns(list: Sql): Sql {
  return sql`least(a, arrayJoin(arraySlice(${list}, i + 1)) AS b) AS first, greatest(a, b) AS second`;
}

export function pairsJoin(list: Sql): Sql {
  return sql`ARRAY JOIN ${list} AS a, arrayEnumerate(${list}) AS i`;
}

/** Null where every tie is: of what happened, and among those who took part. */
function isFirm({ includesTentative }: PairsScope, a: Sql, b: Sql): Sql | null {
  return includesTentative
    ? sql`happened = 1 AND has(tookPart, ${a}) AND has(tookPart, ${b})`
    : null;
}

/** Counting is quicker than telling apart, which only wholes and their parts need. */
function meetings(firm: Sql | null): Sql {
  if (firm === null) {
    return sql`countIf(inFamily = 0) + uniqExactIf(root, inFamily = 1) AS firmCount, 0 AS otherCount`;
  }
  return sql`countIf((${firm}) AND inFamily = 0) + uniqExactIf(root, (${firm}) AND inFamily = 1) AS firmCount,
    countIf(NOT (${firm}) AND inFamily = 0) + uniqExactIf(root, NOT (${firm}) AND inFamily = 1) AS otherCount`;
}

function pairOf(a: number, b: number, firm: number, other: number): Pair {
  return { a, b, weight: firm > 0 ? firm : other, isTentative: firm === 0 };
}

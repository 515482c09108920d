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
  const rows = await history.ask(
    sql`SELECT least(a, b) AS first, greatest(a, b) AS second, ${meetings()} FROM
      (SELECT a, arrayJoin(arraySlice(some, i + 1)) AS b, root, inFamily, ${isFirm(sql`a`, sql`b`)} AS firm FROM
        (SELECT ${some} AS some, tookPart, happened, root, inFamily FROM events ${where(evidence(scope))})
        ARRAY JOIN some AS a, arrayEnumerate(some) AS i)
      GROUP BY first, second`,
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
  const rows = await history.ask(
    sql`SELECT b, ${meetings()} FROM
      (SELECT arrayJoin(${named}) AS b, root, inFamily, ${isFirm(sql`${actor}`, sql`b`)} AS firm FROM events
        ${where([...evidence(scope), sql`has(${named}, ${actor})`])})
      WHERE b != ${actor} GROUP BY b`,
    signal,
  );
  return rows.map(([b, firm, other]) =>
    pairOf(Math.min(actor, Number(b)), Math.max(actor, Number(b)), Number(firm), Number(other)),
  );
}

function isFirm(a: Sql, b: Sql): Sql {
  return sql`happened = 1 AND has(tookPart, ${a}) AND has(tookPart, ${b})`;
}

/** Counting is quicker than telling apart, which only wholes and their parts need. */
function meetings(): Sql {
  return sql`countIf(firm AND inFamily = 0) + uniqExactIf(root, firm AND inFamily = 1) AS firmCount,
    countIf(NOT firm AND inFamily = 0) + uniqExactIf(root, NOT firm AND inFamily = 1) AS otherCount`;
}

function pairOf(a: number, b: number, firm: number, other: number): Pair {
  return { a, b, weight: firm > 0 ? firm : other, isTentative: firm === 0 };
}

/*
 * A page of events in an order, found and sorted by the database.
 * Knows: the columns that are sorted by. Must not know: how rows are shown.
 */
import { assertNever } from '../../base/assertNever.ts';
import { rowOf } from '../local/events.ts';
import type { EventColumn, EventsAnswer, EventsQuestion } from '../port.ts';
import { NO_RANK } from './columns.ts';
import type { Rows } from './connection.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { KEY_COLUMNS, keyIn } from './refs.ts';
import { sql, type Sql } from './sql.ts';
import { matching, where } from './where.ts';

export async function askEvents(
  history: RemoteHistory,
  { query, sort, offset, limit }: EventsQuestion,
  seekFrom: number,
  signal: Signal,
): Promise<EventsAnswer> {
  const conditions = matching(history.vocabularies, query);
  const order = orderBy(sort.by, sort.isDescending);
  const isSought = sort.by === 'date' && offset >= seekFrom;
  const askKeys = async (): Promise<Rows> => {
    const from = isSought
      ? await seek(history, conditions, sort.isDescending, offset, signal)
      : { conditions, offset };
    // Where they lie first, all of them only then: sorting whole events would read the whole table.
    return history.ask(
      sql`SELECT ${KEY_COLUMNS} FROM events ${where(from.conditions)} ORDER BY ${order} LIMIT ${from.offset}, ${limit}`,
      signal,
    );
  };
  const [matched, found] = await Promise.all([
    history.matched(query, signal),
    limit === 0 ? [] : askKeys(),
  ]);
  const keys = found.map(keyIn);
  const { columns, ordinalOf } = await history.eventsAt(keys, true, signal);
  return {
    matched,
    total: history.head.eventsTotal,
    rows: keys
      .map((key) => columns.events.at(ordinalOf(key)))
      .filter((event) => event !== undefined)
      .map((event) => rowOf(columns, event)),
  };
}

/** Stretches of time in which events are counted to find a page: a few thousand lie in one of millions. */
const STRETCHES = 4000;

/**
 * Where a page far down the list begins: what comes before its stretch of time is counted, not sorted.
 */
async function seek(
  { ask, head }: Pick<RemoteHistory, 'ask' | 'head'>,
  conditions: readonly Sql[],
  isDescending: boolean,
  offset: number,
  signal: Signal,
): Promise<{ readonly conditions: readonly Sql[]; readonly offset: number }> {
  const { startMs, endMs } = head.extent ?? { startMs: 0, endMs: 1 };
  const stretchMs = (endMs - startMs) / STRETCHES;
  // Beyond the extent lie those of which no time is known.
  const stretch = sql`greatest(0, least(${STRETCHES}, floor((ord - ${startMs}) / ${stretchMs})))`;
  const rows = await ask(
    sql`SELECT ${stretch} AS stretch, count() FROM events ${where(conditions)} GROUP BY stretch ORDER BY stretch`,
    signal,
  );
  let before = 0;
  for (const [place, count] of isDescending ? rows.toReversed() : rows) {
    if (before + Number(count) > offset) {
      const rest = isDescending
        ? sql`${stretch} <= ${Number(place)}`
        : sql`${stretch} >= ${Number(place)}`;
      return { conditions: [...conditions, rest], offset: offset - before };
    }
    before += Number(count);
  }
  return { conditions, offset };
}

/** Equals are in order of time, and events without a value last, either way. */
function orderBy(by: EventColumn, isDescending: boolean): Sql {
  const turned = isDescending ? sql`DESC` : sql``;
  switch (by) {
    case 'date':
      return sql`ord ${turned}, endMs ${turned}, seat ${turned}`;
    case 'title':
      return sql`titleKey ${turned}, ord, endMs, seat`;
    case 'weight':
      return sql`weight ${turned}, ord, endMs, seat`;
    case 'status':
      return sql`status[1] ${turned}, ord, endMs, seat`;
    case 'kind':
      return ranked(sql`kindRank`, turned);
    case 'actors':
      return ranked(sql`actorsRank`, turned);
    case 'places':
      return ranked(sql`placesRank`, turned);
    case 'themes':
      return ranked(sql`themesRank`, turned);
    default:
      return assertNever(by);
  }
}

function ranked(column: Sql, turned: Sql): Sql {
  return sql`${column} = ${NO_RANK}, ${column} ${turned}, ord, endMs, seat`;
}

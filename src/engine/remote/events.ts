/*
 * A page of events in an order, found and sorted by the database.
 * Knows: the columns that are sorted by. Must not know: how rows are shown.
 */
import { assertNever } from '../../base/assertNever.ts';
import { rowOf } from '../local/events.ts';
import type { EventColumn, EventsAnswer, EventsQuestion } from '../port.ts';
import { NO_RANK } from './columns.ts';
import { KEY_COLUMNS, keyIn, type RemoteHistory, type Signal } from './history.ts';
import { sql, type Sql } from './sql.ts';
import { matching, where } from './where.ts';

export async function askEvents(
  history: RemoteHistory,
  { query, sort, offset, limit }: EventsQuestion,
  signal: Signal,
): Promise<EventsAnswer> {
  const conditions = matching(history.vocabularies, query);
  const order = orderBy(sort.by, sort.isDescending);
  // Where they lie first, all of them only then: sorting whole events would read the whole table.
  const [matched, found] = await Promise.all([
    history.matched(query, signal),
    limit === 0
      ? []
      : history.ask(
          sql`SELECT ${KEY_COLUMNS} FROM events ${where(conditions)} ORDER BY ${order} LIMIT ${offset}, ${limit}`,
          signal,
        ),
  ]);
  const keys = found.map(keyIn);
  const { columns, ordinalOf } = await history.eventsAt(keys, signal);
  return {
    matched,
    total: history.head.eventsTotal,
    rows: keys
      .map((key) => columns.events[ordinalOf(key)])
      .filter((event) => event !== undefined)
      .map((event) => rowOf(columns, event)),
  };
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

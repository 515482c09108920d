/*
 * One event or one actor whole, from the few events that it is told with.
 * Knows: which events these are. Must not know: how they are told: the local engine's own code does that.
 */
import { answerDetails, EVENTS_LIMIT } from '../local/details.ts';
import { relationsOf } from '../local/relations.ts';
import { THREAD_LIMIT } from '../local/thread.ts';
import type { Details, Ref } from '../port.ts';
import { FACET_COLUMNS } from './columns.ts';
import { KEY_COLUMNS, keyIn, type Fetched, type RemoteHistory, type Signal } from './history.ts';
import { anyOf, sql } from './sql.ts';

export function askDetails(
  history: RemoteHistory,
  ref: Ref,
  signal: Signal,
): Promise<Details | null> {
  return ref.kind === 'event'
    ? eventDetails(history, ref.id, signal)
    : actorDetails(history, ref.id, signal);
}

async function actorDetails(
  history: RemoteHistory,
  id: string,
  signal: Signal,
): Promise<Details | null> {
  const { head, vocabularies } = history;
  const facet = vocabularies.person.valueOf.has(id) ? 'person' : 'organisation';
  const value = vocabularies[facet].valueOf.get(id);
  if (value === undefined) return null;
  const rows = await history.ask(
    sql`SELECT ${KEY_COLUMNS} FROM events WHERE has(${FACET_COLUMNS[facet].direct}, ${value}) ORDER BY ord, endMs, seat LIMIT ${EVENTS_LIMIT}`,
    signal,
  );
  const { columns } = await history.eventsAt(rows.map(keyIn), signal);
  const details = answerDetails(columns, relationsOf(columns), { kind: 'actor', id });
  if (details?.kind !== 'actor') return details;
  return { ...details, eventsTotal: head.totals[facet].direct[value] ?? 0 };
}

/** Fetches outwards along the links until no more of them can be told. */
async function eventDetails(
  history: RemoteHistory,
  id: string,
  signal: Signal,
): Promise<Details | null> {
  let fetched = await around(history, [id], signal);
  if (!fetched.columns.ordinalOf.has(id)) return null;
  const walked = new Set([id]);
  for (let step = 0; step < THREAD_LIMIT; step++) {
    const open = fetched.columns.events
      .map((event) => event.id)
      .filter((known) => !walked.has(known) && isLinked(fetched, known, walked));
    if (open.length === 0 || walked.size > THREAD_LIMIT * 4) break;
    for (const known of open) walked.add(known);
    // All that was walked is asked for again with the new: one set of columns holds them all.
    // oxlint-disable-next-line no-await-in-loop -- each step follows the links that the one before found
    fetched = await around(history, [...walked], signal);
  }
  return answerDetails(fetched.columns, relationsOf(fetched.columns), { kind: 'event', id });
}

function isLinked({ columns }: Fetched, id: string, walked: ReadonlySet<string>): boolean {
  const event = columns.events[columns.ordinalOf.get(id) ?? -1];
  if (event?.links?.some(({ to }) => walked.has(to)) === true) return true;
  return columns.events.some(
    (other) => walked.has(other.id) && other.links?.some(({ to }) => to === id) === true,
  );
}

/** Events with what they link to, what links to them, and their parts. */
async function around(
  history: RemoteHistory,
  ids: readonly string[],
  signal: Signal,
): Promise<Fetched> {
  const rows = await history.ask(sql`SELECT linksTo FROM events WHERE id IN ${ids}`, signal);
  const linked = rows.flatMap(([links]) => (Array.isArray(links) ? links.map(String) : []));
  return history.eventsWhere(
    [
      anyOf([
        sql`id IN ${[...new Set([...ids, ...linked])]}`,
        sql`partOf = ${ids[0] ?? ''}`,
        sql`arrayExists(to -> to IN ${ids}, linksTo)`,
      ]),
    ],
    signal,
  );
}

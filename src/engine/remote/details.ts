/*
 * One event or one actor whole, from the few events that it is told with.
 * Knows: which events these are. Must not know: how they are told: the local engine's own code does that.
 */
import { answerDetails, EVENTS_LIMIT } from '../local/details.ts';
import { relationsOf } from '../local/relations.ts';
import { THREAD_LIMIT } from '../local/thread.ts';
import type { Details, Ref } from '../port.ts';
import { FACET_COLUMNS } from './columns.ts';
import type { Fetched, RemoteHistory, Signal } from './history.ts';
import { KEY_COLUMNS, keyIn, keysOf } from './refs.ts';
import { sql } from './sql.ts';

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
  const { columns } = await history.eventsAt(rows.map(keyIn), false, signal);
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
  let fetched = await around(history, id, [id], signal);
  if (!fetched.columns.ordinalOf.has(id)) return null;
  const walked = new Set([id]);
  while (walked.size <= THREAD_LIMIT * 4) {
    const open = linkedTo(fetched, walked);
    if (open.length === 0) break;
    for (const next of open) walked.add(next);
    // All that was walked is asked for again with the new: one set of columns holds them all.
    // oxlint-disable-next-line no-await-in-loop -- each step follows the links that the one before found
    fetched = await around(history, id, [...walked], signal);
  }
  return answerDetails(fetched.columns, relationsOf(fetched.columns), { kind: 'event', id });
}

/** What is linked with the events that were walked, either way, and was not walked itself. */
function linkedTo({ columns }: Fetched, walked: ReadonlySet<string>): readonly string[] {
  const linked: string[] = [];
  columns.each(({ id, links = [] }) => {
    if (walked.has(id)) linked.push(...links.map(({ to }) => to));
    else if (links.some(({ to }) => walked.has(to))) linked.push(id);
  });
  return [...new Set(linked)].filter((id) => !walked.has(id));
}

/** Events with what links to them, and the parts of one of them. */
async function around(
  history: RemoteHistory,
  id: string,
  walked: readonly string[],
  signal: Signal,
): Promise<Fetched> {
  const near = { own: walked, partOf: [id], linksTo: walked };
  return history.eventsAt(await keysOf(history.ask, near, signal), true, signal);
}

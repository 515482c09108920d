/*
 * What lights up together, found by the database.
 * Knows: how it is listed. Must not know: queries, views.
 */
import { assertNever } from '../../base/assertNever.ts';
import { answerRelated, listRelated, mostCounted, RELATED_LIMIT } from '../local/related.ts';
import { participationOf } from '../local/network/participation.ts';
import { relationsOf } from '../local/relations.ts';
import type { Highlight, RelatedAnswer } from '../port.ts';
import { FACET_COLUMNS } from './columns.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { isAt, keysOf, type RowKey } from './refs.ts';
import { sql, type Sql } from './sql.ts';
import { namesActor, where } from './where.ts';

export async function askRelated(
  history: RemoteHistory,
  highlight: Highlight,
  signal: Signal,
): Promise<RelatedAnswer> {
  const { kind, id } = highlight;
  if (kind === 'event') {
    // Its own events are few: its whole, its parts, and what it is linked with either way.
    const keys = await aroundEvent(history, id, signal);
    const { columns } = await history.eventsAt(keys, true, signal);
    return answerRelated(columns, participationOf(columns), relationsOf(columns), highlight);
  }
  const condition = namedBy(history, kind, id);
  if (condition === null) return listRelated(highlight, { event: [], actor: [], place: [] });
  const { head, vocabularies } = history;
  const actors = head.dataset.actors ?? [];
  const [events, { counts }] = await Promise.all([
    history.ask(
      sql`SELECT id FROM events ${where([condition])} ORDER BY rank, ord, endMs, seat LIMIT ${RELATED_LIMIT}`,
      signal,
    ),
    history.facetCounts(['organisation', 'person', 'place'], 'direct', [condition], signal),
  ]);
  const countOf = (facet: 'organisation' | 'person', actor: string): number =>
    counts.get(facet)?.[vocabularies[facet].valueOf.get(actor) ?? -1] ?? 0;
  const actorCounts = Uint32Array.from(
    actors,
    (actor) => countOf('organisation', actor.id) + countOf('person', actor.id),
  );
  return listRelated(highlight, {
    event: events.map(([event]) => String(event)),
    actor: mostCounted(actorCounts).map((actor) => actors[actor]?.id ?? ''),
    place: mostCounted(counts.get('place') ?? new Uint32Array()).map(
      (place) => vocabularies.place.ids[place] ?? '',
    ),
  });
}

/** Null where the history has no such thing. An actor is named whether it took part or not. */
function namedBy(
  { vocabularies }: RemoteHistory,
  kind: Exclude<Highlight['kind'], 'event'>,
  id: string,
): Sql | null {
  switch (kind) {
    case 'actor':
      return namesActor(vocabularies, id);
    case 'place':
    case 'theme': {
      const value = vocabularies[kind].valueOf.get(id);
      return value === undefined ? null : sql`has(${FACET_COLUMNS[kind].all}, ${value})`;
    }
    default:
      return assertNever(kind);
  }
}

/** An event, what it is a part of, its parts, and what is linked with it either way. */
async function aroundEvent(
  history: RemoteHistory,
  id: string,
  signal: Signal,
): Promise<readonly RowKey[]> {
  const [own] = await keysOf(history.ask, { own: [id] }, signal);
  if (own === undefined) return [];
  const [row] = await history.ask(
    sql`SELECT partOf, linksTo FROM events WHERE ${isAt([own])}`,
    signal,
  );
  const [whole, links] = row ?? [];
  const ids = [
    id,
    ...(typeof whole === 'string' && whole !== '' ? [whole] : []),
    ...(Array.isArray(links) ? links.map(String) : []),
  ];
  return keysOf(history.ask, { own: ids, partOf: [id], linksTo: [id] }, signal);
}

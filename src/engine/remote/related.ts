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
import { KEY_COLUMNS, KEY_LENGTH, type RemoteHistory, type Signal } from './history.ts';
import { anyOf, sql, type Sql } from './sql.ts';
import { namesActor, where } from './where.ts';

export async function askRelated(
  history: RemoteHistory,
  highlight: Highlight,
  signal: Signal,
): Promise<RelatedAnswer> {
  const { kind, id } = highlight;
  if (kind === 'event') {
    // Its own events are few: its whole, its parts, and what it is linked with either way.
    const { columns } = await history.eventsWhere([await aroundEvent(history, id, signal)], signal);
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
async function aroundEvent(history: RemoteHistory, id: string, signal: Signal): Promise<Sql> {
  const [own] = await history.ask(
    sql`SELECT ${KEY_COLUMNS}, partOf, linksTo FROM events WHERE id = ${id} LIMIT 1`,
    signal,
  );
  const [whole, links] = own?.slice(KEY_LENGTH) ?? [];
  const ids = [
    id,
    ...(typeof whole === 'string' ? [whole] : []),
    ...(Array.isArray(links) ? links.map(String) : []),
  ];
  return anyOf([sql`id IN ${ids}`, sql`partOf = ${id}`, sql`has(linksTo, ${id})`]);
}

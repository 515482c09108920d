/*
 * What lights up together: whatever shares events with what the pointer or the focus is on.
 * Knows: events and what they name. Must not know: queries, views.
 */
import { assertNever } from '../../base/assertNever.ts';
import type { Highlight, RelatedAnswer } from '../port.ts';
import { best } from './best.ts';
import type { Columns } from './columns.ts';
import type { Participation } from './network/participation.ts';
import { eventsOf, type Forward } from './postings.ts';
import type { Relations } from './relations.ts';

/** More than any view shows by name. */
export const RELATED_LIMIT = 300;

/**
 * Ids, each list the weightiest or those with the most events in common first; what is lit itself comes
 * first of its own kind. An actor is named by its events whether it took part or not.
 */
export function answerRelated(
  columns: Columns,
  participation: Participation,
  relations: Relations,
  highlight: Highlight,
): RelatedAnswer {
  const { events } = columns;
  const ordinals = eventsWith(columns, participation, relations, highlight);
  const rankOf = (event: number): number => columns.rankOf[event] ?? 0;
  const weightiest = best(ordinals, RELATED_LIMIT, (a, b) => rankOf(a) - rankOf(b));
  const { direct } = columns.facets.place;
  // The events around one that is lit are lit; what these name in turn is not.
  const sharing = highlight.kind === 'event' ? ordinals.subarray(0, 1) : ordinals;
  const actors = mostShared(participation.named, participation.actors.length, sharing, 1);
  const places = mostShared(direct, direct.valuesTotal, sharing, 0);
  return listRelated(highlight, {
    event: weightiest.map((ordinal) => events.at(ordinal)?.id ?? ''),
    actor: actors.map((actor) => participation.actors[actor]?.id ?? ''),
    place: places.map((place) => columns.facets.place.ids[place] ?? ''),
  });
}

/** What is lit itself comes first of its own kind. */
export function listRelated(
  highlight: Highlight,
  lists: Readonly<Record<'event' | 'actor' | 'place', readonly string[]>>,
): RelatedAnswer {
  const listOf = (kind: keyof typeof lists): readonly string[] =>
    highlight.kind === kind
      ? [...new Set([highlight.id, ...lists[kind]])].slice(0, RELATED_LIMIT)
      : lists[kind];
  return { events: listOf('event'), actors: listOf('actor'), places: listOf('place') };
}

/** Ordinals; for an event its own first, then those of its whole, its parts and what it is linked with. */
function eventsWith(
  columns: Columns,
  { actorAt, events }: Participation,
  relations: Relations,
  { kind, id }: Highlight,
): Uint32Array {
  const { facets, ordinalOf } = columns;
  switch (kind) {
    case 'event': {
      const event = columns.events.at(ordinalOf.get(id) ?? -1);
      if (event === undefined) return new Uint32Array();
      const linked = [
        event.id,
        event.partOf,
        ...(event.links ?? []).map(({ to }) => to),
        ...relations.linksTo(id).map(({ from }) => from),
      ];
      const known = linked
        .map((other) => ordinalOf.get(other ?? ''))
        .filter((ordinal) => ordinal !== undefined);
      return Uint32Array.from(new Set([...known, ...relations.partsOf(id)]));
    }
    case 'actor': {
      const actor = actorAt.get(id) ?? -1;
      const entries = events.values.subarray(events.offsets[actor], events.offsets[actor + 1]);
      return entries.map((entry) => entry >>> 1);
    }
    case 'place':
    case 'theme': {
      const facet = facets[kind];
      return eventsOf(facet.withParts, facet.valueOf.get(id) ?? -1);
    }
    default:
      return assertNever(kind);
  }
}

/** The values that the events have most often; `shift` drops what a value holds beside itself. */
function mostShared(
  { offsets, values }: Forward,
  valuesTotal: number,
  ordinals: Uint32Array,
  shift: number,
): readonly number[] {
  const counts = new Uint32Array(valuesTotal);
  for (const event of ordinals) {
    const end = offsets[event + 1] ?? 0;
    for (let i = offsets[event] ?? 0; i < end; i++) {
      const value = (values[i] ?? 0) >>> shift;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return mostCounted(counts);
}

/** The values with the greatest counts, at most RELATED_LIMIT of them. */
export function mostCounted(counts: Uint32Array): readonly number[] {
  const found = [...counts.keys()].filter((value) => (counts[value] ?? 0) > 0);
  return best(found, RELATED_LIMIT, (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
}

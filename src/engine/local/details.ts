/*
 * One event or one actor whole, with everything that it names resolved.
 * Knows: the dataset's references. Must not know: queries, how details are shown.
 */
import { intersects } from '../../base/interval.ts';
import type { Actor, Citation, HistoryEvent, Participation } from '../../model/types.ts';
import type {
  ActorDetails,
  CitedSource,
  Details,
  EventDetails,
  EventRef,
  Participant,
  Ref,
} from '../port.ts';
import { colourOf } from './colours.ts';
import type { Columns } from './columns.ts';
import { eventsOf } from './postings.ts';
import type { Relations } from './relations.ts';
import { threadOf } from './thread.ts';
import { TREE_DEPTH } from './vocabulary.ts';

/** Events of an actor in one answer; the list of all is the table's job. */
export const EVENTS_LIMIT = 200;

export function answerDetails(columns: Columns, relations: Relations, ref: Ref): Details | null {
  if (ref.kind === 'actor') {
    const actor = relations.actors.get(ref.id);
    return actor === undefined ? null : actorDetails(columns, relations, actor);
  }
  const event = columns.events.at(columns.ordinalOf.get(ref.id) ?? -1);
  return event === undefined ? null : eventDetails(columns, relations, event);
}

function eventDetails(columns: Columns, relations: Relations, event: HistoryEvent): EventDetails {
  const { theme } = columns.facets;
  const themes = (event.themes ?? []).flatMap((id) => {
    const value = theme.valueOf.get(id);
    return value === undefined
      ? []
      : [{ id, name: theme.names[value] ?? id, colour: colourOf(value) }];
  });
  const wholeAt = columns.ordinalOf.get(event.partOf ?? '');
  return {
    kind: 'event',
    id: event.id,
    title: event.title,
    date: columns.dateOf(event.date),
    status: event.status ?? 'happened',
    eventKind: event.kind ?? null,
    summary: event.summary ?? null,
    actors: (event.actors ?? []).flatMap((part) => {
      const actor = relations.actors.get(part.actor);
      return actor === undefined ? [] : [participant(columns, event, actor, part)];
    }),
    places: columns.placesOf(event).map((id) => placePath(relations, id)),
    themes,
    figures: event.figures ?? [],
    media: event.media ?? [],
    thread: threadOf(columns, relations, event.id)
      .map(({ through, ...item }) => ({
        at: columns.ordinalOf.get(item.id) ?? -1,
        item,
        through: columns.events.at(columns.ordinalOf.get(through ?? '') ?? -1)?.title ?? null,
      }))
      .toSorted((a, b) => a.at - b.at)
      .flatMap(({ at, item, through }) =>
        eventRefs(columns, [at]).map((ref) => ({ ...ref, ...item, through })),
      ),
    whole: wholeAt === undefined ? null : (eventRefs(columns, [wholeAt])[0] ?? null),
    parts: eventRefs(columns, relations.partsOf(event.id)),
    citations: citedSources(relations, event.citations),
  };
}

function participant(
  columns: Columns,
  event: HistoryEvent,
  actor: Actor,
  { role, title, part = 'took-part', inferred = false }: Participation,
): Participant {
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    sector: actor.sector ?? null,
    role: role ?? null,
    title: title ?? titleThen(columns, event, actor),
    part,
    isInferred: inferred,
  };
}

/** Of the dated roles that overlap the event, the one that began last. */
function titleThen(columns: Columns, event: HistoryEvent, actor: Actor): string | null {
  const when = columns.dateOf(event.date);
  let title: string | null = null;
  let latestMs = -Infinity;
  for (const role of actor.roles ?? []) {
    if (role.date === undefined) continue;
    const held = columns.dateOf(role.date);
    if (!intersects(held, when) || held.startMs < latestMs) continue;
    title = role.title;
    latestMs = held.startMs;
  }
  return title;
}

function actorDetails(columns: Columns, relations: Relations, actor: Actor): ActorDetails {
  const facet =
    columns.facets[actor.kind === 'person' || actor.kind === 'office' ? 'person' : 'organisation'];
  const value = facet.valueOf.get(actor.id) ?? -1;
  const ordinals = eventsOf(facet.direct, value);
  const nameOf = (id: string): { id: string; name: string } => ({
    id,
    name: relations.actors.get(id)?.name ?? id,
  });
  return {
    kind: 'actor',
    id: actor.id,
    name: actor.name,
    actorKind: actor.kind,
    sector: actor.sector ?? null,
    aliases: actor.aliases ?? [],
    description: actor.description ?? null,
    roles: (actor.roles ?? []).map(({ title, organisation, date, citations }) => ({
      title,
      organisation: organisation === undefined ? null : nameOf(organisation),
      date: date === undefined ? null : columns.dateOf(date),
      citations: citedSources(relations, citations),
    })),
    wholes: (actor.partOf ?? []).map(({ actor: id, date }) => ({
      ...nameOf(id),
      date: date === undefined ? null : columns.dateOf(date),
    })),
    parts: relations.actorPartsOf(actor.id).map(({ id, name }) => ({ id, name })),
    events: eventRefs(columns, ordinals.subarray(0, EVENTS_LIMIT)).map((ref) => {
      const event = columns.events.at(columns.ordinalOf.get(ref.id) ?? -1);
      const own = (event?.actors ?? []).find((part) => part.actor === actor.id);
      return { ...ref, part: own?.part ?? 'took-part', role: own?.role ?? null };
    }),
    eventsTotal: ordinals.length,
  };
}

/** What a list of events says of each. */
export function eventRefs(columns: Columns, ordinals: Iterable<number>): readonly EventRef[] {
  return Array.from(ordinals, (ordinal) => columns.events.at(ordinal))
    .filter((event) => event !== undefined)
    .map(({ id, title, date, status = 'happened' }) => {
      const { words, startMs } = columns.dateOf(date);
      return { id, title, dateWords: words, startMs, status };
    });
}

/** From a place outwards. */
function placePath(
  relations: Relations,
  id: string,
): readonly { readonly id: string; readonly name: string }[] {
  const path: { readonly id: string; readonly name: string }[] = [];
  let at = relations.places.get(id);
  while (at !== undefined && path.length < TREE_DEPTH) {
    path.push({ id: at.id, name: at.name });
    at = at.within === undefined ? undefined : relations.places.get(at.within);
  }
  return path;
}

function citedSources(
  relations: Relations,
  citations: readonly Citation[] = [],
): readonly CitedSource[] {
  return citations.flatMap(({ source: id, locator, quote, cites = [] }) => {
    const source = relations.sources.get(id);
    if (source === undefined) return [];
    return [
      {
        source,
        locator: locator ?? null,
        quote: quote ?? null,
        cites: cites
          .map((cited) => relations.sources.get(cited))
          .filter((cited) => cited !== undefined),
      },
    ];
  });
}

/*
 * The columns of the program's own CSV: what people read and edit in a spreadsheet, one row an event.
 * Knows: events and names. Must not know: how a file is cut into cells.
 */
import { dateOf } from '../../model/dates.ts';
import type { Actor, ActorKind, Dataset, HistoryEvent } from '../../model/types.ts';

/** In their order; `Threadline` holds what the others have no room for, as JSON. */
export const OWN_COLUMNS = [
  'Title',
  'Date',
  'Date in words',
  'Status',
  'Kind',
  'Weight',
  'Organisations',
  'Groups',
  'People',
  'Offices',
  'Places',
  'Themes',
  'Description',
  'Sources',
  'Threadline',
] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** Several names in one cell. */
const NAMES_JOINER = '; ';

export const COLUMN_OF_KIND = {
  organisation: 'Organisations',
  group: 'Groups',
  person: 'People',
  office: 'Offices',
} as const satisfies Readonly<Record<ActorKind, OwnColumn>>;

export type Cells = Readonly<Record<Exclude<OwnColumn, 'Threadline'>, string>>;

export interface Names {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

export function namesIn({ actors = [], places = [], themes = [], sources = [] }: Dataset): Names {
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    places: new Map(places.map(({ id, name }) => [id, name])),
    themes: new Map(themes.map(({ id, name }) => [id, name])),
    sources: new Map(sources.map(({ id, title }) => [id, title])),
  };
}

/** What a row says of an event, before any guard or quotes. */
export function cellsOf(event: HistoryEvent, names: Names): Cells {
  const actorsOf = (kind: ActorKind): string =>
    joined(
      (event.actors ?? []).flatMap(({ actor }) => {
        const found = names.actors.get(actor);
        return found?.kind === kind ? [found.name] : [];
      }),
    );
  const named = (ids: readonly string[] | undefined, among: ReadonlyMap<string, string>): string =>
    joined((ids ?? []).map((id) => among.get(id) ?? ''));
  const cited = new Set((event.citations ?? []).map(({ source }) => source));
  return {
    Title: event.title,
    Date: event.date,
    'Date in words': dateOf(event.date).words,
    Status: event.status ?? '',
    Kind: event.kind ?? '',
    Weight: event.weight === undefined ? '' : String(event.weight),
    Organisations: actorsOf('organisation'),
    Groups: actorsOf('group'),
    People: actorsOf('person'),
    Offices: actorsOf('office'),
    Places: named(event.places, names.places),
    Themes: named(event.themes, names.themes),
    Description: event.summary ?? '',
    Sources: named([...cited], names.sources),
  };
}

function joined(names: readonly string[]): string {
  return names.join(NAMES_JOINER);
}

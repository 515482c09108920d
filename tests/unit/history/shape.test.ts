/*
 * Holds the shape of the bundled file: fields and their order, ids and references, trees without circles,
 * and a canonical layout that diffs well.
 */
import { describe, expect, it } from 'vitest';
import {
  actors,
  events,
  history,
  places,
  scenes,
  sources,
  text,
  themes,
  wholesOf,
} from './history.ts';

/** The fields of each record, in the order in which the file writes them; required ones are marked. */
const FIELDS = {
  root: 'version! title! subtitle! description! language! asOf! licence! sources! actors! places! themes! events! ties periods scenes!',
  source: 'id! title! number publisher kind date url',
  actor: 'id! name! kind! sector! aliases description place partOf roles',
  membership: 'actor! date',
  role: 'title! organisation! date! citations!',
  place: 'id! name! kind! within latitude! longitude! country!',
  theme: 'id! name! description! broader',
  event:
    'id! title! date! status kind! summary! weight! partOf order actors places themes! links figures media citations!',
  participation: 'actor! role title part inferred',
  link: 'to! kind! note',
  figure: 'value! unit! label! qualifier currency over asOf',
  citation: 'source! locator! quote cites',
  scene: 'id! title! text! notes! view! figures citations! steps hidden plannedSeconds!',
  step: 'text! view!',
} as const;

function faultsOf(kind: keyof typeof FIELDS, record: object): string[] {
  const fields = FIELDS[kind].split(' ').map((field) => field.replace('!', ''));
  const required = FIELDS[kind].split(' ').filter((field) => field.endsWith('!'));
  const keys = Object.keys(record);
  const ordered = fields.filter((field) => keys.includes(field));
  const missing = required.filter((field) => !keys.includes(field.slice(0, -1)));
  return missing.length === 0 && ordered.join(' ') === keys.join(' ')
    ? []
    : [`${kind}: ${keys.join(' ')}`];
}

describe('the file', () => {
  it('is laid out one way only, so that it diffs well', () => {
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('has the fields of a dataset, in their order', () => {
    const roles = actors.flatMap((actor) => actor.roles ?? []);
    const faults = [
      ...faultsOf('root', history),
      ...sources.flatMap((source) => faultsOf('source', source)),
      ...actors.flatMap((actor) => faultsOf('actor', actor)),
      ...actors.flatMap(({ partOf = [] }) =>
        partOf.flatMap((each) => faultsOf('membership', each)),
      ),
      ...roles.flatMap((role) => faultsOf('role', role)),
      ...places.flatMap((place) => faultsOf('place', place)),
      ...themes.flatMap((theme) => faultsOf('theme', theme)),
      ...events.flatMap((event) => faultsOf('event', event)),
      ...events.flatMap((event) =>
        (event.actors ?? []).flatMap((each) => faultsOf('participation', each)),
      ),
      ...events.flatMap((event) => (event.links ?? []).flatMap((link) => faultsOf('link', link))),
      ...[...events, ...scenes].flatMap((each) =>
        (each.figures ?? []).flatMap((figure) => faultsOf('figure', figure)),
      ),
      ...[...events, ...roles, ...scenes].flatMap((each) =>
        (each.citations ?? []).flatMap((citation) => faultsOf('citation', citation)),
      ),
      ...scenes.flatMap((scene) => faultsOf('scene', scene)),
      ...scenes.flatMap(({ steps = [] }) => steps.flatMap((step) => faultsOf('step', step))),
    ];
    expect(faults).toEqual([]);
  });

  it('keeps to the words that the format knows', () => {
    expect(history.version).toBe(1);
    expect(['happened', 'planned', 'unconfirmed', undefined]).toEqual(
      expect.arrayContaining(events.map(({ status }) => status)),
    );
    expect(['person', 'organisation', 'group', 'office']).toEqual(
      expect.arrayContaining(actors.map(({ kind }) => kind)),
    );
    expect([undefined, 'mentioned', 'expected']).toEqual(
      expect.arrayContaining(events.flatMap((each) => (each.actors ?? []).map(({ part }) => part))),
    );
    expect(['leads-to', 'announces', 'follows-up', 'responds-to']).toEqual(
      expect.arrayContaining(events.flatMap((each) => (each.links ?? []).map(({ kind }) => kind))),
    );
    expect([1, 2, 3, 4, 5]).toEqual(expect.arrayContaining(events.map(({ weight }) => weight)));
  });

  it('says what an editor added, and whose the words are', () => {
    expect(history.description).toMatch(/coordinates[^]*inferred[^]*CEOP[^]*Gray’s Inn/u);
    expect(history.licence).toContain('remain their author’s');
    expect(history.language).toBe('en-GB');
  });
});

describe('ids', () => {
  it('are unique in their list', () => {
    for (const list of [sources, actors, places, themes, events, scenes]) {
      const ids = list.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('resolve wherever they are used', () => {
    const used = {
      actor: [
        ...events.flatMap((event) => (event.actors ?? []).map(({ actor }) => actor)),
        ...actors.flatMap(({ partOf }) => (partOf ?? []).map(({ actor }) => actor)),
        ...actors.flatMap(({ roles }) =>
          (roles ?? []).flatMap(({ organisation }) => organisation ?? []),
        ),
      ],
      place: [
        ...events.flatMap((event) => event.places ?? []),
        ...actors.flatMap(({ place }) => place ?? []),
        ...places.flatMap(({ within }) => within ?? []),
      ],
      theme: events.flatMap((event) => event.themes ?? []),
      event: events.flatMap(({ links = [], partOf }) => [
        ...links.map(({ to }) => to),
        ...(partOf === undefined ? [] : [partOf]),
      ]),
    };
    const known = { actor: actors, place: places, theme: themes, event: events };
    for (const kind of ['actor', 'place', 'theme', 'event'] as const) {
      const ids = new Set(known[kind].map(({ id }) => id));
      expect(used[kind].filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('are used: no actor, place or theme stands idle', () => {
    const told = new Set(events.flatMap((each) => (each.actors ?? []).map(({ actor }) => actor)));
    expect(actors.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
    const themed = new Set(events.flatMap((each) => each.themes ?? []));
    expect(themes.map(({ id }) => id).filter((id) => !themed.has(id))).toEqual([]);
    const placed = new Set([
      ...events.flatMap((each) => each.places ?? []),
      ...actors.flatMap(({ place }) => place ?? []),
    ]);
    expect(places.map(({ id }) => id).filter((id) => !placed.has(id))).toEqual([]);
  });

  it('name an actor once in an event', () => {
    for (const event of events) {
      const ids = (event.actors ?? []).map(({ actor }) => actor);
      expect([event.id, ids]).toEqual([event.id, [...new Set(ids)]]);
    }
  });
});

describe('trees', () => {
  it('of events, actors and places have no circles', () => {
    for (const event of events) expect(() => wholesOf(event)).not.toThrow();
    const parents = [
      ...actors.map(({ id, partOf }) => [`actor ${id}`, partOf?.map((up) => `actor ${up.actor}`)]),
      ...places.map(({ id, within }) => [`place ${id}`, within && [`place ${within}`]]),
    ] as const;
    const up = new Map<string, readonly string[]>(
      parents.map(([id, above]) => [String(id), Array.isArray(above) ? above : []]),
    );
    const climbs = (id: string, seen: readonly string[]): boolean =>
      !seen.includes(id) && (up.get(id) ?? []).every((above) => climbs(above, [...seen, id]));
    expect([...up.keys()].filter((id) => !climbs(id, []))).toEqual([]);
  });

  it('of events number the parts of each from 1, in the file’s order', () => {
    for (const { id } of events) {
      const orders = events.filter(({ partOf }) => partOf === id).map(({ order }) => order);
      expect([id, orders]).toEqual([id, orders.map((_, index) => index + 1)]);
    }
    expect(
      events.filter(({ partOf, order }) => partOf === undefined && order !== undefined),
    ).toEqual([]);
  });
});

/*
 * The people, organisations, places, themes and sources that rows name, each once.
 * Knows: names, ids. Must not know: cells, rows beyond their number.
 */
import type { Actor, ActorKind, Place, Source, Theme } from '../../model/types.ts';
import { Ids, titleOfAddress } from '../words.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Spellings beyond are no help to anyone, and would be gone through for every row. */
const MOST_ALIASES = 20;

/** One list of records, found again by what makes them the same. */
class Register<T extends { readonly id: string }> {
  readonly items: Mutable<T>[] = [];
  /** The row that named each first. */
  readonly rows: number[] = [];
  readonly #byKey = new Map<string, Mutable<T>>();

  find(key: string, row: number, make: () => Mutable<T>): Mutable<T> {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#byKey.set(key, made);
    this.items.push(made);
    this.rows.push(row);
    return made;
  }
}

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

export class Vocabulary {
  readonly actors = new Register<Actor>();
  readonly places = new Register<Place>();
  readonly themes = new Register<Theme>();
  readonly sources = new Register<Source>();
  readonly #ids = { actors: new Ids(), places: new Ids(), themes: new Ids(), sources: new Ids() };

  /** Names that differ in capitals and spaces alone are the same; the others are kept as aliases. */
  actor(name: string, kind: ActorKind, row: number): string {
    const actor = this.actors.find(`${kind} ${folded(name)}`, row, () => ({
      id: this.#ids.actors.take(null, name, kind),
      name,
      kind,
    }));
    const aliases = actor.aliases ?? [];
    if (actor.name !== name && aliases.length < MOST_ALIASES && !aliases.includes(name)) {
      actor.aliases = [...aliases, name];
    }
    return actor.id;
  }

  /** @returns the id, and where the place is already known to be */
  place(
    name: string,
    coordinates: Coordinates | null,
    row: number,
  ): { readonly id: string; readonly known: Coordinates | null } {
    const place = this.places.find(folded(name), row, () => ({
      id: this.#ids.places.take(null, name, 'place'),
      name,
    }));
    const { id, latitude, longitude } = place;
    if (latitude !== undefined && longitude !== undefined) {
      return { id, known: { latitude, longitude } };
    }
    if (coordinates !== null) Object.assign(place, coordinates);
    return { id, known: coordinates };
  }

  theme(name: string, row: number): string {
    return this.themes.find(folded(name), row, () => ({
      id: this.#ids.themes.take(null, name, 'theme'),
      name,
    })).id;
  }

  /** @param url checked; null where there is none, and then there is a title */
  source(title: string, url: string | null, publisher: string, row: number): string {
    return this.sources.find(`${title}\n${url ?? ''}`, row, () => {
      const words = title || (url === null ? 'Untitled source' : titleOfAddress(url));
      return {
        id: this.#ids.sources.take(null, words, 'source'),
        title: words,
        ...(publisher === '' ? {} : { publisher }),
        ...(url === null ? {} : { url }),
      };
    }).id;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('en').replace(/\s+/gu, ' ');
}

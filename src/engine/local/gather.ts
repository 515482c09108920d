/*
 * Takes from each event what the columns need, as it passes by: nobody has to keep the events for them.
 * Knows: events as the model has them. Must not know: who brings the events, what is asked of the columns.
 *
 * Everything here is by the place in the file: the order in time is known when the last one has passed.
 */
import { readSpan } from '../../model/dates.ts';
import { scatter, type IdMap } from '../../model/idIndex.ts';
import type { EventStatus, HistoryEvent } from '../../model/types.ts';
import { hasBit, noBits, setBit } from './bits.ts';
import type { Forward } from './postings.ts';

export const DEFAULT_WEIGHT = 3;

/** In the order of the vocabulary of statuses. */
export const STATUSES: readonly EventStatus[] = [
  'happened',
  'planned',
  'unconfirmed',
  'cancelled',
  'postponed',
];

interface Named {
  readonly id: string;
}

/** What events name. */
export interface Lists {
  readonly actors: readonly Named[];
  readonly places: readonly Named[];
  readonly themes: readonly Named[];
}

/** Of so many events as have passed; all by place. */
export interface Gathered {
  readonly total: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly weights: Uint8Array;
  readonly scattered: Uint32Array;
  /** An actor's place in the list × 2, plus 1 where the actor took part; as the event names them. */
  readonly cast: Forward;
  /** What the event says itself. */
  readonly places: Forward;
  readonly themes: Forward;
  /** Bits: whether the event says where it was. */
  readonly hasPlaces: Uint32Array;
  /** A place in `kinds`, plus 1; 0 for none. */
  readonly kindOf: Uint32Array;
  /** In order of first appearance. */
  readonly kinds: readonly string[];
  /** A place in STATUSES. */
  readonly statusOf: Uint8Array;
  /** What each event is part of; -1 for nothing. */
  readonly wholes: Int32Array;
  /** Links between events, each at the same place in both lists. */
  readonly linksFrom: Uint32Array;
  readonly linksTo: Uint32Array;
}

export class Gatherer {
  #total = 0;
  #room = 0;
  #starts = new Float64Array();
  #ends = new Float64Array();
  #weights = new Uint8Array();
  #scattered = new Uint32Array();
  #hasPlaces: Uint32Array = new Uint32Array();
  #kindOf = new Uint32Array();
  #statusOf = new Uint8Array();
  #wholes = new Int32Array();
  #cast = new Rows(0, 0);
  #places = new Rows(0, 0);
  #themes = new Rows(0, 0);
  #actorAt: ReadonlyMap<string, number> = new Map();
  #placeAt: ReadonlyMap<string, number> = new Map();
  #themeAt: ReadonlyMap<string, number> = new Map();
  readonly #kinds = new Map<string, number>();
  #linksFrom = new Numbers();
  #linksTo = new Numbers();

  /** Forgets what has passed. At most `room` events will come. */
  begin({ actors, places, themes }: Lists, room: number): void {
    this.#total = 0;
    this.#room = room;
    this.#starts = new Float64Array(room);
    this.#ends = new Float64Array(room);
    this.#weights = new Uint8Array(room);
    this.#scattered = new Uint32Array(room);
    this.#hasPlaces = noBits(room);
    this.#kindOf = new Uint32Array(room);
    this.#statusOf = new Uint8Array(room);
    this.#wholes = new Int32Array(room).fill(-1);
    this.#cast = new Rows(room, actors.length * 2);
    this.#places = new Rows(room, places.length);
    this.#themes = new Rows(room, themes.length);
    this.#actorAt = placesById(actors);
    this.#placeAt = placesById(places);
    this.#themeAt = placesById(themes);
    this.#kinds.clear();
    this.#linksFrom = new Numbers();
    this.#linksTo = new Numbers();
  }

  /** The places come one after the other. */
  onEvent(place: number, event: HistoryEvent): void {
    const span = readSpan(event.date);
    // What cannot be read may have been at any time.
    this.#starts[place] = span.ok ? span.value.startMs : -Infinity;
    this.#ends[place] = span.ok ? span.value.endMs : Infinity;
    this.#weights[place] = event.weight ?? DEFAULT_WEIGHT;
    this.#scattered[place] = scatter(event.id);
    this.#statusOf[place] = STATUSES.indexOf(event.status ?? 'happened');
    if (event.kind !== undefined) this.#kindOf[place] = this.#kindNumber(event.kind);
    for (const { actor: id, part = 'took-part' } of event.actors ?? NOTHING) {
      const actor = this.#actorAt.get(id);
      if (actor !== undefined) this.#cast.add(actor * 2 + (part === 'took-part' ? 1 : 0));
    }
    this.#cast.end();
    const { places = NOTHING, themes = NOTHING } = event;
    if (places.length > 0) setBit(this.#hasPlaces, place);
    this.#places.addKnown(places, this.#placeAt);
    this.#themes.addKnown(themes, this.#themeAt);
    this.#total = place + 1;
  }

  /** Once all have passed, those that refer to others, one after the other. */
  onLinks(place: number, { partOf, links = NOTHING }: HistoryEvent, placeOf: IdMap): void {
    this.#wholes[place] = placeOf.get(partOf ?? '') ?? -1;
    for (const { to } of links) {
      const other = placeOf.get(to);
      if (other === undefined) continue;
      this.#linksFrom.push(place);
      this.#linksTo.push(other);
    }
  }

  /** This one is part of nothing after all. */
  onCut(place: number): void {
    this.#wholes[place] = -1;
  }

  gathered(): Gathered {
    const total = this.#total;
    // Where some were left out, the room was too large.
    const fitting = <Column extends Float64Array | Uint32Array | Int32Array | Uint8Array>(
      column: Column,
    ): Column =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a part of it is of its kind
      (total === this.#room ? column : column.slice(0, total)) as Column;
    return {
      total,
      starts: fitting(this.#starts),
      ends: fitting(this.#ends),
      weights: fitting(this.#weights),
      scattered: fitting(this.#scattered),
      cast: this.#cast.forward(total),
      places: this.#places.forward(total),
      themes: this.#themes.forward(total),
      hasPlaces: this.#hasPlaces,
      kindOf: fitting(this.#kindOf),
      kinds: [...this.#kinds.keys()],
      statusOf: fitting(this.#statusOf),
      wholes: fitting(this.#wholes),
      linksFrom: this.#linksFrom.all(),
      linksTo: this.#linksTo.all(),
    };
  }

  #kindNumber(kind: string): number {
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    this.#kinds.set(kind, this.#kinds.size + 1);
    return this.#kinds.size;
  }
}

const NOTHING: readonly never[] = [];

/** Whether the event says where it was. */
export function saysWhere({ hasPlaces }: Gathered, place: number): boolean {
  return hasBit(hasPlaces, place);
}

function placesById(values: readonly Named[]): ReadonlyMap<string, number> {
  return new Map(values.map(({ id }, place) => [id, place]));
}

/** Numbers one after the other, in a buffer that grows. */
class Numbers {
  #values = new Uint32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Uint32Array(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  all(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** The values of one event after the other, each once. */
class Rows {
  readonly #offsets: Uint32Array;
  readonly #values = new Numbers();
  /** The last event that had a value, plus one. */
  readonly #last: Uint32Array;
  #at = 0;

  constructor(room: number, valuesTotal: number) {
    this.#offsets = new Uint32Array(room + 1);
    this.#last = new Uint32Array(valuesTotal);
  }

  add(value: number): void {
    if (this.#last[value] === this.#at + 1) return;
    this.#last[value] = this.#at + 1;
    this.#values.push(value);
  }

  end(): void {
    this.#offsets[++this.#at] = this.#values.length;
  }

  addKnown(ids: readonly string[], placeOf: ReadonlyMap<string, number>): void {
    for (const id of ids) {
      const value = placeOf.get(id);
      if (value !== undefined) this.add(value);
    }
    this.end();
  }

  forward(total: number): Forward {
    return { offsets: this.#offsets.slice(0, total + 1), values: this.#values.all() };
  }
}

/*
 * Writes a made-up history as each of what is measured takes it: as Threadline's own JSON, as plain events
 * with dates in milliseconds, and as columns of numbers. What is not Threadline reads and understands nothing.
 * Knows: the generator, dates, files. Must not know: who draws or counts them.
 */
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { readSpan } from '../src/model/dates.ts';
import type { HistoryEvent } from '../src/model/types.ts';
import { eventsOf, frameOf } from './madeUpHistory.ts';
import type { PlainEvent } from './peers/timeline/history.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface Target {
  /** Without their endings: `.json` for the app, `.plain.json`, `.columns.json` and so on for the others. */
  readonly app: string;
  readonly others: string;
  /** Plain events are drawn: not all sizes are. */
  readonly hasPlain: boolean;
}

/** An organisation to filter by. */
export interface Chosen {
  readonly organisation: number;
  readonly matches: number;
}

/** What filters are measured with: the organisation in most events, and one in about FEW. */
export interface Choice {
  readonly most: Chosen;
  readonly few: Chosen;
}

/** About so many matches at each size, to see whether what a filter costs grows with the size alone. */
const FEW = 150;

/** The same numbers give the same files. */
export async function writeHistory(events: number, target: Target): Promise<Choice> {
  const frame = frameOf({ events });
  const collector = new Collector(events, frame);
  const head = JSON.stringify(frame).slice(0, -1);
  await writeList(`${target.app}.json`, head, eventsOf({ events }), (event) =>
    collector.add(event),
  );
  const choice = collector.choice();
  if (target.hasPlain) {
    const chosen = collector.organisationIds[choice.most.organisation] ?? '';
    await writePlain(`${target.others}.plain.json`, events, collector, chosen);
  }
  collector.writeColumns(target.others);
  return choice;
}

/** `{…,"events":[…]}`, piece by piece: a million events do not fit into one string everywhere. */
async function writeList(
  path: string,
  head: string,
  events: Iterable<HistoryEvent>,
  see: (event: HistoryEvent) => void,
): Promise<void> {
  await writePieces(
    path,
    `${head},"events":[`,
    (function* () {
      for (const event of events) {
        see(event);
        yield JSON.stringify(event);
      }
    })(),
    '\n]}\n',
  );
}

async function writePlain(
  path: string,
  events: number,
  { ids }: Collector,
  chosen: string,
): Promise<void> {
  const plain = function* (): Generator<string> {
    for (const event of eventsOf({ events })) {
      const { startMs, endMs } = spanOf(event.date);
      yield JSON.stringify({
        id: event.id,
        title: event.title,
        startMs,
        endMs,
        theme: ids.themes.get(event.themes?.[0] ?? '') ?? 0,
        isDay: endMs - startMs <= DAY_MS,
        isChosen: (event.actors ?? []).some(({ actor }) => actor === chosen),
      } satisfies PlainEvent);
    }
  };
  await writePieces(path, '[', plain(), '\n]\n');
}

async function writePieces(
  path: string,
  head: string,
  pieces: Iterable<string>,
  tail: string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(head);
  let separator = '\n';
  for (const piece of pieces) {
    if (!file.write(separator + piece)) await once(file, 'drain');
    separator = ',\n';
  }
  file.end(tail);
  await once(file, 'finish');
}

/** Open ends are no numbers for most libraries: such an event stands at the end that is known. */
function spanOf(date: string): { startMs: number; endMs: number } {
  const span = readSpan(date);
  if (!span.ok) throw new Error(span.error);
  const startMs = Number.isFinite(span.value.startMs) ? span.value.startMs : span.value.endMs;
  return { startMs, endMs: Number.isFinite(span.value.endMs) ? span.value.endMs : startMs };
}

/** Collects what the facets count, event by event, and writes it in order of time. */
class Collector {
  readonly ids: Record<'themes' | 'places' | 'kinds' | 'organisations', Map<string, number>>;
  /** Values of each event in turn, so many each. */
  readonly #starts: Float64Array;
  readonly #kinds: Int32Array;
  readonly #places: Int32Array;
  readonly #themes: number[][] = [];
  readonly #organisations: number[][] = [];
  #events = 0;

  constructor(events: number, frame: ReturnType<typeof frameOf>) {
    const organisations = (frame.actors ?? []).filter(
      ({ kind }) => kind === 'organisation' || kind === 'group',
    );
    this.ids = {
      themes: numbered((frame.themes ?? []).map(({ id }) => id)),
      places: numbered((frame.places ?? []).map(({ id }) => id)),
      kinds: new Map(),
      organisations: numbered(organisations.map(({ id }) => id)),
    };
    this.#starts = new Float64Array(events);
    this.#kinds = new Int32Array(events);
    this.#places = new Int32Array(events);
  }

  get organisationIds(): readonly string[] {
    return [...this.ids.organisations.keys()];
  }

  add(event: HistoryEvent): void {
    const { ids } = this;
    const i = this.#events++;
    const kind = event.kind ?? '';
    if (!ids.kinds.has(kind)) ids.kinds.set(kind, ids.kinds.size);
    this.#starts[i] = spanOf(event.date).startMs;
    this.#kinds[i] = ids.kinds.get(kind) ?? -1;
    // A part happens where its whole does, unless it says otherwise; wholes come before their parts.
    const whole = event.partOf === undefined ? -1 : Number(event.partOf.slice(1));
    this.#places[i] = ids.places.get(event.places?.[0] ?? '') ?? this.#places[whole] ?? -1;
    this.#themes.push((event.themes ?? []).map((id) => ids.themes.get(id) ?? -1));
    this.#organisations.push(
      (event.actors ?? []).flatMap(({ actor }) => ids.organisations.get(actor) ?? []),
    );
  }

  choice(): Choice {
    const totals = Array.from({ length: this.ids.organisations.size }, () => 0);
    for (const each of this.#organisations) {
      for (const organisation of each) totals[organisation] = (totals[organisation] ?? 0) + 1;
    }
    const nearest = (wanted: number): Chosen => {
      let best: Chosen = { organisation: 0, matches: totals[0] ?? 0 };
      for (const [organisation, matches] of totals.entries()) {
        if (Math.abs(matches - wanted) < Math.abs(best.matches - wanted)) {
          best = { organisation, matches };
        }
      }
      return best;
    };
    return { most: nearest(this.#events), few: nearest(FEW) };
  }

  /** In order of time, as peers/facets/facets.js reads them; and the names by which Threadline knows them. */
  writeColumns(path: string): void {
    const order = Array.from(this.#starts.keys()).toSorted(
      (a, b) => (this.#starts[a] ?? 0) - (this.#starts[b] ?? 0),
    );
    const themes = endToEnd(order.map((i) => this.#themes[i] ?? []));
    const organisations = endToEnd(order.map((i) => this.#organisations[i] ?? []));
    const columns: readonly (readonly [string, Int32Array])[] = [
      ['startMinutes', Int32Array.from(order, (i) => (this.#starts[i] ?? 0) / MINUTE_MS)],
      ['kinds', Int32Array.from(order, (i) => this.#kinds[i] ?? -1)],
      ['places', Int32Array.from(order, (i) => this.#places[i] ?? -1)],
      ['themeStarts', themes.starts],
      ['themes', themes.values],
      ['organisationStarts', organisations.starts],
      ['organisations', organisations.values],
    ];
    const { ids } = this;
    const shape = {
      events: this.#events,
      vocabulary: {
        themes: ids.themes.size,
        places: ids.places.size,
        kinds: ids.kinds.size,
        organisations: ids.organisations.size,
      },
      columns: columns.map(([name, { length }]) => [name, length]),
    };
    writeFileSync(`${path}.columns.json`, JSON.stringify(shape));
    const bytes = columns.map(([, { buffer }]) => Buffer.from(buffer));
    writeFileSync(`${path}.columns.bin`, Buffer.concat(bytes));
    const names = Object.fromEntries(
      Object.entries(ids).map(([name, numbers]) => [name, [...numbers.keys()]]),
    );
    writeFileSync(`${path}.names.json`, JSON.stringify(names));
  }
}

function numbered(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, i) => [id, i]));
}

function endToEnd(lists: readonly (readonly number[])[]): {
  starts: Int32Array;
  values: Int32Array;
} {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, { length }] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + length;
  return { starts, values: Int32Array.from(lists.flat()) };
}

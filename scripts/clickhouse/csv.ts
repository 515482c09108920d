/*
 * A big CSV file as a history, row by row: it is never held as a whole.
 * Knows: CSV (RFC 4180), the columns that docs/clickhouse.md names. Must not know: servers, tables.
 */
import { createReadStream } from 'node:fs';
import { parseEvents } from '../../src/model/parse.ts';
import type { Actor, HistoryEvent, Place, Problem, Theme } from '../../src/model/types.ts';
import type { HistoryFrame } from './rows.ts';
import type { HistorySource } from './load.ts';

/** Columns of a row; in those of the second list, values stand side by side, parted by semicolons. */
const FIELDS = ['id', 'title', 'date', 'summary', 'kind', 'status', 'weight', 'part_of'] as const;
const LISTS = ['organisations', 'people', 'places', 'themes'] as const;
type List = (typeof LISTS)[number];

/** The rows of a CSV file, each a list of its fields. */
export async function* csvRows(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<readonly string[]> {
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  /** Within quotes a quote was seen: another one makes it a quote, anything else ends the quotes. */
  let isQuoteOpen = false;
  let wasReturn = false;
  let isStart = true;
  for await (const piece of pieces) {
    for (const sign of isStart ? piece.replace(/^\uFEFF/, '') : piece) {
      isStart = false;
      if (isQuoteOpen) {
        isQuoteOpen = false;
        if (sign === '"') {
          field += '"';
          continue;
        }
        isQuoted = false;
      }
      if (isQuoted) {
        if (sign === '"') isQuoteOpen = true;
        else field += sign;
      } else if (sign === '"' && field === '') {
        isQuoted = true;
      } else if (sign === ',') {
        row.push(field);
        field = '';
      } else if (sign === '\n' || sign === '\r') {
        // The second half of a line end of two.
        if (sign === '\n' && wasReturn) {
          wasReturn = false;
          continue;
        }
        row.push(field);
        if (row.length > 1 || field !== '') yield row;
        row = [];
        field = '';
      } else {
        field += sign;
      }
      wasReturn = sign === '\r';
    }
  }
  row.push(field);
  if (row.length > 1 || field !== '') yield row;
}

/** Names in the order in which they first come, with the ids that events name them by. */
class Names {
  readonly #ids = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `${this.#prefix}${String(this.#ids.size + 1)}`;
    this.#ids.set(name, id);
    return id;
  }

  entries(): readonly { readonly id: string; readonly name: string }[] {
    return Array.from(this.#ids, ([name, id]) => ({ id, name }));
  }
}

/**
 * `fingerprint` tells the file from any other. Rejects where a column is missing; a row that cannot be read
 * is left out, and told among the warnings.
 */
export function csvSource(path: string, title: string, fingerprint: string): HistorySource {
  const names: Record<List, Names> = {
    organisations: new Names('o'),
    people: new Names('p'),
    places: new Names('l'),
    themes: new Names('t'),
  };
  const warnings: Problem[] = [];
  let isRead = false;

  async function* events(): AsyncGenerator<HistoryEvent> {
    let columns: ReadonlyMap<string, number> | null = null;
    let line = 0;
    for await (const row of csvRows(createReadStream(path, 'utf8') as AsyncIterable<string>)) {
      line++;
      if (columns === null) {
        columns = new Map(
          row.map((name, i) => [name.trim().toLowerCase().replaceAll(' ', '_'), i]),
        );
        const missing = ['title', 'date'].filter((name) => columns?.has(name) === false);
        if (missing.length > 0) {
          throw new Error(
            `${path} has no column ${missing.join(' and no column ')}. The first row names the columns: ${[...FIELDS, ...LISTS].join(', ')}; title and date must be among them.`,
          );
        }
        continue;
      }
      const read = parseEvents([recordOf(row, columns, names, line - 1)]);
      const [event] = read.events;
      if (!isRead) {
        for (const warning of read.warnings) {
          if (warnings.length < 100) {
            warnings.push({
              ...warning,
              place: warning.place.replace('events[0]', `row ${String(line)}`),
            });
          }
        }
      }
      if (event !== undefined) yield event;
    }
    isRead = true;
  }

  return {
    fingerprint,
    events,
    frame: (): HistoryFrame => ({
      version: 1,
      title,
      actors: [
        ...names.organisations.entries().map((each): Actor => ({ ...each, kind: 'organisation' })),
        ...names.people.entries().map((each): Actor => ({ ...each, kind: 'person' })),
      ],
      places: names.places.entries() satisfies readonly Place[],
      themes: names.themes.entries() satisfies readonly Theme[],
    }),
    warnings: () => warnings,
  };
}

function recordOf(
  row: readonly string[],
  columns: ReadonlyMap<string, number>,
  names: Readonly<Record<List, Names>>,
  place: number,
): Record<string, unknown> {
  const text = (name: string): string => row[columns.get(name) ?? -1]?.trim() ?? '';
  const ids = (list: List): readonly string[] => [
    ...new Set(
      text(list)
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => names[list].idOf(name)),
    ),
  ];
  const given = (key: string, value: unknown): Record<string, unknown> =>
    value === '' || (Array.isArray(value) && value.length === 0) ? {} : { [key]: value };
  const actors = [...ids('organisations'), ...ids('people')].map((actor) => ({ actor }));
  const weight = text('weight');
  return {
    id: text('id') === '' ? `row-${String(place)}` : text('id'),
    title: text('title'),
    date: text('date'),
    ...given('summary', text('summary')),
    ...given('kind', text('kind')),
    ...given('status', text('status')),
    ...given('weight', weight === '' ? '' : Number(weight)),
    ...given('partOf', text('part_of')),
    ...given('actors', actors),
    ...given('places', ids('places')),
    ...given('themes', ids('themes')),
  };
}

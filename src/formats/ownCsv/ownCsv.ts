/*
 * Reads the program's own CSV (write/csvFile.ts): each row is the event that its last column holds, with
 * whatever was changed in the other columns since; a row without it is a new event.
 * Knows: those columns. Must not know: other tables, where a file came from.
 */
import Papa from 'papaparse';
import { unguarded } from '../../base/guardedCells.ts';
import { fail } from '../../base/result.ts';
import { parseDataset } from '../../model/parse.ts';
import { describe } from '../../model/problems.ts';
import { isRecord } from '../../model/schemaPart.ts';
import type { Dataset, HistoryEvent, Problem } from '../../model/types.ts';
import type { Format, SourceFile } from '../format.ts';
import { readingOf, type Unit } from '../reading.ts';
import { wellFormed } from '../wellFormed.ts';
import { OWN_COLUMNS, type Cells, type OwnColumn } from '../write/columns.ts';
import { LISTS } from '../write/csvFile.ts';
import { createEditor, isSameCell, type Tells } from './edited.ts';

const OWN_CSV = { id: 'threadline-csv', name: 'Threadline CSV' } as const;
const DELIMITERS = [',', ';', '\t'] as const;
/** What a spreadsheet may not have given back is looked for in the header alone. */
const NEEDED: readonly OwnColumn[] = ['Title', 'Date', 'Threadline'];
const UNTITLED = 'Untitled history';

export const ownCsv: Format = {
  ...OWN_CSV,
  detect: (source) => (delimiterOf(source.head()) === null ? 0 : 1),
  read(source) {
    const decoded = source.decoded();
    if (!decoded.ok) {
      const message = 'The file is too large to be read at once. Take a part of it, and open that.';
      return fail({
        kind: 'invalid',
        message,
        problems: [decoded.error],
        problemsTotal: 1,
      });
    }
    const rows = rowsOf(decoded.value.text);
    const problems: Problem[] = [];
    const { dataset, rowOf } = datasetFrom(rows, titleFrom(source), problems);
    const units = rowOf.map((row, index): Unit => ({
      place: `row ${String(row.number)}`,
      list: 'events',
      index,
      raw: () => Papa.unparse([row.raw]),
    }));
    return readingOf({
      format: OWN_CSV,
      dataset,
      unit: 'rows',
      unitsTotal: rowOf.length,
      units,
      problems,
      problemsTotal: problems.length,
      leftOut: [],
      notes: [],
      placeOf: (list, index, field) => {
        const number = list === 'events' ? rowOf[index]?.number : undefined;
        return number === undefined ? null : `row ${String(number)}, ${field}`;
      },
    });
  },
};

/** Null where the first line is not the header that the writer writes, however it was cut since. */
function delimiterOf(head: string): string | null {
  const line = /^[^\r\n]*/u.exec(head)?.[0] ?? '';
  const found = DELIMITERS.find((delimiter) => {
    const names = line.split(delimiter).map((name) => name.replace(/^"(.*)"$/u, '$1').trim());
    const there = new Set(names);
    return NEEDED.every((name) => there.has(name));
  });
  return found ?? null;
}

/** A row of the file, as it came and by column. */
interface OwnRow {
  /** As a spreadsheet counts it. */
  readonly number: number;
  readonly raw: readonly string[];
  /** Columns that the file no longer has are not there. */
  readonly cells: Partial<Cells>;
  readonly rest: string;
}

function rowsOf(text: string): readonly OwnRow[] {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) ?? ',' });
  const [header = [], ...lines] = data;
  const places = OWN_COLUMNS.map(
    (column) => [column, header.findIndex((name) => name.trim() === column)] as const,
  ).filter(([, place]) => place !== -1);
  return lines.flatMap((raw, i) => {
    if (raw.every((cell) => cell === '')) return [];
    const { Threadline: rest = '', ...cells } = Object.fromEntries(
      places.map(([column, place]) => [column, unguarded(raw[place] ?? '')]),
    );
    return [{ number: i + 2, raw, cells, rest }];
  });
}

/** The file's name without its ending. */
function titleFrom({ name }: SourceFile): string {
  const title = (name ?? '').replace(/\.[^.]*$/u, '').trim();
  return title === '' ? UNTITLED : title.slice(0, 200);
}

function datasetFrom(
  rows: readonly OwnRow[],
  fileTitle: string,
  problems: Problem[],
): { readonly dataset: Dataset; readonly rowOf: readonly OwnRow[] } {
  const gathered = gather(rows, problems);
  const held = heldBy(gathered, fileTitle, problems);
  const rowOf = rows.filter(({ cells, rest }) => rest === '' || hasWords(cells) || isEvent(rest));
  const editor = createEditor(held.dataset);
  const events = rowOf.map((row): HistoryEvent => {
    const event = held.eventOf.get(row);
    const tell: Tells = (column, found, expected) => {
      problems.push({
        place: `row ${String(row.number)}, column ${column}`,
        found: describe(found),
        expected,
        remedy: 'It was left out; the rest of the row is kept.',
        severity: 'warning',
      });
    };
    return event === undefined
      ? editor.added(row.cells, `row-${String(row.number)}`, tell)
      : editor.changed(event, row.cells, tell);
  });
  return { dataset: { ...editor.history(), events }, rowOf };
}

interface Gathered {
  readonly history: object;
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
  readonly events: readonly { readonly row: OwnRow; readonly event: unknown }[];
}

/** What all cells of the last column hold together. */
function gather(rows: readonly OwnRow[], problems: Problem[]): Gathered {
  let history: object = {};
  const placed = new Map<string, [number, unknown][]>(LISTS.map((list) => [list, []]));
  const events: { row: OwnRow; event: unknown }[] = [];
  for (const row of rows) {
    if (row.rest === '') continue;
    const rest = parsedRest(row.rest);
    if (rest === null) {
      problems.push({
        place: `row ${String(row.number)}, column Threadline`,
        found: `${String(row.rest.length)} characters that are no JSON`,
        expected: 'the cell as it was written',
        remedy:
          'A spreadsheet may have cut it. The row is read from its other columns; what they do not hold is lost.',
        severity: 'warning',
      });
      continue;
    }
    if (isRecord(rest['history'])) history = rest['history'];
    if (rest['event'] !== undefined) events.push({ row, event: rest['event'] });
    const records: unknown = rest['records'];
    for (const entry of listOf(records)) {
      const [list, at, record] = listOf(entry);
      if (typeof list === 'string' && typeof at === 'number') placed.get(list)?.push([at, record]);
    }
  }
  const lists = Object.fromEntries(
    [...placed].map(([list, records]) => [
      list,
      records.toSorted(([a], [b]) => a - b).map(([, record]) => record),
    ]),
  );
  return { history, lists, events };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parsedRest(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = wellFormed(JSON.parse(text), text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** What the last column holds, passed by the model; nothing where it holds no history. */
function heldBy(
  { history, lists, events }: Gathered,
  fileTitle: string,
  problems: Problem[],
): { readonly dataset: Dataset; readonly eventOf: ReadonlyMap<OwnRow, HistoryEvent> } {
  const parsed = parseDataset({
    title: fileTitle,
    ...history,
    version: 1,
    ...lists,
    events: events.map(({ event }) => event),
  });
  if (!parsed.ok) {
    problems.push(...parsed.error.problems);
    return { dataset: { version: 1, title: fileTitle, events: [] }, eventOf: new Map() };
  }
  const { dataset, warnings, origins } = parsed.value;
  // Dates that cannot be read are told of again, at the end.
  problems.push(...warnings.filter(({ expected }) => !expected.startsWith('a date')));
  const eventOf = new Map<OwnRow, HistoryEvent>();
  dataset.events.forEach((event, i) => {
    const at = events[origins.events[i] ?? -1];
    if (at !== undefined) eventOf.set(at.row, event);
  });
  return { dataset, eventOf };
}

function hasWords(cells: Partial<Cells>): boolean {
  return Object.values(cells).some((cell) => !isSameCell(cell, ''));
}

function isEvent(rest: string): boolean {
  return parsedRest(rest)?.['event'] !== undefined;
}

/*
 * What somebody changed in a spreadsheet, put into the event that the row was written from.
 * Knows: the columns, events, names. Must not know: files.
 */
import { readSpan } from '../../model/dates.ts';
import type {
  Actor,
  ActorKind,
  Dataset,
  Edtf,
  EventStatus,
  HistoryEvent,
  Participation,
  Place,
  Source,
  Theme,
} from '../../model/types.ts';
import { readDateCell } from '../table/dateCell.ts';
import { dateOptionsOf } from '../table/dateReading.ts';
import { EMPTY_MAPPING, STATUS_WORDS, type DateOrder } from '../table/mapping.ts';
import { cellsOf, COLUMN_OF_KIND, namesIn, type Cells } from '../write/columns.ts';

export interface Editor {
  /** The event with what its row says otherwise; the same object where it says nothing otherwise. */
  readonly changed: (event: HistoryEvent, cells: Partial<Cells>, tell: Tells) => HistoryEvent;
  /** An event of which there is nothing but its row. */
  readonly added: (cells: Partial<Cells>, id: string, tell: Tells) => HistoryEvent;
  /** The history with the actors, places, themes and sources that only rows name. */
  readonly history: () => Dataset;
}

/** Of a cell that says something else than was written, and is not taken over. */
export type Tells = (column: keyof Cells, found: string, expected: string) => void;

const KINDS = ['organisation', 'group', 'person', 'office'] as const satisfies readonly ActorKind[];

export function createEditor(dataset: Dataset): Editor {
  const names = namesIn(dataset);
  const eventIds = new Set(dataset.events.map(({ id }) => id));
  const actors = vocabulary<Actor>(dataset.actors, ({ kind, name }) => `${kind} ${name}`);
  const places = vocabulary<Place>(dataset.places, ({ name }) => name);
  const themes = vocabulary<Theme>(dataset.themes, ({ name }) => name);
  const sources = vocabulary<Source>(dataset.sources, ({ title }) => title);

  const participations = (
    event: HistoryEvent,
    kind: ActorKind,
    cell: string,
  ): readonly Participation[] => {
    const present = event.actors ?? [];
    return namesFrom(cell).map((name) => {
      const actor = actors.idOf(`${kind} ${name}`, (id) => ({ id, name, kind }));
      return present.find((each) => each.actor === actor) ?? { actor };
    });
  };

  const changed = (event: HistoryEvent, cells: Partial<Cells>, tell: Tells): HistoryEvent => {
    const was = cellsOf(event, names);
    const isChanged = (column: keyof Cells): boolean =>
      cells[column] !== undefined && !isSameCell(cells[column], was[column]);
    const next: { -readonly [Key in keyof HistoryEvent]: HistoryEvent[Key] } = { ...event };
    const refuse = (column: keyof Cells, expected: string): void =>
      tell(column, cells[column] ?? '', expected);
    const { Title: title = '', Date: date = '' } = cells;
    if (isChanged('Title')) {
      if (title.trim() === '') refuse('Title', 'a title');
      else next.title = title;
    }
    if (isChanged('Date') && date.trim() === '') refuse('Date', 'a date');
    else if (isChanged('Date')) next.date = dateFrom(date, event.date);
    if (isChanged('Status')) {
      const status = statusFrom(cells.Status);
      if (status === null) refuse('Status', 'happened, planned, unconfirmed, cancelled, postponed');
      else setOrDrop(next, 'status', status);
    }
    if (isChanged('Kind')) setOrDrop(next, 'kind', textFrom(cells.Kind));
    if (isChanged('Weight')) {
      const weight = weightFrom(cells.Weight);
      if (weight === null) refuse('Weight', 'a number from 1 to 5');
      else setOrDrop(next, 'weight', weight);
    }
    if (isChanged('Description')) setOrDrop(next, 'summary', textFrom(cells.Description));
    if (KINDS.some((kind) => isChanged(COLUMN_OF_KIND[kind]))) {
      next.actors = KINDS.flatMap((kind) => {
        const column = COLUMN_OF_KIND[kind];
        if (isChanged(column)) return participations(event, kind, cells[column] ?? '');
        return (event.actors ?? []).filter(({ actor }) => names.actors.get(actor)?.kind === kind);
      });
    }
    if (isChanged('Places')) {
      next.places = namesFrom(cells.Places).map((name) =>
        places.idOf(name, (id) => ({ id, name })),
      );
    }
    if (isChanged('Themes')) {
      next.themes = namesFrom(cells.Themes).map((name) =>
        themes.idOf(name, (id) => ({ id, name })),
      );
    }
    if (isChanged('Sources')) {
      const cited = new Set(
        namesFrom(cells.Sources).map((title) => sources.idOf(title, (id) => ({ id, title }))),
      );
      const present = (event.citations ?? []).filter(({ source }) => cited.has(source));
      for (const { source } of present) cited.delete(source);
      next.citations = [...present, ...[...cited].map((source) => ({ source }))];
    }
    return next;
  };

  return {
    changed,
    added: (cells, wished, tell) => {
      const id = freeId(wished, eventIds);
      eventIds.add(id);
      // A date that is not given is not known.
      return changed({ id, title: 'Untitled', date: 'XXXX' }, { Date: 'XXXX', ...cells }, tell);
    },
    history: () => ({
      ...dataset,
      actors: actors.all(),
      places: places.all(),
      themes: themes.all(),
      sources: sources.all(),
    }),
  };
}

/** Whether a cell says what was written, as far as spreadsheets and encodings give texts back. */
export function isSameCell(cell: string, written: string): boolean {
  return cell === written || plain(cell) === plain(written);
}

function plain(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\0\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/\r\n?/gu, '\n')
    .trim();
}

/**
 * The date that a changed cell means. Spreadsheets write dates in the form of their country and are not asked
 * which: a cell that can be read as what was written says nothing new.
 */
function dateFrom(cell: string, was: Edtf): Edtf {
  const text = cell.trim();
  if (readSpan(text).ok) return text;
  const readAs = (order: DateOrder | null): Edtf | null => {
    const read = readDateCell(text, dateOptionsOf({ ...EMPTY_MAPPING.date, order }));
    return read.ok ? read.value.edtf : null;
  };
  if (readAs('day-first') === was || readAs('month-first') === was) return was;
  return readAs(null) ?? text;
}

function namesFrom(cell = ''): readonly string[] {
  const names = cell.split(';').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function textFrom(cell = ''): string | undefined {
  return cell.trim() === '' ? undefined : cell;
}

/** Undefined for a blank cell, null for a word that is no status. */
function statusFrom(cell = ''): EventStatus | undefined | null {
  return cell.trim() === '' ? undefined : (STATUS_WORDS.get(cell.trim().toLowerCase()) ?? null);
}

/** Undefined for a blank cell, null for what is no weight. */
function weightFrom(cell = ''): number | undefined | null {
  if (cell.trim() === '') return undefined;
  const weight = Number(cell.trim().replace(',', '.'));
  return weight >= 1 && weight <= 5 ? weight : null;
}

function setOrDrop<Item extends object, Key extends keyof Item>(
  item: Item,
  key: Key,
  value: Item[Key] | undefined,
): void {
  if (value === undefined) Reflect.deleteProperty(item, key);
  else item[key] = value;
}

/** Records by what a cell calls them; one that there is not yet is made. */
function vocabulary<Item extends { readonly id: string }>(
  records: readonly Item[] = [],
  keyOf: (record: Item) => string,
) {
  const all: Item[] = [...records];
  const ids = new Set(all.map(({ id }) => id));
  const idByKey = new Map<string, string>();
  // The first of a name is meant.
  for (const record of all.toReversed()) idByKey.set(plain(keyOf(record)), record.id);
  return {
    idOf(key: string, make: (id: string) => Item): string {
      const known = idByKey.get(plain(key));
      if (known !== undefined) return known;
      const record = make(freeId(slugOf(key), ids));
      all.push(record);
      ids.add(record.id);
      idByKey.set(plain(key), record.id);
      return record.id;
    },
    all: (): readonly Item[] => all,
  };
}

function slugOf(text: string): string {
  const slug = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return slug.slice(0, 60).replaceAll(/^-+|-+$/gu, '') || 'item';
}

function freeId(wished: string, taken: ReadonlySet<string>): string {
  let id = wished;
  for (let n = 2; taken.has(id); n += 1) id = `${wished}-${String(n)}`;
  return id;
}

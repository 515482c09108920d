/*
 * The table's columns: their names, what a cell says, what stands in a file.
 * Knows: rows, the history's names. Must not know: React, the store, DOM.
 */
import {
  EVENT_COLUMNS,
  type DatasetAnswer,
  type EventColumn,
  type EventRow,
} from '../../engine/port.ts';
import { statusWords } from '../../model/dateWords.ts';
import type { TableChoices } from '../../state/choices.ts';

/** The history's own names, by id. */
export interface Names {
  readonly actors: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, ThemeName>;
}

export interface ThemeName {
  readonly name: string;
  /** Palette slot. */
  readonly colour: number;
}

/** How much of a row's width a column takes. */
const WIDTHS: Readonly<Record<EventColumn, string>> = {
  date: 'minmax(9.5rem, 1.5fr)',
  title: 'minmax(11rem, 3fr)',
  status: 'minmax(6.5rem, 0.7fr)',
  kind: 'minmax(6.5rem, 0.8fr)',
  actors: 'minmax(8rem, 2.4fr)',
  places: 'minmax(6rem, 1.1fr)',
  themes: 'minmax(7.5rem, 1.6fr)',
  weight: '5rem',
};

/** The tracks of a row, in CSS: the same for every row, so that columns stand under their names. */
export function trackList(columns: readonly EventColumn[]): string {
  return columns.map((column) => WIDTHS[column]).join(' ');
}

export const COLUMN_NAMES: Readonly<Record<EventColumn, string>> = {
  date: 'Date',
  title: 'Title',
  status: 'Status',
  kind: 'Kind',
  actors: 'Actors',
  places: 'Places',
  themes: 'Themes',
  weight: 'Weight',
};

/** The palette has so many slots for themes, in the order of the file. */
const SLOTS = 8;

export function namesOf(history: DatasetAnswer): Names {
  return {
    actors: new Map(history.actors.map(({ id, name }) => [id, name])),
    places: new Map(history.places.map(({ id, name }) => [id, name])),
    themes: new Map(history.themes.map(({ id, name }, i) => [id, { name, colour: i % SLOTS }])),
  };
}

/** In the table's own order; the title always stands, since it is a row's name. */
export function shownColumns(chosen: readonly EventColumn[]): readonly EventColumn[] {
  return EVENT_COLUMNS.filter((column) => column === 'title' || chosen.includes(column));
}

/** The order that a press on a column's name asks for: great weights first, everything else upwards. */
export function sortedBy(column: EventColumn, sort: TableChoices['sort']): TableChoices['sort'] {
  if (sort.by === column) return { by: column, isDescending: !sort.isDescending };
  return { by: column, isDescending: column === 'weight' };
}

/** What a cell says; lists by commas. */
export function cellText(row: EventRow, column: EventColumn, names: Names): string {
  switch (column) {
    case 'date':
      return statusWords(row.date, row.status);
    case 'title':
      return row.title;
    case 'status':
      return sentenceCase(row.status);
    case 'kind':
      return row.kind === null ? '' : sentenceCase(row.kind);
    case 'weight':
      return String(row.weight);
    case 'actors':
    case 'places':
    case 'themes':
      return listOf(row, column, names).join(', ');
  }
}

/**
 * What stands in a file: a column for each of the chosen ones, two for the date, as it is written in the
 * history (EDTF) and in words, which also say what is only planned. Statuses and kinds are the file's own words; lists are divided by "; ".
 */
export function fileHeader(columns: readonly EventColumn[]): string[] {
  return columns.flatMap((column) =>
    column === 'date' ? ['Date', 'Date in words'] : [COLUMN_NAMES[column]],
  );
}

export function fileCells(row: EventRow, columns: readonly EventColumn[], names: Names): string[] {
  return columns.flatMap((column) => {
    switch (column) {
      case 'date':
        return [row.date.text, statusWords(row.date, row.status)];
      case 'title':
        return [row.title];
      case 'status':
        return [row.status];
      case 'kind':
        return [row.kind ?? ''];
      case 'weight':
        return [String(row.weight)];
      case 'actors':
      case 'places':
      case 'themes':
        return [listOf(row, column, names).join('; ')];
    }
  });
}

/** Names in the order of the row; an id stands for itself where the history has no name for it. */
function listOf(row: EventRow, column: 'actors' | 'places' | 'themes', names: Names): string[] {
  return row[column].map((id) =>
    column === 'themes' ? (names.themes.get(id)?.name ?? id) : (names[column].get(id) ?? id),
  );
}

/** "took-part" as it stands in a file, "Took part" as it is read. */
function sentenceCase(word: string): string {
  const spaced = word.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/*
 * A table and what its columns are, put together into a history, with all that did not fit.
 * Knows: how rows become events. Must not know: how either was come by, formats, the border.
 */
import type { Problem } from '../../model/types.ts';
import type { Draft, Unit } from '../reading.ts';
import { Ids } from '../words.ts';
import { actorsReader } from './eventActors.ts';
import { columnOf, eventDateReader } from './eventDates.ts';
import { makeEvent } from './eventRecord.ts';
import { columnsIn } from './mappedColumns.ts';
import { TABLE, type TableMapping } from './mapping.ts';
import { oddYears } from './oddYears.ts';
import { rowReader, type RowCells } from './rowCells.ts';
import { cellPlace, TableProblems } from './tableProblems.ts';
import { tableNotes } from './tableNotes.ts';
import type { Table } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

export interface ApplyOptions {
  /** Called about a hundred times, with how many rows of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A draft of a history, which `readingOf` takes across the border. Never throws for what is in either; a
 * column that the mapping names and the table does not have is a problem told once.
 */
export function draftOf(table: Table, mapping: TableMapping, { onProgress }: ApplyOptions): Draft {
  const problems = new TableProblems();
  const tell = (problem: () => Problem): void => problems.add(problem);
  tellMissingColumns(table, mapping, tell);
  const vocabulary = new Vocabulary();
  const named = [...mapping.actors, ...mapping.places, ...mapping.themes];
  const making = {
    mapping,
    vocabulary,
    separatorsOf: new Map(named.map(({ column, separators }) => [column, separators])),
    actorsOf: actorsReader(mapping.actors, vocabulary),
    dateOf: eventDateReader(mapping.date),
    tell,
  };

  const groups = groupRows(table, mapping);
  const step = Math.max(1, Math.ceil(groups.length / 100));
  const events: { readonly id: string; readonly date: string }[] = [];
  const units: Unit[] = [];
  const rowOf: number[] = [];
  const unreadable = new Set<number>();
  const leftOut: { readonly place: string; readonly raw: string }[] = [];
  const ids = new Ids();

  groups.forEach(({ name, cells }, i) => {
    if (i % step === 0) onProgress?.(i, groups.length);
    const number = cells[0]?.row.number ?? 0;
    const raw = (): string => cells.map(({ row }) => table.rawOf(row)).join('\n');
    const made = makeEvent(cells, making);
    if (made === null) {
      leftOut.push({ place: cellPlace(number, null), raw: raw() });
      tell(() => nothingIn(number));
      return;
    }
    if (made.isDateUnreadable) unreadable.add(events.length);
    units.push({ place: cellPlace(number, null), list: 'events', index: events.length, raw });
    rowOf.push(number);
    events.push({ id: ids.take(name, `row-${number}`, 'event'), ...made.event });
  });
  for (const { index, problem } of oddYears(events.map(({ date }) => date))) {
    const place = cellPlace(rowOf[index] ?? 0, columnOf(mapping.date.start));
    tell(() => ({ place, ...problem() }));
  }
  onProgress?.(groups.length, groups.length);

  return {
    format: TABLE,
    dataset: {
      version: 1,
      title: mapping.historyTitle.trim() || 'Untitled history',
      sources: vocabulary.sources.items,
      actors: vocabulary.actors.items,
      places: vocabulary.places.items,
      themes: vocabulary.themes.items,
      events,
    },
    unit: 'rows',
    unitsTotal: table.rows.length,
    units,
    problems: [...table.problems, ...problems.kept],
    // The border counts the dates that cannot be read.
    problemsTotal: table.problemsTotal + problems.total - unreadable.size,
    leftOut: [
      ...table.leftOut.map(({ number, raw }) => ({ place: cellPlace(number, null), raw })),
      ...leftOut,
    ],
    notes: tableNotes(table, mapping, events.length),
    placeOf: placeIn(vocabulary, rowOf, mapping),
    isTold: (list, index, field) => list === 'events' && field === 'date' && unreadable.has(index),
  };
}

interface RowGroup {
  /** What the rows share; null where the row stands alone. */
  readonly name: string | null;
  readonly cells: RowCells[];
}

/** Rows that are one event, in the order in which the events begin. */
function groupRows(table: Table, mapping: TableMapping): readonly RowGroup[] {
  const read = rowReader(table, mapping);
  const groups: RowGroup[] = [];
  const byKey = new Map<string, RowGroup>();
  for (const row of table.rows) {
    const cells = read(row);
    const values = mapping.joinBy.map((column) => cells.cell(column));
    const isAlone = values.every((value) => value === '');
    const key = isAlone ? null : values.join('\n');
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) {
      known.cells.push(cells);
      continue;
    }
    const group = { name: isAlone ? null : values.join(' '), cells: [cells] };
    groups.push(group);
    if (key !== null) byKey.set(key, group);
  }
  return groups;
}

function tellMissingColumns(
  { columns, cut }: Table,
  mapping: TableMapping,
  tell: (problem: () => Problem) => void,
): void {
  const known = new Set(columns.map(({ name }) => name));
  for (const { column } of mapping.constants) known.add(column);
  for (const column of columnsIn(mapping)) {
    if (known.has(column)) continue;
    tell(() => ({
      place: cut.headerRow === null ? 'the columns' : cellPlace(cut.headerRow, null),
      found: 'no such column',
      expected: `a column called "${column}", as the mapping says`,
      remedy:
        'What it was for stays empty. Choose another column, or give it a value for all rows.',
      severity: 'warning',
    }));
  }
}

function nothingIn(row: number): Problem {
  return {
    place: cellPlace(row, null),
    found: 'nothing in the columns that say what happened, when and who was there',
    expected: 'an event',
    remedy: 'The row was left out.',
    severity: 'error',
  };
}

/** Which row, and which column where one field is one column. */
function placeIn(
  vocabulary: Vocabulary,
  rowOf: readonly number[],
  mapping: TableMapping,
): NonNullable<Draft['placeOf']> {
  const columns: ReadonlyMap<string, string> = new Map([
    ['date', columnOf(mapping.date.start)],
    ['title', mapping.title.columns[0] ?? 'title'],
    ['summary', mapping.summary.columns[0] ?? 'description'],
  ]);
  const rowsOf: ReadonlyMap<string, readonly number[]> = new Map([
    ['events', rowOf],
    ['actors', vocabulary.actors.rows],
    ['places', vocabulary.places.rows],
    ['themes', vocabulary.themes.rows],
    ['sources', vocabulary.sources.rows],
  ]);
  return (list, index, field) => {
    const row = rowsOf.get(list)?.[index];
    if (row === undefined) return null;
    return cellPlace(row, list === 'events' ? (columns.get(field) ?? (field || null)) : list);
  };
}

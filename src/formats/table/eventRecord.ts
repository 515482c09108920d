/*
 * One event out of the rows that are about it.
 * Knows: mappings, the shape of an event. Must not know: how rows are found together, the dataset around it.
 */
import { describe } from '../../model/problems.ts';
import type { HistoryEvent } from '../../model/types.ts';
import { firstSentence } from '../words.ts';
import { placesOf } from './eventPlaces.ts';
import { restLines } from './eventRest.ts';
import { citationsOf, mediaOf } from './eventSources.ts';
import { lineOf, proseOf, type EventMaking } from './making.ts';
import { STATUS_WORDS, type TableMapping } from './mapping.ts';
import type { RowCells } from './rowCells.ts';
import { splitNames } from './separators.ts';
import { cellPlace } from './tableProblems.ts';

export interface MadeEvent {
  readonly event: Omit<HistoryEvent, 'id'>;
  readonly isDateUnreadable: boolean;
}

type Fields = { -readonly [Key in keyof HistoryEvent]?: HistoryEvent[Key] };

/**
 * Null where the rows hold neither a title nor a date nor a description, and one name at most: a remark below
 * the table, a sum.
 */
export function makeEvent(rows: readonly RowCells[], making: EventMaking): MadeEvent | null {
  const [first] = rows;
  if (first === undefined || !saysSomething(rows, making.mapping)) return null;
  const { mapping, tell } = making;
  const { date, lines, problems, isUnreadable } = making.dateOf(rows);
  for (const problem of problems) tell(problem);
  const actors = making.actorsOf(rows);
  const places = placesOf(rows, making);
  const themes = namesOf(rows, mapping.themes, (name, row) => making.vocabulary.theme(name, row));
  const summary = summaryOf(rows, mapping, [...lines, ...restLines(rows, making)]);
  const citations = citationsOf(rows, making);
  const media = mediaOf(rows, making);
  const fields: Fields = {
    ...(mapping.kind === null ? {} : firstText(rows, mapping.kind, 'kind')),
    ...statusOf(rows, making),
    ...weightOf(rows, making),
    ...(summary === '' ? {} : { summary }),
    ...(actors.length === 0 ? {} : { actors }),
    ...(places.length === 0 ? {} : { places }),
    ...(themes.length === 0 ? {} : { themes }),
    ...(media.length === 0 ? {} : { media }),
    ...(citations.length === 0 ? {} : { citations }),
  };
  return {
    event: { title: titleOf(rows, making), date, ...fields },
    isDateUnreadable: isUnreadable,
  };
}

function saysSomething(rows: readonly RowCells[], mapping: TableMapping): boolean {
  const { start } = mapping.date;
  // What is filled in for the blank cells of a row says nothing by itself.
  const filledIn = new Set([
    ...mapping.carryDown,
    ...mapping.constants.map(({ column }) => column),
  ]);
  const isFilled = (column: string): boolean =>
    !filledIn.has(column) && rows.some(({ cell }) => cell(column) !== '');
  const telling = [
    ...mapping.title.columns,
    ...mapping.summary.columns,
    ...(start === null ? [] : [start.in === 'cell' ? start.column : start.year]),
  ];
  const names = [...mapping.actors, ...mapping.places, ...mapping.themes];
  return telling.some(isFilled) || names.filter(({ column }) => isFilled(column)).length > 1;
}

/** The different texts of a column, in the order of the rows. */
function textsOf(rows: readonly RowCells[], column: string): readonly string[] {
  if (rows.length === 1) {
    const text = rows[0]?.cell(column) ?? '';
    return text === '' ? [] : [text];
  }
  return [...new Set(rows.map(({ cell }) => cell(column)).filter((text) => text !== ''))];
}

function titleOf(rows: readonly RowCells[], { mapping, separatorsOf, tell }: EventMaking): string {
  const partOf = (column: string): string => {
    const separators = separatorsOf.get(column) ?? [];
    return shortList(textsOf(rows, column).flatMap((text) => splitNames(text, separators)));
  };
  const parts = mapping.title.columns.map(partOf).filter((part) => part !== '');
  const title = lineOf(parts.join(mapping.title.joiner));
  if (title !== '') return title;
  const others = [
    ...mapping.actors.map(({ column }) => partOf(column)),
    ...mapping.summary.columns.map((column) => firstSentence(lineOf(partOf(column)))),
    ...[...mapping.places, ...mapping.themes].map(({ column }) => partOf(column)),
    mapping.kind === null ? '' : partOf(mapping.kind),
  ].filter((part) => part !== '');
  const number = rows[0]?.row.number ?? 0;
  const instead = lineOf(others.slice(0, 2).join(', ')) || `Row ${number}`;
  tell(() => ({
    place: cellPlace(number, mapping.title.columns[0] ?? 'title'),
    found: 'nothing',
    expected: 'a title',
    remedy: `The event is called ${describe(instead)}, after what else its row has.`,
    severity: 'warning',
  }));
  return instead;
}

/** "Google", "Google and Sky", "Google and 8 others". */
function shortList(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length <= 1) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}

function summaryOf(
  rows: readonly RowCells[],
  { summary, details }: TableMapping,
  lines: readonly string[],
): string {
  const prose = summary.columns
    .flatMap((column) => textsOf(rows, column))
    .map(proseOf)
    .join(summary.joiner);
  const list = details.flatMap((column) => {
    const texts = textsOf(rows, column)
      .map(lineOf)
      .filter((text) => text !== '');
    return texts.length === 0 ? [] : [`${column}: ${texts.join('; ')}`];
  });
  const items = [...list, ...lines].map((line) => `- ${line}`).join('\n');
  return [prose, items].filter((text) => text !== '').join('\n\n');
}

function firstText(rows: readonly RowCells[], column: string, key: 'kind'): Pick<Fields, 'kind'> {
  const [text] = textsOf(rows, column);
  return text === undefined ? {} : { [key]: lineOf(text) };
}

function namesOf(
  rows: readonly RowCells[],
  columns: TableMapping['themes'],
  idOf: (name: string, row: number) => string,
): readonly string[] {
  const ids = new Set<string>();
  for (const { row, cell } of rows) {
    for (const { column, separators } of columns) {
      for (const name of splitNames(cell(column), separators)) ids.add(idOf(name, row.number));
    }
  }
  return [...ids];
}

function statusOf(
  rows: readonly RowCells[],
  { mapping, tell }: EventMaking,
): Pick<Fields, 'status'> {
  if (mapping.status === null) return {};
  const [text] = textsOf(rows, mapping.status);
  if (text === undefined) return {};
  const status = STATUS_WORDS.get(text.toLowerCase());
  if (status !== undefined) return status === 'happened' ? {} : { status };
  tell(() => ({
    place: cellPlace(rows[0]?.row.number ?? 0, mapping.status),
    found: describe(text),
    expected: 'happened, planned, unconfirmed, cancelled or postponed',
    remedy: 'It was left out; the event is taken for one that happened.',
    severity: 'warning',
  }));
  return {};
}

function weightOf(
  rows: readonly RowCells[],
  { mapping, tell }: EventMaking,
): Pick<Fields, 'weight'> {
  if (mapping.weight === null) return {};
  const [text] = textsOf(rows, mapping.weight);
  if (text === undefined) return {};
  const weight = Number(text.replace(',', '.'));
  if (weight >= 1 && weight <= 5) return { weight };
  tell(() => ({
    place: cellPlace(rows[0]?.row.number ?? 0, mapping.weight),
    found: describe(text),
    expected: 'a number from 1 to 5',
    remedy: 'It was left out.',
    severity: 'warning',
  }));
  return {};
}

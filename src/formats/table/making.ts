/*
 * What all parts of an event are made with, and the two ways in which a cell becomes text.
 * Knows: mappings, HTML as something to be rid of. Must not know: the parts of an event.
 */
import type { Participation, Problem } from '../../model/types.ts';
import { lineFrom, proseFrom } from '../html/prose.ts';
import type { EventDate } from './eventDates.ts';
import type { TableMapping } from './mapping.ts';
import type { RowCells } from './rowCells.ts';
import { singleSpaced } from './separators.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface EventMaking {
  readonly mapping: TableMapping;
  readonly vocabulary: Vocabulary;
  /** By column, for those whose cells hold names. */
  readonly separatorsOf: ReadonlyMap<string, readonly string[]>;
  readonly actorsOf: (rows: readonly RowCells[]) => readonly Participation[];
  readonly dateOf: (rows: readonly RowCells[]) => EventDate;
  readonly tell: (problem: () => Problem) => void;
}

/** The beginning alone: how far a tag goes is the parser's to find out, in a time that is bounded. */
const TAG =
  /<\/?(?:p|br|b|i|u|em|strong|a|ul|ol|li|div|span|h\d|img|table|td|script|iframe)[\s/>]/iu;

/** On one line, without tags. */
export function lineOf(text: string): string {
  return TAG.test(text) ? lineFrom(text) : singleSpaced(text);
}

/** As it stands; what is HTML as the Markdown that it comes to. */
export function proseOf(text: string): string {
  return TAG.test(text) ? proseFrom(text) : text;
}

/*
 * What the cells of an event's rows say that its fields have no room for, as lines under its description.
 * Knows: mappings, which fields take one value. Must not know: how the fields are made.
 */
import { lineOf, type EventMaking } from './making.ts';
import type { RowCells } from './rowCells.ts';
import { splitNames } from './separators.ts';

/** "Purpose: Growth; Safety": nothing of a row is lost because it shares an event with another. */
export function restLines(
  rows: readonly RowCells[],
  { mapping, separatorsOf }: EventMaking,
): readonly string[] {
  const rest = new Map<string, Set<string>>();
  const add = (column: string | null, text: string): void => {
    if (column === null || text === '') return;
    const texts = rest.get(column) ?? new Set();
    rest.set(column, texts.add(lineOf(text)));
  };
  const details = new Set(mapping.details);
  const single = [...mapping.title.columns, mapping.kind, mapping.status, mapping.weight].filter(
    (column) => column !== null && !separatorsOf.has(column) && !details.has(column),
  );
  for (const column of rows.length > 1 ? single : []) {
    const texts = new Set(rows.map(({ cell }) => cell(column)).filter((text) => text !== ''));
    if (texts.size > 1) for (const text of texts) add(column, text);
  }
  for (const { cell } of rows) {
    for (const { column, separators, titleColumn } of mapping.actors) {
      // Whose title it is of several, nobody says.
      if (titleColumn !== null && splitNames(cell(column), separators).length !== 1) {
        add(titleColumn, cell(titleColumn));
      }
    }
    for (const { title, url, locator, publisher, quote } of mapping.sources) {
      if (cell(title) !== '' || cell(url) !== '') continue;
      for (const column of [locator, publisher, quote]) add(column, cell(column));
    }
    for (const { url, caption, credit, alt } of mapping.media) {
      if (cell(url) !== '') continue;
      for (const column of [caption, credit, alt]) add(column, cell(column));
    }
  }
  return [...rest].map(([column, texts]) => `${column}: ${[...texts].join('; ')}`);
}

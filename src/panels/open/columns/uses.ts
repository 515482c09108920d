/*
 * Which column a mapping uses as what, in words, so that a column that nobody uses is seen.
 * Knows: mappings. Must not know: how they are shown or applied.
 */
import type { ColumnName, DatePlace, TableMapping } from '../../../formats/table/mapping.ts';

type Use = readonly [column: ColumnName | null, words: string];

/** "Organisations", "End": the uses of each column that has one. */
export function usesOf(mapping: TableMapping): ReadonlyMap<ColumnName, readonly string[]> {
  const uses = new Map<ColumnName, string[]>();
  for (const [column, words] of allUses(mapping)) {
    if (column === null) continue;
    const known = uses.get(column) ?? [];
    if (!known.includes(words)) uses.set(column, [...known, words]);
  }
  return uses;
}

function* allUses(mapping: TableMapping): Generator<Use> {
  for (const column of mapping.title.columns) yield [column, 'title'];
  yield* placeUses(mapping.date.start, 'date');
  yield* placeUses(mapping.date.end, 'end');
  for (const { column, kind, titleColumn } of mapping.actors) {
    yield [column, kind === 'person' || kind === 'office' ? 'people' : 'organisations'];
    yield [titleColumn, 'title at that time'];
  }
  for (const { column } of mapping.places) yield [column, 'places'];
  yield [mapping.latitude, 'latitude'];
  yield [mapping.longitude, 'longitude'];
  for (const { column } of mapping.themes) yield [column, 'themes'];
  for (const column of mapping.summary.columns) yield [column, 'description'];
  for (const column of mapping.details) yield [column, 'listed'];
  yield [mapping.kind, 'kind'];
  yield [mapping.status, 'status'];
  yield [mapping.weight, 'weight'];
  for (const source of mapping.sources) {
    for (const column of Object.values(source)) yield [column, 'source'];
  }
  for (const media of mapping.media) {
    for (const column of Object.values(media)) yield [column, 'pictures'];
  }
  for (const column of mapping.joinBy) yield [column, 'joins rows'];
  for (const column of mapping.carryDown) yield [column, 'carried down'];
}

function* placeUses(place: DatePlace | null, words: string): Generator<Use> {
  if (place === null) return;
  if (place.in === 'cell') yield [place.column, words];
  else for (const column of [place.year, place.month, place.day, place.time]) yield [column, words];
}

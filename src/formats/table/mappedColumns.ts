/*
 * Which columns a mapping uses.
 * Knows: mappings. Must not know: tables.
 */
import type { TableMapping } from './mapping.ts';

/** The names of all columns that a mapping uses, each once. */
export function columnsIn(mapping: TableMapping): ReadonlySet<string> {
  const { start, end } = mapping.date;
  const places = [start, end].filter((place) => place !== null);
  const columns: (string | null)[] = [
    ...mapping.title.columns,
    ...mapping.summary.columns,
    ...mapping.details,
    ...mapping.joinBy,
    ...places.flatMap((place) =>
      place.in === 'cell'
        ? [place.column, place.time ?? null]
        : [place.year, place.month, place.day, place.time],
    ),
    ...mapping.actors.flatMap(({ column, titleColumn }) => [column, titleColumn]),
    ...[...mapping.places, ...mapping.themes].map(({ column }) => column),
    mapping.latitude,
    mapping.longitude,
    mapping.kind,
    mapping.status,
    mapping.weight,
    ...mapping.sources.flatMap((source) => [
      source.title,
      source.url,
      source.locator,
      source.publisher,
      source.quote,
    ]),
    ...mapping.media.flatMap(({ url, caption, credit, alt }) => [url, caption, credit, alt]),
  ];
  return new Set(columns.filter((column) => column !== null));
}

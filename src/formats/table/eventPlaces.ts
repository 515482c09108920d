/*
 * The places of an event, and where they are.
 * Knows: degrees as people write them. Must not know: the rest of an event.
 */
import { describe } from '../../model/problems.ts';
import type { EventMaking } from './making.ts';
import type { RowCells } from './rowCells.ts';
import { splitNames } from './separators.ts';
import { cellPlace } from './tableProblems.ts';
import type { Coordinates } from './vocabulary.ts';

/** Ids, in the order of the rows. */
export function placesOf(rows: readonly RowCells[], making: EventMaking): readonly string[] {
  const { mapping, vocabulary, tell } = making;
  const ids = new Set<string>();
  for (const row of rows) {
    const names = mapping.places.flatMap(({ column, separators }) =>
      splitNames(row.cell(column), separators),
    );
    const stated = coordinatesOf(row, making);
    if (names.length === 0 && stated !== null) {
      names.push(`${stated.latitude}, ${stated.longitude}`);
    }
    for (const [i, name] of names.entries()) {
      // Country, town, street: what they are of is named last.
      const coordinates = i === names.length - 1 ? stated : null;
      const { id, known } = vocabulary.place(name, coordinates, row.row.number);
      ids.add(id);
      if (coordinates !== null && known !== null && isElsewhere(coordinates, known)) {
        tell(() => ({
          place: cellPlace(row.row.number, mapping.latitude),
          found: `${coordinates.latitude}, ${coordinates.longitude}`,
          expected: `where ${describe(name)} is in a row before: ${known.latitude}, ${known.longitude}`,
          remedy: 'The place stays where it was.',
          severity: 'warning',
        }));
      }
    }
  }
  return [...ids];
}

function isElsewhere(a: Coordinates, b: Coordinates): boolean {
  return Math.abs(a.latitude - b.latitude) > 0.01 || Math.abs(a.longitude - b.longitude) > 0.01;
}

function coordinatesOf(
  { row, cell }: RowCells,
  { mapping, tell }: EventMaking,
): Coordinates | null {
  const [latitudeText, longitudeText] =
    mapping.latitude === mapping.longitude
      ? bothIn(cell(mapping.latitude))
      : [cell(mapping.latitude), cell(mapping.longitude)];
  if (latitudeText === '' && longitudeText === '') return null;
  const latitude = degreesOf(latitudeText, 'S', 90);
  const longitude = degreesOf(longitudeText, 'W', 180);
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  tell(() => ({
    place: cellPlace(row.number, latitude === null ? mapping.latitude : mapping.longitude),
    found: describe(latitude === null ? latitudeText : longitudeText),
    expected: 'degrees such as 51.5 or 51,5',
    remedy: 'The place is kept without being put on the map.',
    severity: 'warning',
  }));
  return null;
}

/** "51.5, -0.12", and the other way round in "Point(-0.12 51.5)" (ISO 19125). */
function bothIn(text: string): readonly [latitude: string, longitude: string] {
  const [, x, y] = /^point\s*\(\s*(\S+)\s+([^\s)]+)\s*\)$/iu.exec(text) ?? [];
  if (x !== undefined && y !== undefined) return [y, x];
  const [latitude = '', longitude = ''] = text.split(/\s*[;|]\s*|\s*,\s+|\s+|,/u);
  return [latitude, longitude];
}

/** "51.5", "51,5", "51.5° N". */
function degreesOf(text: string, negative: 'S' | 'W', most: number): number | null {
  const [, number = '', direction = ''] =
    /^([-+−]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWO]?)$/iu.exec(text) ?? [];
  if (number === '') return null;
  const size = Number(number.replace(',', '.').replace('−', '-'));
  const degrees = direction.toUpperCase() === negative ? -size : size;
  return Math.abs(degrees) <= most ? degrees : null;
}

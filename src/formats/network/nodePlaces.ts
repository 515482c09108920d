/*
 * Where nodes are: a country or city by name, coordinates of their own.
 * Knows: what such attributes are called. Must not know: files.
 */
import { Ids } from '../words.ts';
import { wellFormedText } from '../wellFormed.ts';

const COUNTRIES = ['country', 'country_code', 'nation', 'land'];
const TOWNS = ['city', 'town', 'place', 'location'];
const LATITUDES = ['latitude', 'lat'];
const LONGITUDES = ['longitude', 'lng', 'lon', 'long'];

export class PlaceList {
  static readonly KEYS: ReadonlySet<string> = new Set([
    ...COUNTRIES,
    ...TOWNS,
    ...LATITUDES,
    ...LONGITUDES,
  ]);

  readonly records: Record<string, unknown>[] = [];
  readonly #idOf = new Map<string, string>();
  readonly #ids = new Ids();

  /** The id of the place that a node's attributes name, by lower-case key; null where they name none. */
  of(attributes: ReadonlyMap<string, string>): string | null {
    const value = (keys: readonly string[]): string =>
      wellFormedText(
        keys.map((key) => attributes.get(key) ?? '').find((text) => text !== '') ?? '',
      );
    const country = value(COUNTRIES);
    const town = value(TOWNS);
    const within = country === '' ? null : this.#place(country, null, countryFields(country));
    const latitude = degrees(value(LATITUDES), 90);
    const longitude = degrees(value(LONGITUDES), 180);
    const point = latitude === null || longitude === null ? null : { latitude, longitude };
    if (town === '' && point === null) return within;
    const name = town === '' ? `${String(latitude)}, ${String(longitude)}` : town;
    return this.#place(name, within, point ?? {});
  }

  #place(name: string, within: string | null, fields: object): string {
    const key = `${within ?? ''}\n${name}\n${JSON.stringify(fields)}`;
    const known = this.#idOf.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.take(null, name, 'place');
    this.#idOf.set(key, id);
    this.records.push({ id, name, ...(within === null ? {} : { within }), ...fields });
    return id;
  }
}

function countryFields(country: string): object {
  return { kind: 'country', ...(/^[A-Z]{2}$/u.test(country) ? { country } : {}) };
}

function degrees(text: string, most: number): number | null {
  const number = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Math.abs(number) <= most ? number : null;
}

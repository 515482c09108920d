/*
 * The names of the months, by language, as browsers know them.
 * Knows: Intl. Must not know: dates, cells.
 */

/** What a day of the week stands for, which says nothing that its date does not. */
export const WEEKDAY = 0;

/** Lower-case name, without a final full stop, to month, 1 to 12, or WEEKDAY. */
export type MonthNames = ReadonlyMap<string, number>;

/** Languages whose month names are tried on a column that English does not explain. */
const LANGUAGES = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'hu',
  'ro',
  'bg',
  'el',
  'tr',
  'ru',
  'uk',
  'et',
  'lv',
  'lt',
  'ca',
  'eu',
  'gl',
  'ga',
  'cy',
  'is',
  'id',
] as const;

const ENGLISH: MonthNames = englishNames();

/**
 * Names of a language (BCP 47) beside the English ones; of English alone where it is null or unknown. Takes
 * a millisecond: once for a column, not for a cell.
 */
export function monthNamesOf(language: string | null): MonthNames {
  if (language === null) return ENGLISH;
  return new Map([...ENGLISH, ...weekdayNames(language), ...monthNames(language)]);
}

/** The month names of every language that is tried, made when they are first asked for. */
export type MonthLanguages = () => ReadonlyMap<string, MonthNames>;

/** For one table: making them takes some milliseconds, and most tables never ask. */
export function monthLanguages(): MonthLanguages {
  let made: ReadonlyMap<string, MonthNames> | null = null;
  return () => (made ??= new Map(LANGUAGES.map((language) => [language, monthNames(language)])));
}

/**
 * The language whose month names most of these words are, where English knows none of them; null where no
 * language has half of them.
 *
 * @param words what cells of one column hold beside digits, lower-case, a cell each
 */
export function guessMonthLanguage(
  words: readonly (readonly string[])[],
  languages: MonthLanguages,
): string | null {
  const isMonth = (word: string, names: MonthNames): boolean =>
    (names.get(word) ?? WEEKDAY) !== WEEKDAY;
  const foreign = words.filter(
    (cell) => cell.length > 0 && !cell.some((word) => isMonth(word, ENGLISH)),
  );
  if (foreign.length === 0) return null;
  let best: { readonly language: string | null; readonly count: number } = {
    language: null,
    count: foreign.length / 2,
  };
  for (const [language, names] of languages()) {
    const count = foreign.filter((cell) => cell.some((word) => isMonth(word, names))).length;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}

/** Long names alone and after a day ("март", "марта"), and short ones as they stand after it. */
function monthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const options of [
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
    { month: 'long' },
  ] as const) {
    const format = formatOf(language, options);
    for (let month = 1; month <= 12; month += 1) {
      const parts = format?.formatToParts(Date.UTC(2001, month - 1, 15)) ?? [];
      addName(names, parts.find(({ type }) => type === 'month')?.value, month);
    }
  }
  return names;
}

function weekdayNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const weekday of ['long', 'short'] as const) {
    const format = formatOf(language, { weekday });
    for (let day = 1; day <= 7; day += 1) {
      addName(names, format?.format(Date.UTC(2001, 0, day)), WEEKDAY);
    }
  }
  return names;
}

function addName(names: Map<string, number>, name: string | undefined, month: number): void {
  const word = name?.toLowerCase().replace(/\.$/u, '') ?? '';
  if (/^\p{L}[\p{L}\p{M}]+$/u.test(word) && !names.has(word)) names.set(word, month);
}

function englishNames(): MonthNames {
  const names = monthNames('en');
  addBeginnings(names);
  const weekdays = [...weekdayNames('en').keys(), 'tues', 'thur', 'thurs'];
  for (const name of weekdays) addName(names, name, WEEKDAY);
  return names;
}

/** "Janu", "Marc", "Sept": as much of an English name as tells the month. */
function addBeginnings(names: Map<string, number>): void {
  // What is added on the way is as long as it should be, and adds nothing itself.
  for (const [name, month] of names) {
    for (let length = 3; length < name.length; length += 1) {
      const beginning = name.slice(0, length);
      if (!names.has(beginning)) names.set(beginning, month);
    }
  }
}

/** Null for a language tag that is none. */
function formatOf(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      ...options,
      timeZone: 'UTC',
    });
  } catch {
    // A saved mapping may hold anything; its names are then the English ones alone.
    return null;
  }
}

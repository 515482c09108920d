/*
 * Reads a date as a person writes it, in EDTF or in plain English words, into EDTF.
 * Knows: words for dates. Must not know: forms, files, languages other than English.
 *
 *   22 July 2013 · July 22, 2013 · Jul 2013 · spring 2014 · 1990s · 44 BC        a date
 *   about July 2013 · July 2013? · perhaps 2014                                  and how well it is known
 *   June to August 2013 · since 2013 · until 2014 · after 2013 · by May 2014     from one to another
 */
import { fail, ok, type Result } from '../base/result.ts';
import { readDate } from './dates.ts';
import { MONTHS } from './instantWords.ts';
import type { Edtf } from './types.ts';

/** ISO 8601-2 has them as months of their own. */
const SEASONS = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['autumn', '23'],
  ['fall', '23'],
  ['winter', '24'],
]);

/** The date in EDTF; fails in a sentence for the user. */
export function readWrittenDate(text: string): Result<Edtf, string> {
  const written = text.trim().replace(/\s+/gu, ' ');
  if (written === '')
    return fail(
      'A date is missing. An unknown one can be written as a stretch, such as 2010/2015.',
    );
  const asEdtf = readDate(written);
  if (asEdtf.ok) return ok(written);
  const inWords = spanIn(written.toLowerCase());
  if (inWords !== null) {
    const read = readDate(inWords);
    return read.ok ? ok(inWords) : fail(read.error);
  }
  const isNumbers = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u.test(written);
  if (isNumbers) {
    return fail(
      'Which of the numbers is the month cannot be told. Write it in words, such as 3 December 2014, or as 2014-12-03.',
    );
  }
  return fail(
    `This cannot be read as a date. Write it like 22 July 2013, July 2013, about 2014, or 2013-07-22.`,
  );
}

function spanIn(words: string): Edtf | null {
  const open =
    /^(since|from|until|till|up to|after|on or after|not before|before|by|on or before) (.+)$/u.exec(
      words,
    );
  const range = /^(?:from |between )?(.+?) ?(?: to | until | till | and |–|—| - )(?: ?)(.+)$/u.exec(
    words,
  );
  if (range !== null && !/^(on|not)$/u.test(range[1] ?? '')) {
    const end = pointIn(range[2] ?? '');
    // "3 to 5 July 2013", "June to August 2013": what the first lacks, the second says.
    const start = pointIn(range[1] ?? '') ?? pointIn(completed(range[1] ?? '', range[2] ?? ''));
    if (start !== null && end !== null) return `${start}/${end}`;
  }
  if (open !== null) {
    const point = pointIn(open[2] ?? '');
    if (point === null) return null;
    switch (open[1] ?? '') {
      case 'since':
      case 'from':
        return `${point}/..`;
      case 'until':
      case 'till':
      case 'up to':
        return `../${point}`;
      case 'before':
      case 'by':
      case 'on or before':
        return `[..${point}]`;
      default:
        return `[${point}..]`;
    }
  }
  const onwards = /^(.+) (?:onwards?|and later)$/u.exec(words);
  if (onwards !== null) {
    const point = pointIn(onwards[1] ?? '');
    return point === null ? null : `${point}/..`;
  }
  return pointIn(words);
}

/** "3" with "5 July 2013" becomes "3 July 2013"; "june" with "August 2013" becomes "june 2013". */
function completed(first: string, second: string): string {
  const parts = second.split(' ');
  return /^\d{1,2}$/u.test(first)
    ? [first, ...parts.slice(-2)].join(' ')
    : `${first} ${parts.at(-1) ?? ''}`;
}

/** One date, with how well it is known. */
function pointIn(words: string): Edtf | null {
  const about = /^(?:about|around|circa|ca\.?|c\.|approximately|roughly|~) ?(.+)$/u.exec(words);
  const perhaps =
    /^(?:perhaps|possibly|probably|maybe) (.+)$/u.exec(words) ?? /^(.+?) ?\?$/u.exec(words);
  const [plain, sign] =
    about !== null
      ? [about[1] ?? '', '~']
      : perhaps !== null
        ? [perhaps[1] ?? '', '?']
        : [words, ''];
  const date = plainIn(plain.replaceAll(',', '').replace(/^(the|in|on) /u, ''));
  return date === null ? null : `${date}${sign}`;
}

function plainIn(words: string): Edtf | null {
  if (readDate(words.toUpperCase()).ok) return words.toUpperCase();
  const era = /^(\d{1,4}) (?:bce?)$/u.exec(words);
  if (era !== null) {
    // 1 BCE is year 0.
    const year = Number(era[1]) - 1;
    return year === 0 ? '0000' : `-${String(year).padStart(4, '0')}`;
  }
  const decade = /^(\d{3})0s$/u.exec(words);
  if (decade !== null) return `${decade[1] ?? ''}X`;
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/u.exec(words);
  if (century !== null) return `${String(Number(century[1]) - 1).padStart(2, '0')}XX`;
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words);
  if (numbers !== null) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), numbers[3] ?? ''];
    if (first > 12) return dayIn(year, second, first);
    if (second > 12) return dayIn(year, first, second);
    return first === second ? dayIn(year, first, second) : null;
  }
  const parts = words.replace(/(\d)(?:st|nd|rd|th)\b/u, '$1').split(' ');
  const year = parts.find((part) => /^\d{4}$/u.test(part));
  const season = parts.map((part) => SEASONS.get(part)).find((found) => found !== undefined);
  const month = parts.map(monthIn).find((found) => found !== null);
  const day = parts.find((part) => /^\d{1,2}$/u.test(part));
  if (year === undefined) return null;
  if (parts.length === 2 && season !== undefined) return `${year}-${season}`;
  if (parts.length === 2 && month !== undefined) return `${year}-${two(month)}`;
  if (parts.length === 3 && month !== undefined && day !== undefined) {
    return dayIn(year, month, Number(day));
  }
  return null;
}

/** "jul", "july", "sept."; 1 to 12. */
function monthIn(word: string): number | null {
  const bare = word.replace(/\.$/u, '').replace(/^sept$/u, 'sep');
  if (bare.length < 3) return null;
  const at = MONTHS.findIndex((month) => month.toLowerCase().startsWith(bare));
  return at === -1 ? null : at + 1;
}

function dayIn(year: string, month: number, day: number): Edtf {
  return `${year}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

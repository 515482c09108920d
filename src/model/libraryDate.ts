/*
 * Reads by the edtf library what fastDate does not: seasons, unspecified digits, qualified parts,
 * exponents and significant digits. Knows: the library's syntax tree and where its intervals are wrong.
 * Must not know: ranges and sets (dates.ts takes them apart). The page must not import this file.
 */
import { parse, type EdtfNode } from 'edtf';
import { assertNever } from '../base/assertNever.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { DatePoint } from './dateParts.ts';
import { point, readPlain, yearPoint } from './fastDate.ts';
import { formatYear, yearSpanWords } from './instantWords.ts';
import { readMask, yearsOfMask } from './maskDate.ts';
import type { DatePrecision } from './types.ts';
import { msOfDay, msOfYear, YEAR_LIMIT } from './years.ts';

/**
 * One date without ranges or sets. The library says whether the text is EDTF and what its parts are;
 * the interval is made here, since the library's own ends are wrong or missing for seasons, far years
 * and impossible days.
 */
export function readByLibrary(text: string): Result<DatePoint, string> {
  // Of all undated events, and so in some files of most: the library takes a tenth of a millisecond.
  if (text === 'XXXX') return readMask(text);
  const node = syntaxOf(text);
  if (node === null) return fail('It is not an EDTF date such as 2013-07-22, 2013-07 or 2013~.');
  switch (node.type) {
    case 'Date':
      return qualified(readDateNode(text, node), node);
    case 'Season':
      return qualified(readSeason(text, node), node);
    case 'Year':
      return readYearNode(node.values[0], node.significant ?? null);
    case 'Decade':
    case 'Century':
      return fail(
        `It has only ${text.replace(/\D/gu, '').length} digits: ` +
          'write a year with four (0012), a decade as 201X, a century as 19XX.',
      );
    case 'Interval':
    case 'List':
    case 'Set':
      return fail('A range or set cannot stand inside another.');
    default:
      return assertNever(node);
  }
}

/** What its grammar has no sign for; it finds that out too, and takes long for it. */
const NO_EDTF = /[^\d ESTXYZ,./:+\-\u2212?%~[\]{}]/u;

/** Null where the library's parser refuses the text, which it does by throwing. */
function syntaxOf(text: string): EdtfNode | null {
  if (NO_EDTF.test(text)) return null;
  try {
    return parse(text, { seasonUncertainty: true });
  } catch {
    return null;
  }
}

function qualified(
  read: Result<DatePoint, string>,
  node: Extract<EdtfNode, { type: 'Date' | 'Season' }>,
): Result<DatePoint, string> {
  if (!read.ok) return read;
  return ok({
    ...read.value,
    isApproximate: Boolean(node.approximate),
    isUncertain: Boolean(node.uncertain),
  });
}

function readDateNode(
  text: string,
  node: Extract<EdtfNode, { type: 'Date' }>,
): Result<DatePoint, string> {
  if (node.unspecified) return readMask(text);
  // What is left once its qualifiers are off is a plain date: 2014-~12 is 2014-12.
  return readPlain(text.replace(/[~?%]/gu, '')) ?? fail('It is not a date that can be read.');
}

/**
 * Code → first month, length in months, name. The plain seasons 21 to 24 are read as the northern
 * meteorological ones (March to May is spring), since ISO 8601-2 leaves their place and days open and
 * the library's January to March is a spring nowhere; their edges are soft. A winter begins in the
 * December of its year, so that the four stand in the order of their codes. Source: ISO 8601-2:2019, 4.8.
 */
const SEASONS: ReadonlyMap<number, readonly [month: number, months: number, name: string]> =
  new Map([
    [21, [3, 3, 'spring']],
    [22, [6, 3, 'summer']],
    [23, [9, 3, 'autumn']],
    [24, [12, 3, 'winter']],
    [25, [3, 3, 'northern spring']],
    [26, [6, 3, 'northern summer']],
    [27, [9, 3, 'northern autumn']],
    [28, [12, 3, 'northern winter']],
    [29, [9, 3, 'southern spring']],
    [30, [12, 3, 'southern summer']],
    [31, [3, 3, 'southern autumn']],
    [32, [6, 3, 'southern winter']],
    [33, [1, 3, 'the first quarter']],
    [34, [4, 3, 'the second quarter']],
    [35, [7, 3, 'the third quarter']],
    [36, [10, 3, 'the fourth quarter']],
    [37, [1, 4, 'the first third']],
    [38, [5, 4, 'the second third']],
    [39, [9, 4, 'the last third']],
    [40, [1, 6, 'the first half']],
    [41, [7, 6, 'the second half']],
  ]);
const LAST_NATURAL_SEASON = 32;

function readSeason(
  text: string,
  node: Extract<EdtfNode, { type: 'Season' }>,
): Result<DatePoint, string> {
  const [year, code] = node.values;
  const season = SEASONS.get(code);
  if (season === undefined) return fail(`There is no season ${code}.`);
  const [month, months, name] = season;
  const isNatural = code <= LAST_NATURAL_SEASON;
  // The code stands in the last two places: "201X-21".
  const [first, last] = node.unspecified ? yearsOfMask(text.slice(0, -3)) : [year, year];
  const years = first === last ? formatYear(year) : `a year in ${yearSpanWords(first, last)}`;
  return ok({
    ...point(
      msOfDay(first, month, 1),
      msOfDay(last, month + months, 1),
      'season',
      first === last && isNatural ? `${name} ${years}` : `${name} of ${years}`,
    ),
    hasSoftEdges: isNatural,
  });
}

/** 1950S2 is a year from 1900 to 1999, estimated as 1950; Y-17E7 is a year like any other. */
function readYearNode(year: number, significant: number | null): Result<DatePoint, string> {
  const digits = String(Math.abs(year)).length;
  if (significant === null || significant >= digits || Math.abs(year) > YEAR_LIMIT) {
    return yearPoint(year);
  }
  const unit = 10 ** (digits - significant);
  const near = Math.floor(Math.abs(year) / unit) * unit;
  const first = year < 0 ? -(near + unit - 1) : near;
  const precision: DatePrecision = unit === 10 ? 'decade' : unit === 100 ? 'century' : 'millennium';
  const last = first + unit - 1;
  const name = `${formatYear(year)} (${yearSpanWords(first, last)})`;
  return ok({
    ...point(msOfYear(first), msOfYear(last + 1), precision, name),
    isApproximate: true,
  });
}

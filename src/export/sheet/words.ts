/*
 * What stands around a picture, in words: which history, which view, which time, which filters, whence.
 * Knows: choices and a history's own words. Must not know: drawing, files, components.
 */
import type { DatasetAnswer } from '../../engine/port.ts';
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision, Source } from '../../model/types.ts';
import type { Arrangement, Choices, ViewName } from '../../state/choices.ts';
import { shownWindow } from '../../state/window.ts';

export interface SheetWords {
  readonly title: string;
  /** The view, the time, the number of events. */
  readonly shown: string;
  /** "Filters: Google or Microsoft", or that there are none. */
  readonly filters: string;
  readonly sources: string;
  /** The address that opens the same view. */
  readonly link: string;
}

export interface SheetWordsInput {
  readonly history: DatasetAnswer;
  readonly choices: Choices;
  /** The filters in words, one each. */
  readonly filters: readonly string[];
  /** How many events match; null where it is not known. */
  readonly matched: number | null;
  readonly link: string;
}

const DAY_MS = 86_400_000;
const VIEW_WORDS: Readonly<Record<ViewName, string>> = {
  timeline: 'Timeline',
  network: 'Network',
  map: 'Map',
  table: 'Table',
};

export function sheetWords(input: SheetWordsInput): SheetWords {
  const { history, choices, filters, matched, link } = input;
  const counted = matched === null ? [] : [countWords(matched, history.eventsTotal)];
  return {
    title: history.title,
    shown: [viewWords(choices.views), rangeWords(choices, history), ...counted].join(' · '),
    filters: filters.length === 0 ? 'No filters' : `Filters: ${filters.join(' · ')}`,
    sources: sourceWords(history),
    link,
  };
}

/** "Timeline and network". */
export function viewWords([first, second]: Arrangement): string {
  return second === undefined
    ? VIEW_WORDS[first]
    : `${VIEW_WORDS[first]} and ${VIEW_WORDS[second].toLowerCase()}`;
}

/** "July 2013 – November 2015", as fine as the stretch of time is narrow. */
export function rangeWords(choices: Choices, history: DatasetAnswer): string {
  const { startMs, endMs } =
    choices.window === null ? history.extent : shownWindow(choices, history);
  const days = (endMs - startMs) / DAY_MS;
  const precision: DatePrecision =
    days > 3000 ? 'year' : days > 120 ? 'month' : days > 3 ? 'day' : 'time';
  const from = formatInstant(startMs, precision);
  const to = formatInstant(endMs - 1, precision);
  return from === to ? from : `${from} – ${to}`;
}

const NUMBER = new Intl.NumberFormat('en-GB');

function countWords(matched: number, total: number): string {
  const events = total === 1 ? 'event' : 'events';
  return matched === total
    ? `all ${NUMBER.format(total)} ${events}`
    : `${NUMBER.format(matched)} of ${NUMBER.format(total)} ${events}`;
}

/** "Source: The History Of WePROTECT, with 17 references": the account, and how many it refers to. */
export function sourceWords({ sources }: DatasetAnswer): string {
  const accounts = sources.filter(({ number }) => number === undefined);
  const references = sources.length - accounts.length;
  if (sources.length === 0) return 'No sources given';
  const referring = `${NUMBER.format(references)} ${references === 1 ? 'reference' : 'references'}`;
  if (accounts.length === 0) return `Sources: ${referring}`;
  const named = accounts.slice(0, 3).map(sourceTitle).join('; ');
  const more = accounts.length > 3 ? ` and ${NUMBER.format(accounts.length - 3)} more` : '';
  const label = accounts.length === 1 ? 'Source' : 'Sources';
  return `${label}: ${named}${more}${references === 0 ? '' : `, with ${referring}`}`;
}

/** "PM hosts internet safety summit, GOV.UK, 18 November 2013". */
export function sourceTitle({ title, publisher, date }: Source): string {
  return [title, publisher, date].filter((part) => part !== undefined && part !== '').join(', ');
}

/*
 * The sources and pictures of an event: texts and addresses.
 * Knows: which addresses may be opened. Must not know: the rest of an event.
 */
import { describe } from '../../model/problems.ts';
import type { HistoryEvent } from '../../model/types.ts';
import { webAddressOf } from '../html/runs.ts';
import { lineOf, type EventMaking } from './making.ts';
import type { SourceMapping } from './mapping.ts';
import type { RowCells } from './rowCells.ts';
import { cellPlace } from './tableProblems.ts';

export function citationsOf(
  rows: readonly RowCells[],
  { mapping, vocabulary, tell }: EventMaking,
): NonNullable<HistoryEvent['citations']> {
  const citations = new Map<string, NonNullable<HistoryEvent['citations']>[number]>();
  for (const row of rows) {
    for (const source of mapping.sources) {
      const title = lineOf(row.cell(source.title));
      const locator = lineOf(row.cell(source.locator));
      const quote = row.cell(source.quote);
      const urls = addressesOf(row, source, title !== '', tell);
      if (title === '' && urls.length === 0) continue;
      for (const url of urls.length === 0 ? [null] : urls) {
        const id = vocabulary.source(
          title,
          url,
          lineOf(row.cell(source.publisher)),
          row.row.number,
        );
        citations.set(`${id}\n${locator}\n${quote}`, {
          source: id,
          ...(locator === '' ? {} : { locator }),
          ...(quote === '' ? {} : { quote }),
        });
      }
    }
  }
  return [...citations.values()];
}

/** One address or several with blanks between them; what is none is told and left out. */
function addressesOf(
  { row, cell }: RowCells,
  { url: column }: SourceMapping,
  hasTitle: boolean,
  tell: EventMaking['tell'],
): readonly string[] {
  const text = cell(column);
  if (text === '') return [];
  const urls = text.split(/[\s;|]+/u).map(webAddressOf);
  if (urls.every((url) => url !== null)) return urls;
  tell(() => ({
    place: cellPlace(row.number, column),
    found: describe(text),
    expected: 'an address that begins with https:// or http://',
    remedy: hasTitle
      ? 'The address was left out; the source is kept.'
      : 'It was left out; the rest of the row is kept.',
    severity: 'warning',
  }));
  return urls.filter((url) => url !== null);
}

export function mediaOf(
  rows: readonly RowCells[],
  { mapping, tell }: EventMaking,
): NonNullable<HistoryEvent['media']> {
  const media = new Map<string, NonNullable<HistoryEvent['media']>[number]>();
  for (const { row, cell } of rows) {
    for (const picture of mapping.media) {
      const text = cell(picture.url);
      if (text === '') continue;
      const url = webAddressOf(text);
      if (url === null) {
        tell(() => ({
          place: cellPlace(row.number, picture.url),
          found: describe(text),
          expected: 'an address that begins with https:// or http://',
          remedy: 'The picture was left out; the rest of the row is kept.',
          severity: 'warning',
        }));
        continue;
      }
      const caption = cell(picture.caption);
      const credit = lineOf(cell(picture.credit));
      media.set(url, {
        url,
        alt: lineOf(cell(picture.alt)) || lineOf(caption),
        ...(caption === '' ? {} : { caption }),
        ...(credit === '' ? {} : { credit }),
      });
    }
  }
  return [...media.values()];
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { writeHistory } from '../../../../src/formats/write/index.ts';
import type { Written, WriterId } from '../../../../src/formats/write/writer.ts';
import { parseDataset } from '../../../../src/model/parse.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { historyFromText } from '../../../fixtures/historyFromText.ts';
import { anyHistory } from './anyHistory.ts';

const parsed = parseDataset(
  JSON.parse(
    readFileSync(new URL('../../../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('The bundled history cannot be read.');
const bundled = parsed.value.dataset;
const NOW_MS = Date.UTC(2026, 10, 24, 12, 30, 5);

function written(
  history: Dataset,
  writer: WriterId,
  only: readonly string[] | null = null,
): Written {
  return writeHistory(history, writer, only, {
    scenes: null,
    network: null,
    nowMs: NOW_MS,
    link: 'https://example.org/#v=1',
  });
}

interface Entry {
  readonly title: string;
  readonly first: string;
  readonly after: string;
  readonly words: string;
  readonly where: string;
  readonly status: unknown;
}

/** As a calendar reads it. */
function entriesIn(text: string): readonly Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      title: event.summary,
      first: event.startDate.toString(),
      after: event.endDate.toString(),
      words: event.description,
      where: event.location,
      status: component.getFirstPropertyValue('status'),
    };
  });
}

describe('iCalendar', () => {
  test('has every event of the bundled history on its days, as a calendar reads it', () => {
    const { text, writtenTotal } = written(bundled, 'icalendar');
    const entries = entriesIn(text);
    expect(entries).toHaveLength(bundled.events.length);
    expect(writtenTotal).toBe(bundled.events.length);
    expect(entries[0]).toMatchObject({
      title: bundled.events[0]?.title,
      first: '2013-07-22',
      after: '2013-07-23',
      status: 'CONFIRMED',
    });
    expect(entries[0]?.words).toContain('With: David Cameron');
  });

  test('takes months and years whole, ends by the day after, and says how well a date is known', () => {
    const history = historyFromText(`
      2014-12~ month: A month
      2013 year: A year
      2015-11-16/2015-11-17 range: Two days
      2014-01-15/.. open: No end
      [..2014-04] bound: By then
      2012-02 leap: February
      -0044-03-15 past: Long ago
    `);
    const { text, notWritten, writtenTotal } = written(history, 'icalendar');
    const entries = entriesIn(text);
    expect(entries.map(({ first, after }) => `${first} ${after}`)).toEqual([
      '2014-12-01 2015-01-01',
      '2013-01-01 2014-01-01',
      '2015-11-16 2015-11-18',
      '2014-01-15 2014-01-16',
      '2014-04-30 2014-05-01',
      '2012-02-01 2012-03-01',
    ]);
    expect(entries[0]?.words).toContain('about December 2014');
    expect(writtenTotal).toBe(6);
    expect(notWritten.map(({ place, found }) => `${place}: ${found}`)).toEqual([
      'past: 15 March 45 BCE, a year that calendars do not have',
    ]);
  });

  test('holds any text, in lines of at most 75 bytes', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { text, notWritten } = written(history, 'icalendar');
        const lines = text.split('\r\n');
        for (const line of lines) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[^\P{Cc}\t]/u);
        }
        const missing = new Set(notWritten.map(({ place }) => place));
        const entries = entriesIn(text);
        expect(entries).toHaveLength(history.events.length - notWritten.length);
        const titles = history.events
          .filter(({ title }) => !missing.has(title))
          .map(({ title }) => plainLine(title));
        const read = new Set(entries.map(({ title }) => title));
        expect(titles.filter((title) => !read.has(title))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** What is left of a text in a calendar. */
function plainLine(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

describe('the chronology', () => {
  test('has all events by time, under their years, with numbered sources', () => {
    const { text } = written(bundled, 'markdown');
    const tree = fromMarkdown(text);
    const headings = nodesOf(tree).filter((node) => node.type === 'heading');
    expect(headings.map((node) => `${String(node.depth)} ${wordsOf(node)}`)).toEqual([
      '1 The History of WePROTECT',
      '2 2013',
      '2 2014',
      '2 2015',
      '2 Sources',
    ]);
    for (const { title } of bundled.events) expect(wordsOf(tree)).toContain(title);
    const sources = tree.children.findLast((node) => node.type === 'list');
    expect(sources).toMatchObject({ ordered: true, start: 1 });
    expect(sources?.type === 'list' ? sources.children.length : 0).toBe(bundled.sources?.length);
    // The account is cited first, and is the first of the sources.
    expect(wordsOf(tree)).toMatch(/22 July 2013\. \[1, paragraph 1; 2\]/u);
  });

  test('holds any text as text: no HTML, no code, no picture, no address but of the web', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const tree = fromMarkdown(written(history, 'markdown').text);
        const nodes = nodesOf(tree);
        const kinds = new Set(nodes.map(({ type }) => type));
        for (const kind of ['html', 'code', 'inlineCode', 'image', 'definition', 'blockquote']) {
          expect(kinds).not.toContain(kind);
        }
        const addresses = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
        expect(addresses.filter((url) => !/^https?:/iu.test(url))).toEqual([]);
        const heading = nodes.find(({ type }) => type === 'heading');
        expect(wordsOf(heading ?? tree)).toBe(headingText(history.title));
      }),
      { numRuns: 200 },
    );
  });
});

/** A heading stands on one line, without spaces around it. */
function headingText(title: string): string {
  return title.replaceAll(/\s*[\r\n]\s*/gu, ' ').replaceAll('\0', '\uFFFD');
}

describe('a part of a history', () => {
  test('is read as a history of its own, whichever events are asked for', () => {
    fc.assert(
      fc.property(anyHistory, fc.infiniteStream(fc.boolean()), (history, coins) => {
        const only = history.events.map(({ id }) => id).filter(() => coins.next().value as boolean);
        const { text } = written(history, 'threadline', only);
        const read = parseDataset(JSON.parse(text));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.dataset.events.map(({ id }) => id)).toEqual(only);
        // Nothing in it leads to what is not there; dates that cannot be read are no fault of the part.
        expect(
          read.value.warnings.filter(({ expected }) => !expected.startsWith('a date')),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what its events refer to, and wholes of that', () => {
    const { text } = written(bundled, 'threadline', ['taskforce-announced']);
    const part = JSON.parse(text) as Dataset;
    expect(part.events[0]).not.toHaveProperty('partOf');
    expect(part.actors?.map(({ id }) => id)).toContain('uk-government');
    expect(part.actors?.map(({ id }) => id)).not.toContain('google');
    expect(part.themes?.map(({ id }) => id)).toEqual(['taskforce']);
    expect(part.scenes).toBeUndefined();
    expect(part.title).toBe(bundled.title);
  });

  test('the whole has the briefing as it stands', () => {
    const scenes = [{ id: 'one', title: 'One', view: 'v=1' }];
    const { text } = writeHistory(bundled, 'threadline', null, {
      scenes,
      network: null,
      nowMs: 0,
      link: null,
    });
    expect((JSON.parse(text) as Dataset).scenes).toEqual(scenes);
  });
});

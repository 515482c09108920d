import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/formats/format.ts';
import { recognise } from '../../../../src/formats/index.ts';
import { sourceFileOf } from '../../../../src/formats/sourceFile.ts';
import { timeline3 } from '../../../../src/formats/timelineJs/timeline3.ts';
import { timelineJsWriter } from '../../../../src/formats/write/timelineJsFile.ts';
import { parseDataset } from '../../../../src/model/parse.ts';
import type { Dataset } from '../../../../src/model/types.ts';
import { historyFromText } from '../../../fixtures/historyFromText.ts';
import { anyReadHistory } from './anyHistory.ts';

const OPTIONS = { scenes: null, network: null, nowMs: 0, link: null } as const;

function written(history: Dataset): string {
  return timelineJsWriter.write(history, OPTIONS).text;
}

function read(text: string): Reading {
  const source = sourceFileOf('file.json', new TextEncoder().encode(text));
  const reading = timeline3.read(source, {});
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

const file = JSON.parse(
  readFileSync(new URL('../../../../public/datasets/weprotect.json', import.meta.url), 'utf8'),
) as unknown;
const parsed = parseDataset(file);
if (!parsed.ok) throw new Error('The bundled history cannot be read.');
const bundled = parsed.value.dataset;

interface Shown {
  events: {
    text: { headline: string; text?: string };
    start_date: object;
    end_date?: object;
    display_date: string;
    group?: string;
    media?: object;
    threadline?: unknown;
  }[];
  eras?: unknown[];
  title: { text: { headline: string } };
  scale: string;
}

function shown(history: Dataset): Shown {
  return JSON.parse(written(history)) as Shown;
}

describe('TimelineJS', () => {
  test('comes back as it was, whatever stands in the history', () => {
    fc.assert(
      fc.property(anyReadHistory, (history) => {
        const { dataset, report } = read(written(history));
        expect(dataset).toEqual(history);
        expect(report.leftOut).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('holds nothing in its texts that a browser would run', () => {
    fc.assert(
      fc.property(anyReadHistory, (history) => {
        for (const { text, display_date } of shown(history).events) {
          const html = `${text.headline}${text.text ?? ''}${display_date}`;
          const elements = html.match(/<[^>]*>/gu) ?? [];
          expect(
            elements.filter(
              (tag) => !/^<\/?(?:p|em|strong|ul|li|br|ol(?: start="\d+")?)>$|^<\/a>$/u.test(tag),
            ),
          ).toEqual(elements.filter((tag) => /^<a href="https?:\/\/[^"]*">$/iu.test(tag)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows dates as exact as they are, in words too', () => {
    const history = historyFromText(`
      2013-07-22 speech: A day
      2014-12~ month: A month
      2013-12-13/2014-02 range: A range
      [..2014-04] bound: By then
      -0044-03-15 past: Long ago
    `);
    expect(
      shown(history).events.map(({ start_date, end_date, display_date }) => [
        start_date,
        end_date,
        display_date,
      ]),
    ).toEqual([
      [{ year: 2013, month: 7, day: 22 }, undefined, '22 July 2013'],
      [{ year: 2014, month: 12 }, undefined, expect.stringContaining('about December 2014')],
      [
        { year: 2013, month: 12, day: 13 },
        { year: 2014, month: 2 },
        expect.stringContaining('13 December 2013'),
      ],
      [{ year: 2014, month: 4 }, undefined, expect.stringContaining('by April 2014')],
      [{ year: -45, month: 3, day: 15 }, undefined, expect.stringContaining('45 BCE')],
    ]);
  });

  test('tells which events have no slide, and gives them back in their places', () => {
    const events = bundled.events.map((event, i) => (i === 2 ? { ...event, date: 'soon' } : event));
    const report = timelineJsWriter.write({ ...bundled, events }, OPTIONS);
    const source = sourceFileOf(null, new TextEncoder().encode(report.text));
    expect(recognise(source)[0]?.format.id).toBe('timelinejs-3');
    expect(report.writtenTotal).toBe(bundled.events.length - 1);
    expect(report.notWritten.map(({ found }) => found)).toEqual(['soon']);
    expect(read(report.text).dataset.events).toEqual(events);
  });

  test('takes over what somebody changed in the file, and keeps the rest', () => {
    const edited = shown(bundled);
    const [first, second] = edited.events;
    if (first === undefined || second === undefined) throw new Error('two slides');
    first.text = { headline: 'Another &amp; title', text: '<p>With <em>other</em> words</p>' };
    first.start_date = { year: 2013, month: 7, day: 23 };
    second.group = 'A new theme';
    edited.events.splice(1, 0, {
      start_date: { year: 2014 },
      display_date: '',
      text: { headline: 'A new slide' },
      group: 'Blocking illegal images',
    });
    edited.title.text.headline = 'Another history';
    const { dataset } = read(JSON.stringify(edited));
    const [one, added, two] = dataset.events;
    expect(one).toEqual({
      ...bundled.events[0],
      title: 'Another & title',
      summary: 'With *other* words',
      date: '2013-07-23',
    });
    expect(added).toEqual({
      id: 'a-new-slide',
      title: 'A new slide',
      date: '2014',
      themes: ['images'],
    });
    expect(two).toEqual({
      ...bundled.events[1],
      themes: ['a-new-theme', ...(bundled.events[1]?.themes ?? []).slice(1)],
    });
    expect(dataset.events.slice(3)).toEqual(bundled.events.slice(2));
    expect(dataset.title).toBe('Another history');
    expect(dataset.actors).toEqual(bundled.actors);
    expect(dataset.scenes).toEqual(bundled.scenes);
    expect(dataset.themes?.at(-1)).toEqual({ id: 'a-new-theme', name: 'A new theme' });
  });

  test('of other programs is none of its business', () => {
    const bare = shown(bundled);
    for (const slide of bare.events) delete slide.threadline;
    Reflect.deleteProperty(bare, 'threadline');
    const { dataset } = read(JSON.stringify(bare));
    expect(dataset.events).toHaveLength(bundled.events.length);
    expect(dataset.actors).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../bench/chart.mjs';
import {
  costTable,
  facetTable,
  networkTable,
  ratioTable,
  seriesOf,
  timelineTable,
} from '../../../bench/tables.mjs';
import type { TimelineResult } from '../../../bench/timelines.mjs';
import { facetResult, networkResult, timelineResult } from './results.ts';

const tooSlow: TimelineResult = {
  ...timelineResult('vis-timeline', 10_000),
  samples: [],
  failure: 'the first picture did not come within 60 s',
};
const timelines = [
  timelineResult('Threadline', null, { zoom: 3 }),
  timelineResult('Threadline', 30, { zoom: 4, pan: 5 }),
  timelineResult('Threadline', 1000, { zoom: 8, pan: 5 }),
  timelineResult('vis-timeline', 30, { zoom: 2, pan: 50 }),
  timelineResult('vis-timeline', 1000, { zoom: 640, pan: 10 }),
  tooSlow,
];
const byEvents = {
  name: ({ name }: TimelineResult['subject']) => name,
  size: ({ events }: TimelineResult['subject']) => events,
  kinds: {
    zoom: ({ zoom }: TimelineResult['samples'][number]) => zoom,
    pan: ({ pan }: TimelineResult['samples'][number]) => pan,
  },
};

function cellsOf(table: string): string[][] {
  return table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the tables', () => {
  it('have a row a result, as wide as the head, and say why one has none', () => {
    for (const table of [
      timelineTable(timelines),
      networkTable([networkResult('sigma', 60, 12)]),
      facetTable([facetResult('arquero', 1000, { most: 40 })]),
    ]) {
      const widths = cellsOf(table).map(({ length }) => length);
      expect(new Set(widths).size).toBe(1);
    }
    const rows = cellsOf(timelineTable(timelines));
    expect(rows).toHaveLength(2 + timelines.length);
    expect(rows.at(-1)).toEqual([
      'vis-timeline, 10000 events: the first picture did not come within 60 s',
      ...Array.from({ length: 9 }, () => '–'),
    ]);
  });

  it('tell how many times as much a peer takes as Threadline at the same size', () => {
    const table = ratioTable(timelines, {
      name: ({ name }) => name,
      size: ({ history }) => history,
      columns: { zoom: ({ zoom }) => zoom, pan: ({ pan }) => pan },
    });
    expect(cellsOf(table).slice(2)).toEqual([
      ['vis-timeline, 30 events', '0.50', '10.0'],
      ['vis-timeline, 1000 events', '80.0', '2.00'],
    ]);
  });

  it('show what is drawn, a column a size', () => {
    const series = seriesOf(timelines, byEvents);
    expect(cellsOf(costTable(series))).toEqual([
      ['', '30', '1,000'],
      ['---', '--:', '--:'],
      ['Threadline, zoom', '4.0', '8.0'],
      ['Threadline, pan', '5.0', '5.0'],
      ['vis-timeline, zoom', '2.0', '640'],
      ['vis-timeline, pan', '50.0', '10.0'],
    ]);
  });
});

describe('the drawing', () => {
  const chart = { title: 'Milliseconds', unit: 'events' };

  it('places every point within it, and a label at each line’s end', () => {
    const svg = drawChart({ ...chart, series: seriesOf(timelines, byEvents) });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const dots = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)];
    expect(dots).toHaveLength(8);
    for (const [, x, y] of dots) {
      expect(Number(x)).toBeGreaterThanOrEqual(66);
      expect(Number(x)).toBeLessThanOrEqual(600);
      expect(Number(y)).toBeGreaterThanOrEqual(34);
      expect(Number(y)).toBeLessThanOrEqual(370);
    }
    for (const label of ['Threadline, zoom', 'vis-timeline, pan']) expect(svg).toContain(label);
  });

  it('stands with a single point, and without any', () => {
    const one = seriesOf([timelineResult('Threadline', 30, { zoom: 4, pan: 4 })], byEvents);
    expect(drawChart({ ...chart, series: one })).not.toMatch(/NaN|Infinity|undefined/);
    expect(drawChart({ ...chart, series: [] })).toContain('nothing was measured');
  });
});

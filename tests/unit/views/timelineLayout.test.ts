import { group, pairs } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOT_RADIUS_PX, LABEL_GAP_PX } from '../../../src/views/timeline/candidate.ts';
import { clustersOf } from '../../../src/views/timeline/clusters.ts';
import {
  layout,
  type PlacedMark,
  type TimelineGeometry,
} from '../../../src/views/timeline/layout.ts';
import { pack, rescale, type Packing } from '../../../src/views/timeline/pack.ts';
import type { Interval } from '../../../src/base/interval.ts';
import type { TimelineAnswer } from '../../../src/engine/port.ts';
import { answer, arbitraryAnswer, mark, measure } from './timelineAnswers.ts';

const DAY_MS = 86_400_000;
const WIDTH_PX = 900;
const JULY_2013 = Date.UTC(2013, 6, 1);

/** Where nothing else is said the window at rest holds everything. */
const EVERYTHING: Interval = { startMs: Date.UTC(2013, 0, 1), endMs: Date.UTC(2016, 0, 1) };

function packed(
  of: TimelineAnswer,
  pxPerDay = 1,
  rowsInView = 40,
  rest: Interval = EVERYTHING,
): Packing {
  return pack(of, {
    pxPerMs: pxPerDay / DAY_MS,
    measure,
    rest,
    rowsInView,
    clusterPx: 40,
    inSight: null,
    lineWidthPx: Infinity,
  });
}

function windowAt(startMs: number, pxPerDay = 1): Interval {
  return { startMs, endMs: startMs + (WIDTH_PX / pxPerDay) * DAY_MS };
}

function placed(
  of: TimelineAnswer,
  startMs = JULY_2013,
  pxPerDay = 1,
  rowsInView = 40,
  rest: Interval = windowAt(startMs, pxPerDay),
): TimelineGeometry {
  return layout({
    ...layoutInput(of, startMs, pxPerDay),
    packing: packed(of, pxPerDay, rowsInView, rest),
  });
}

function layoutInput(
  of: TimelineAnswer,
  startMs: number,
  pxPerDay: number,
): Omit<Parameters<typeof layout>[0], 'packing'> {
  return {
    answer: of,
    window: windowAt(startMs, pxPerDay),
    plotWidthPx: WIDTH_PX,
    gutterPx: 130,
    viewHeightPx: 600,
    isCoarse: false,
    isOnStage: false,
    measureName: measure,
    asOf: null,
    periods: [],
  };
}

/** What a name beside its mark takes up, in scale space. */
function labelSpan({ labelSide, labelX, labelWidth }: PlacedMark): { from: number; to: number } {
  const from = labelSide === 'start' ? labelX - labelWidth : labelX;
  return { from, to: from + labelWidth };
}

/** What a mark and its name take up, in scale space. */
function extentOf(each: PlacedMark): { from: number; to: number } {
  const { labelSide, labelX, labelWidth, x0, x1 } = each;
  if (labelSide === 'start') return { from: labelX - labelWidth, to: x1 };
  if (labelSide === 'end') return { from: x0, to: labelX + labelWidth };
  return { from: x0, to: x1 };
}

describe('packing', () => {
  it('gives marks that would touch rows of their own', () => {
    const { marks } = packed(answer([mark('first speech'), mark('second speech')]));
    expect(marks.map((each) => each.row)).toEqual([0, 1]);
  });

  it('puts the weightier first, and keeps its name when rows run out', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => mark(`light ${String(i)}`, { weight: 1 }));
    const { marks } = packed(answer([...crowd, mark('The summit', { weight: 5 })]), 1, 4);
    expect(marks.find((each) => each.mark.id === 'The summit')).toMatchObject({
      row: 0,
      side: 'end',
    });
  });

  it('fits a crowd into the rows of the view, counts the rest, and loses nothing', () => {
    const few = Array.from({ length: 30 }, (_, i) => mark(`e${String(i)}`, { weight: 1 }));
    const startMs = Date.UTC(2014, 0, 1);
    const bins = [{ lane: 0, startMs, endMs: startMs + DAY_MS, count: 100, rest: 5 }];
    const { marks, clusters } = packed(answer(few, { bins }), 1, 4);
    const counted = clusters.reduce((sum, cluster) => sum + cluster.count + cluster.rest, 0);
    expect(marks.length + counted).toBe(30 + 105);
    expect(counted).toBeGreaterThan(105);
    expect(Math.max(...marks.map((each) => each.row))).toBeLessThan(4);
  });

  it('loses no mark of a few, even where they must be scrolled to', () => {
    const few = Array.from({ length: 30 }, (_, i) => mark(`e${String(i)}`, { weight: 1 }));
    const { marks, clusters } = packed(answer(few), 1, 4);
    expect(marks).toHaveLength(30);
    expect(clusters).toEqual([]);
  });

  it('stands parts under their whole, in their order, with a bracket', () => {
    const { marks, brackets } = packed(
      answer([
        mark('part b', { partOf: 'summit', order: 2, weight: 5 }),
        mark('part a', { partOf: 'summit', order: 1, weight: 1 }),
        mark('summit', { weight: 4 }),
      ]),
    );
    expect(marks.map((each) => each.mark.id)).toEqual(['summit', 'part a', 'part b']);
    expect(brackets).toMatchObject([{ fromRow: 0, toRow: 2 }]);
  });

  it('draws a day as a dot and a month as wide as it is', () => {
    const june = { startMs: Date.UTC(2014, 5, 1), endMs: Date.UTC(2014, 6, 1), isWide: true };
    const { marks } = packed(answer([mark('day'), mark('month', june)]), 10);
    const widths = Object.fromEntries(marks.map((each) => [each.mark.id, each.x1 - each.x0]));
    expect(widths['day']).toBeCloseTo(2 * DOT_RADIUS_PX);
    expect(widths['month']).toBeCloseTo(300);
  });

  it('fades open ends, and approximate ones', () => {
    const open = { startMs: Date.UTC(2014, 0, 1), endMs: Infinity, extent: 'throughout' as const };
    const about = {
      startMs: Date.UTC(2014, 0, 1),
      endMs: Date.UTC(2014, 6, 1),
      isWide: true,
      isEndApproximate: true,
    };
    const { marks } = packed(answer([mark('open', open), mark('about', about)]));
    for (const each of marks) expect(each.fade1).toBeGreaterThan(0);
    for (const each of marks) expect(each.fade0).toBe(0);
  });

  it('lets a filter move nothing where all have room', () => {
    const before = [
      mark('alpha', { weight: 2 }),
      mark('beta', { weight: 3 }),
      mark('gamma', { weight: 1 }),
    ];
    const after = before.map((each) => ({ ...each, matches: each.id === 'gamma' }));
    const rows = (of: Packing): unknown => of.marks.map((each) => [each.key, each.row]);
    expect(rows(packed(answer(after)))).toEqual(rows(packed(answer(before))));
  });
});

describe('layout, whatever the events', () => {
  it('lets no two names or marks of a row overlap', () => {
    fc.assert(
      fc.property(
        arbitraryAnswer,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(0.3, 1, 4, 30),
        (of, day, scale) => {
          const { marks } = placed(of, Date.UTC(2013, 0, 1) + day * DAY_MS, scale, 12);
          const rows = group(marks, (each) => `${String(each.lane)}/${String(each.row)}`);
          for (const row of rows.values()) {
            const extents = row.map(extentOf).toSorted((a, b) => a.from - b.from);
            for (const [before, after] of pairs(extents)) {
              expect(after.from).toBeGreaterThanOrEqual(before.to - 1e-6);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets no name run out of the picture', () => {
    fc.assert(
      fc.property(
        arbitraryAnswer,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(0.3, 1, 4, 30),
        (of, day, scale) => {
          const { marks, offsetPx } = placed(of, Date.UTC(2013, 0, 1) + day * DAY_MS, scale, 12);
          for (const { labelSide, labelX, labelWidth } of marks) {
            if (labelSide === 'none') continue;
            const from = labelSide === 'start' ? labelX - labelWidth : labelX;
            expect(from).toBeGreaterThanOrEqual(offsetPx - 1e-6);
            expect(from + labelWidth).toBeLessThanOrEqual(offsetPx + WIDTH_PX + 1e-6);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('draws or counts every event of every lane exactly once', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.constantFrom(0.3, 1, 4), (of, scale) => {
        const { marks, clusters } = packed(of, scale, 8);
        const placements = of.marks.reduce((sum, each) => sum + each.lanes.length, 0);
        const counted = clusters.reduce((sum, cluster) => sum + cluster.count + cluster.rest, 0);
        expect(marks.length + counted).toBe(placements);
      }),
      { numRuns: 300 },
    );
  });

  it('goes on with its rows in the middle of a zoom, and still lets no two names overlap', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.constantFrom(0.82, 0.95, 1.1, 1.24), (of, zoom) => {
        const before = packed(of, 1, 12);
        const after = rescale(before, of, {
          pxPerMs: zoom / DAY_MS,
          measure,
          rest: EVERYTHING,
          rowsInView: 12,
          clusterPx: 40,
          inSight: null,
          lineWidthPx: Infinity,
        });
        const rowsOf = (packing: Packing): Map<string, number> =>
          new Map(packing.marks.map((each) => [each.key, each.row]));
        expect(rowsOf(after)).toEqual(rowsOf(before));
        const { marks } = layout({ ...layoutInput(of, JULY_2013, zoom), packing: after });
        for (const row of group(
          marks,
          (each) => `${String(each.lane)}/${String(each.row)}`,
        ).values()) {
          const named = row.filter(
            (each) => each.labelSide === 'end' || each.labelSide === 'start',
          );
          const spans = named.map(labelSpan).toSorted((a, b) => a.from - b.from);
          for (const [first, second] of pairs(spans)) {
            expect(second.from).toBeGreaterThanOrEqual(first.to - 1e-6);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('moves no mark to another row while a gesture pans', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.integer({ min: 0, max: 400 }), (of, days) => {
        const rest = windowAt(JULY_2013);
        const rowsOf = (geometry: TimelineGeometry): Map<string, number> =>
          new Map(geometry.marks.map((each) => [each.key, each.row]));
        const before = rowsOf(placed(of, JULY_2013, 1, 40, rest));
        const after = rowsOf(placed(of, JULY_2013 + days * DAY_MS, 1, 40, rest));
        const inBoth = [...before.keys()].filter((key) => after.has(key));
        expect(inBoth.map((key) => after.get(key))).toEqual(inBoth.map((key) => before.get(key)));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every mark within its lane while a gesture pans', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.integer({ min: 0, max: 400 }), (of, days) => {
        const rest = windowAt(JULY_2013);
        const { marks, lanes } = placed(of, JULY_2013 + days * DAY_MS, 1, 40, rest);
        for (const { yPx, lane } of marks) {
          const { yPx: top = NaN, heightPx = NaN } = lanes[lane] ?? {};
          expect(yPx).toBeGreaterThan(top);
          expect(yPx).toBeLessThan(top + heightPx);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('layout', () => {
  it('gives the rows to what is in view, and what lies beside it none of them', () => {
    const beside = Array.from({ length: 12 }, (_, i) =>
      mark(`beside ${String(i)}`, { startMs: JULY_2013 + 1000 * DAY_MS, weight: 5 }),
    );
    const { marks, lanes } = placed(
      answer([...beside, mark('seen', { startMs: JULY_2013 + 100 * DAY_MS, weight: 1 })]),
    );
    expect(marks).toMatchObject([{ key: '0/seen', row: 0 }]);
    expect(lanes[0]?.heightPx).toBeLessThan(60);
  });

  it('turns a name to the other side at the right edge', () => {
    const late = mark('The second summit', { startMs: JULY_2013 + 890 * DAY_MS });
    const [only] = placed(answer([late])).marks;
    expect(only).toMatchObject({ labelSide: 'start' });
  });

  it('keeps the name of what is wider than the picture within it', () => {
    const long = {
      startMs: Date.UTC(2013, 1, 1),
      endMs: Date.UTC(2015, 11, 1),
      isWide: true,
      extent: 'throughout' as const,
    };
    const { marks, offsetPx } = placed(
      answer([mark('A long programme', long)]),
      Date.UTC(2014, 0, 1),
      10,
    );
    expect(marks[0]).toMatchObject({ labelSide: 'inside' });
    expect(marks[0]?.labelX).toBeGreaterThan(offsetPx);
  });

  it('joins linked events by a thread, from middle to middle', () => {
    const linked = answer(
      [
        mark('a', { startMs: JULY_2013 + 10 * DAY_MS }),
        mark('b', { startMs: JULY_2013 + 300 * DAY_MS, lanes: [1] }),
      ],
      { links: [{ from: 'a', to: 'b', kind: 'leads-to' }] },
    );
    const { threads, marks } = placed(linked);
    expect(threads).toHaveLength(1);
    expect(threads[0]).toMatchObject({ y0: marks[0]?.yPx, y1: marks[1]?.yPx });
  });

  it('hatches what lies after the account, softly where its own date is not certain', () => {
    const of = answer([mark('a')]);
    const asOf = {
      text: '2015-09/2015-11-15',
      startMs: Date.UTC(2015, 8, 1),
      endMs: Date.UTC(2015, 10, 16),
      extent: 'throughout' as const,
      precision: 'month' as const,
      isStartApproximate: false,
      isEndApproximate: false,
      isUncertain: false,
      words: '',
    };
    const { hatch, offsetPx } = layout({
      packing: packed(of),
      answer: of,
      window: { startMs: JULY_2013, endMs: JULY_2013 + WIDTH_PX * DAY_MS },
      plotWidthPx: WIDTH_PX,
      gutterPx: 0,
      viewHeightPx: 600,
      isCoarse: false,
      isOnStage: false,
      measureName: measure,
      asOf,
      periods: [],
    });
    expect((hatch?.softFrom ?? 0) - offsetPx).toBeCloseTo((asOf.startMs - JULY_2013) / DAY_MS);
    expect((hatch?.softTo ?? 0) - offsetPx).toBeCloseTo((asOf.endMs - JULY_2013) / DAY_MS);
  });

  it('leaves a gap between a mark and its name', () => {
    const [only] = placed(answer([mark('named', { startMs: JULY_2013 + 90 * DAY_MS })])).marks;
    expect((only?.labelX ?? 0) - (only?.x1 ?? 0)).toBe(LABEL_GAP_PX);
  });
});

describe('clusters', () => {
  it('sum bins on a grid that stays while one pans', () => {
    const bins = [
      { lane: 0, startMs: 0, endMs: DAY_MS, count: 3, rest: 1 },
      { lane: 0, startMs: DAY_MS, endMs: 2 * DAY_MS, count: 4, rest: 0 },
      { lane: 1, startMs: 0, endMs: DAY_MS, count: 1, rest: 0 },
    ];
    const rest = { startMs: 0, endMs: 90 * DAY_MS };
    const options = { pxPerMs: 1 / DAY_MS, clusterPx: 40, rest };
    const here = clustersOf(
      answer([], { bins, covers: { startMs: 0, endMs: 90 * DAY_MS } }),
      [],
      options,
    );
    const panned = clustersOf(
      answer([], { bins, covers: { startMs: -7 * DAY_MS, endMs: 83 * DAY_MS } }),
      [],
      options,
    );
    expect(here).toEqual(panned);
    expect(here.map(({ lane, count, rest }) => ({ lane, count, rest }))).toEqual([
      { lane: 0, count: 7, rest: 1 },
      { lane: 1, count: 1, rest: 0 },
    ]);
  });

  it('count what reaches far out of the picture where it is seen', () => {
    const open = mark('open', { startMs: 80 * DAY_MS, endMs: Infinity });
    const rest = { startMs: 0, endMs: 100 * DAY_MS };
    const [cluster] = clustersOf(
      answer([open], { covers: { startMs: -1000 * DAY_MS, endMs: 1000 * DAY_MS } }),
      [[open]],
      { pxPerMs: 1 / DAY_MS, clusterPx: 8, rest },
    );
    expect(cluster?.startMs).toBeLessThan(rest.endMs);
  });
});

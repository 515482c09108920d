import { describe, expect, it } from 'vitest';
import { judge, verdictsOf } from '../../../bench/verdicts.mjs';
import { facetResult, networkResult, timelineResult } from './results.ts';

const found = {
  timelines: [
    timelineResult('Threadline', null, { load: 400, script: 150_000 }),
    timelineResult('Threadline', 30, { zoom: 5, pan: 4 }),
    timelineResult('Threadline', 1_000_000, { zoom: 8, pan: 5, on: 20, off: 30 }),
    timelineResult('vis-timeline', 30, { zoom: 10, pan: 6 }),
    timelineResult('vis-timeline', 1000, { on: 100, off: 25 }),
    timelineResult('TimelineJS 3', 30, { load: 800, script: 75_000 }),
  ],
  networks: [
    networkResult('Threadline', 10_000, 3),
    networkResult('Threadline', 60, 90),
    networkResult('sigma', 10_000, 300),
    networkResult('cytoscape', 10_000, 300),
    networkResult('force-graph', 10_000, 300),
    networkResult('vis-network', 10_000, 29),
    networkResult('cytoscape, fast options', 10_000, 4),
  ],
  facets: [
    facetResult('Threadline', 10_000, { few: 0.3, engineFew: 0.1 }),
    facetResult('Threadline', 1_000_000, { most: 4, engineFew: 0.15, matches: 152 }),
    facetResult('crossfilter2', 1_000_000, { most: 80 }),
  ],
};

describe('what is promised of speed', () => {
  const [frame, filter, shown, first, network, growth, matches] = verdictsOf(found);

  it('holds where every figure of it does, with the ratio', () => {
    expect(frame).toMatchObject({
      holds: true,
      figures:
        'zoom: 8.0 ms against 10.0, 1.25 times less; pan: 5.0 ms against 6.0, 1.20 times less',
    });
    expect(filter).toMatchObject({ holds: true });
    expect(filter?.figures).toContain('on: 4.0 ms against 80.0, 20.0 times less');
    expect(growth).toMatchObject({ holds: true });
    expect(growth?.figures).toContain('zoom: 8.0 ms against 5.0, 1.60 times as much');
    expect(matches).toMatchObject({ holds: true });
    expect(matches?.figures).toContain('for 152 matches');
  });

  it('does not hold where one figure does not', () => {
    expect(shown).toMatchObject({
      holds: false,
      figures:
        'on: 20.0 ms against 100, 5.00 times less; off: 30.0 ms against 25.0, 1.20 times as much',
    });
    expect(first).toMatchObject({ holds: false });
    expect(first?.figures).toContain(
      'script until then: 150 kB after gzip against 75.0, 2.00 times',
    );
    expect(network).toMatchObject({ holds: false });
    expect(network?.figures).toContain('vis-network: 3.0 ms against 29.0, 9.67 times less');
    expect(network?.figures).toContain('cytoscape, fast options: 3.0 ms against 4.0');
  });

  it('is left open where a figure is missing, and says which', () => {
    const without = verdictsOf({ timelines: [], networks: [], facets: [] });
    expect(without.map(({ holds }) => holds)).toEqual(without.map(() => null));
    const half = { what: 'pan', own: 3, other: null, atMost: 1, unit: 'ms' };
    expect(judge('', [half])).toMatchObject({
      holds: null,
      figures: 'pan: not compared, since not the other was measured',
    });
    expect(judge('', [half, { ...half, own: 3, other: 2 }])).toMatchObject({ holds: false });
    expect(judge('', [half, { ...half, own: 2, other: 2 }])).toMatchObject({ holds: null });
  });
});

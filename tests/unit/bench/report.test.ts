import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../bench/report.mjs';
import { facetResult, networkResult, timelineResult } from './results.ts';

describe('the report', () => {
  const report = reportOf({
    timelines: [
      timelineResult('Threadline', null, { load: 400, script: 60_000 }),
      timelineResult('TimelineJS 3', 30, { load: 800, script: 75_000 }),
    ],
    networks: [networkResult('Threadline', 60, 3), networkResult('sigma', 60, 30)],
    facets: [facetResult('Threadline', 1000), facetResult('arquero', 1000, { most: 12 })],
    machine: {
      system: 'Linux 6',
      processor: 'Some processor',
      cores: 2,
      memoryBytes: 8 * 2 ** 30,
      loadBefore: [0.1, 0.2, 0.3],
      loadAfter: [1, 1, 1],
    },
    versions: { Chromium: '156', sigma: '4.0.4' },
    rounds: 1,
    date: new Date('2026-01-02T00:00:00Z'),
    minutes: 13.6,
  });

  it('says above all tables where and with what it was measured', () => {
    const head = report.slice(0, report.indexOf('|'));
    for (const words of ['Some processor', '2 processor cores', '0.1, 0.2, 0.3', 'sigma 4.0.4']) {
      expect(head).toContain(words);
    }
  });

  it('says of every promise whether it holds, by the figures', () => {
    expect(report).toContain('- **Holds.** The first picture of the bundled history comes sooner');
    expect(report).toContain('first picture: 400 ms against 800, 2.00 times less');
    expect(report).toContain('- **Not decided.** Input to frame at 1,000,000 events');
    expect(report.match(/^- \*\*(?:Holds|Does not hold|Not decided)\.\*\*/gm)).toHaveLength(7);
  });

  it('gives ratios and costs of every kind', () => {
    expect(report).toContain('| sigma, 60 actors | 1.00 | 1.00 | 10.0 |');
    expect(report).toContain('| arquero, 1,000 events | 1.00 | 12.0 |');
    for (const file of ['benchmark.svg', 'benchmark-facets.svg', 'benchmark-network.svg']) {
      expect(report).toContain(`](${file})`);
    }
    expect(report).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

import { describe, expect, test, vi } from 'vitest';
import type { LayoutReport, PlacesReport } from '../../../src/views/network/layoutMessages.ts';
import { serveLayout } from '../../../src/views/network/layoutServer.ts';
import { paint, type PaintScene } from '../../../src/views/network/drawCanvas.ts';
import { graph, madeUp, networkFromText } from './networkAnswers.ts';

function server() {
  const reports: LayoutReport[] = [];
  const receive = serveLayout((report) => {
    reports.push(report);
  });
  const settledRun = (run: number): Promise<PlacesReport> =>
    vi.waitFor(
      () => {
        const found = reports.find(
          (report): report is PlacesReport =>
            report.kind === 'places' && report.run === run && report.isSettled,
        );
        if (found === undefined) throw new Error('not settled yet');
        return found;
      },
      { timeout: 60_000, interval: 5 },
    );
  return { reports, receive, settledRun };
}

describe('the side that lays out', () => {
  test('reports settled places with what they cost', async () => {
    const { receive, settledRun } = server();
    receive({
      kind: 'settle',
      run: 1,
      graph: graph(networkFromText('Ann -1- Bob\nCyd')),
      isStill: true,
    });
    const { places, ticks, tickingMs } = await settledRun(1);
    expect(places).toHaveLength(6);
    expect(places.every(Number.isFinite)).toBe(true);
    expect(ticks).toBeGreaterThan(10);
    expect(tickingMs).toBeGreaterThan(0);
  });

  test('leaves a network for a newer one', async () => {
    const { reports, receive, settledRun } = server();
    receive({ kind: 'settle', run: 1, graph: graph(madeUp(1200)), isStill: false });
    receive({
      kind: 'settle',
      run: 2,
      graph: graph(networkFromText('Ann -1- Bob')),
      isStill: false,
    });
    await settledRun(2);
    expect(reports.every((report) => report.kind === 'places' && report.run === 2)).toBe(true);
  });

  test('says nothing on the way where all is to stand still', async () => {
    const { reports, receive, settledRun } = server();
    receive({ kind: 'settle', run: 1, graph: graph(madeUp(600)), isStill: true });
    await settledRun(1);
    expect(reports).toHaveLength(1);
  });

  test('an empty network is settled too', async () => {
    const { receive, settledRun } = server();
    receive({ kind: 'settle', run: 1, graph: graph(networkFromText('')), isStill: false });
    expect((await settledRun(1)).places).toHaveLength(0);
  });
});

class Recorder {
  readonly calls: string[] = [];
  globalAlpha = 1;
  lineWidth = 1;
  strokeStyle = '';
  fillStyle = '';
  setTransform = (...numbers: unknown[]): void => this.#note('setTransform', numbers);
  clearRect = (...numbers: unknown[]): void => this.#note('clearRect', numbers);
  beginPath = (): void => this.#note('beginPath', []);
  moveTo = (...numbers: unknown[]): void => this.#note('moveTo', numbers);
  lineTo = (...numbers: unknown[]): void => this.#note('lineTo', numbers);
  stroke = (...path: unknown[]): void => this.#note(path.length === 0 ? 'stroke' : 'outline', []);
  fill = (): void => this.#note('fill', [this.fillStyle]);
  setLineDash = (dashes: unknown): void => this.#note('setLineDash', [dashes]);

  #note(name: string, values: unknown[]): void {
    this.calls.push([name, ...values].join(' '));
  }

  count(name: string): number {
    return this.calls.filter((call) => call.split(' ')[0] === name).length;
  }
}

describe('the painter', () => {
  const palette = { ground: 'white', tie: 'grey', slots: ['blue', 'red'], rest: 'pale' };
  const painted: PaintScene = {
    radii: Float32Array.of(10, 5, 5),
    shapes: Uint8Array.of(0, 1, 2),
    slots: Uint8Array.of(0, 1, 0),
    isRest: Uint8Array.of(0, 0, 1),
    from: Uint32Array.of(0, 0),
    to: Uint32Array.of(1, 2),
    widths: Float32Array.of(1, 4),
    isTentative: Uint8Array.of(0, 1),
    palette,
  };
  const recorded = (places: number[]): Recorder => {
    vi.stubGlobal('Path2D', vi.fn());
    const context = new Recorder();
    paint(context, painted, {
      places: Float32Array.from(places),
      camera: { x: 0, y: 0, scale: 1 },
      widthPx: 200,
      heightPx: 100,
      pixelRatio: 2,
    });
    vi.unstubAllGlobals();
    return context;
  };

  test('draws ties in one stroke a style, then each node in its colour, the weightiest last', () => {
    const { calls, count } = bound(recorded([0, 0, 50, 10, -50, 10]));
    expect(count('stroke')).toBe(2);
    expect(count('lineTo')).toBe(2);
    expect(calls.filter((call) => call.startsWith('fill'))).toEqual([
      'fill pale',
      'fill red',
      'fill blue',
    ]);
    expect(calls.filter((call) => call.startsWith('setLineDash'))).toContain('setLineDash 5,4');
    expect(calls).toContain('moveTo 100 50');
  });

  test('leaves out what lies outside the picture or has no place', () => {
    const { count } = bound(recorded([0, 0, 5000, 0, NaN, NaN]));
    expect(count('fill')).toBe(1);
    // The tie to what lies far to the right still crosses the picture.
    expect(count('lineTo')).toBe(1);
    expect(bound(recorded([900, 0, 950, 0, 990, 0])).count('lineTo')).toBe(0);
  });
});

function bound(recorder: Recorder): Pick<Recorder, 'calls' | 'count'> {
  return { calls: recorder.calls, count: (name) => recorder.count(name) };
}

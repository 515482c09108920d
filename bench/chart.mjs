/** Draws what a frame costs against the number of events, both on log scales, as an SVG of its own. */
import { line, scaleLog } from 'd3';
import { median, timesOf } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */

/**
 * @typedef {object} Series
 * @property {string} label
 * @property {string} look classes
 * @property {[events: number, ms: number][]} points
 */

const WIDTH = 760;
const HEIGHT = 380;
const PLOT = { left: 58, right: 580, top: 24, bottom: 330 };
/** Below this a picture cannot be drawn more often than a screen at 60 Hz shows it. */
const FRAME_MS = 1000 / 60;
const LABEL_PX = 16;

const STYLE = `
  svg { font: 13px system-ui, sans-serif; fill: #1c2b3a; background: #fff; }
  .grid { stroke: #d5dbe1; } .frame { stroke: #6b7785; stroke-dasharray: 2 4; }
  .line { fill: none; stroke-width: 2; } .pan { stroke-dasharray: 6 4; }
  .own { stroke: #1c5fa8; } .peer { stroke: #b45309; }
  .dot { stroke: none; } .dot.own { fill: #1c5fa8; } .dot.peer { fill: #b45309; }
  .muted { fill: #5b6773; }
  @media (prefers-color-scheme: dark) {
    svg { fill: #e6ebf0; background: #10181f; } .grid { stroke: #2b3742; } .frame { stroke: #8b98a5; }
    .own { stroke: #74b1f2; } .peer { stroke: #f0a95c; } .dot.own { fill: #74b1f2; } .dot.peer { fill: #f0a95c; }
    .muted { fill: #9aa7b4; }
  }`;

/**
 * @param {readonly Result[]} results
 * @returns {string} the SVG's text
 */
export function drawChart(results) {
  const series = seriesOf(results);
  const all = series.flatMap(({ points }) => points);
  const x = scaleLog(
    [Math.min(...all.map(([events]) => events)), Math.max(...all.map(([e]) => e))],
    [PLOT.left, PLOT.right],
  );
  const y = scaleLog([1, Math.max(100, ...all.map(([, ms]) => ms)) * 1.3], [PLOT.bottom, PLOT.top]);
  const path = line(
    ([events]) => x(events),
    ([, ms]) => y(ms),
  );
  const sizes = [...new Set(all.map(([events]) => events))];
  const levels = [1, 10, 100, 1000, 10_000].filter((ms) => ms <= (y.domain()[1] ?? 0));
  const ends = spread(series.map(({ points }) => y(points.at(-1)?.[1] ?? 1)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="Milliseconds from input to frame against the number of events">
<style>${STYLE}
</style>
${levels.map((ms) => `<path class="grid" d="M${PLOT.left},${px(y(ms))}H${PLOT.right}"/><text x="${PLOT.left - 8}" y="${px(y(ms) + 4)}" text-anchor="end">${number(ms)}</text>`).join('\n')}
<path class="frame" d="M${PLOT.left},${px(y(FRAME_MS))}H${PLOT.right}"/>
<text class="muted" x="${PLOT.left + 6}" y="${px(y(FRAME_MS) - 5)}">a frame at 60 Hz</text>
${sizes.map((events) => `<text x="${px(x(events))}" y="${PLOT.bottom + 20}" text-anchor="middle">${number(events)}</text>`).join('\n')}
<text class="muted" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">events</text>
<text class="muted" x="${PLOT.left}" y="14">milliseconds from input to frame, median</text>
${series
  .map(
    ({ label, look, points }, i) => `<path class="line ${look}" d="${path(points) ?? ''}"/>
${points.map(([events, ms]) => `<circle class="dot ${look}" cx="${px(x(events))}" cy="${px(y(ms))}" r="3.5"/>`).join('')}
<text x="${px(x(points.at(-1)?.[0] ?? 1) + 10)}" y="${px((ends[i] ?? 0) + 4)}">${label}</text>`,
  )
  .join('\n')}
</svg>
`;
}

/**
 * A line for zooming and one for panning of each name.
 * @param {readonly Result[]} results
 * @returns {Series[]}
 */
function seriesOf(results) {
  const names = [...new Set(results.map(({ subject }) => subject.name))];
  return names.flatMap((name) =>
    /** @type {const} */ (['zoom', 'pan']).map((kind) => ({
      label: `${name}, ${kind}`,
      look: `${name === 'Threadline' ? 'own' : 'peer'} ${kind}`,
      points: results.flatMap((result) => {
        const { events, name: own } = result.subject;
        const ms = median(timesOf(result, kind));
        return own === name && events !== null && ms !== null
          ? [/** @type {[number, number]} */ ([events, ms])]
          : [];
      }),
    })),
  );
}

/**
 * Moves labels apart, those further down first.
 * @param {readonly number[]} places
 * @returns {number[]}
 */
function spread(places) {
  const order = places.map((_, i) => i).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let last = -Infinity;
  for (const i of order) {
    last = Math.max(places[i] ?? 0, last + LABEL_PX);
    moved[i] = last;
  }
  return moved;
}

/** @param {number} value */
function px(value) {
  return value.toFixed(1);
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en-GB');
}

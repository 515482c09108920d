/** Draws what something costs against how much of it there is, both on log scales, as an SVG of its own. */
import { line, scaleLog } from 'd3';

/**
 * @typedef {object} Series
 * @property {string} label
 * @property {number} colour 0 for Threadline, then a number for each peer
 * @property {boolean} isDashed
 * @property {readonly (readonly [size: number, ms: number])[]} points at least one
 */

/**
 * @typedef {object} Chart
 * @property {string} title what the milliseconds are
 * @property {string} unit what there is so much of
 * @property {readonly Series[]} series
 */

const WIDTH = 820;
const HEIGHT = 420;
const PLOT = { left: 66, right: 600, top: 34, bottom: 370 };
/** Below this a picture cannot be drawn more often than a screen at 60 Hz shows it. */
const FRAME_MS = 1000 / 60;
const LABEL_PX = 16;
/** Blue for Threadline; the others told apart by tone as well as hue, each with its label beside it. */
const LIGHT = ['#1c5fa8', '#b45309', '#7a3fa0', '#3f7d20', '#b3265e', '#57606a'];
const DARK = ['#74b1f2', '#f0a95c', '#c79bea', '#94cf74', '#f08bb4', '#a9b3bd'];

/** @param {readonly string[]} colours */
const coloured = (colours) =>
  colours
    .map((colour, i) => `.line.c${i} { stroke: ${colour}; } .dot.c${i} { fill: ${colour}; }`)
    .join('\n  ');

const STYLE = `
  svg { font: 13px system-ui, sans-serif; fill: #1c2b3a; background: #fff; }
  .grid { stroke: #d5dbe1; } .frame { stroke: #6b7785; stroke-dasharray: 2 4; }
  .line { fill: none; stroke-width: 2; } .line.c0 { stroke-width: 3; } .dashed { stroke-dasharray: 6 4; }
  text { paint-order: stroke; stroke: #fff; stroke-width: 3px; } .muted { fill: #5b6773; }
  ${coloured(LIGHT)}
  @media (prefers-color-scheme: dark) {
  svg { fill: #e6ebf0; background: #10181f; } .grid { stroke: #2b3742; } .frame { stroke: #8b98a5; }
  text { stroke: #10181f; } .muted { fill: #9aa7b4; }
  ${coloured(DARK)}
  }`;

/**
 * @param {Chart} chart
 * @returns {string} the SVG's text
 */
export function drawChart({ title, unit, series }) {
  const all = series.flatMap(({ points }) => points);
  if (all.length === 0) return emptyChart(title);
  const x = scaleLog(domainOf(all.map(([size]) => size)), [PLOT.left, PLOT.right]);
  const [least, most] = domainOf(all.map(([, ms]) => ms));
  const y = scaleLog([powerBelow(least), most * 1.3], [PLOT.bottom, PLOT.top]);
  const path = line(
    ([size]) => x(size),
    ([, ms]) => y(ms),
  );
  const sizes = [...new Set(all.map(([size]) => size))];
  const levels = [0.01, 0.1, 1, 10, 100, 1000, 10_000].filter(
    (ms) => ms >= powerBelow(least) && ms <= most * 1.3,
  );
  const ends = spread(series.map(({ points }) => y(points.at(-1)?.[1] ?? 1)));
  const hasFrame = FRAME_MS > powerBelow(least) && FRAME_MS < most;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${title}, against the number of ${unit}">
<style>${STYLE}
</style>
${levels.map((ms) => `<path class="grid" d="M${PLOT.left},${px(y(ms))}H${PLOT.right}"/><text x="${PLOT.left - 8}" y="${px(y(ms) + 4)}" text-anchor="end">${number(ms)}</text>`).join('\n')}
${hasFrame ? `<path class="frame" d="M${PLOT.left},${px(y(FRAME_MS))}H${PLOT.right}"/>` : ''}
${sizes.map((size) => `<text x="${px(x(size))}" y="${PLOT.bottom + 20}" text-anchor="middle">${number(size)}</text>`).join('\n')}
<text class="muted" x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${unit}</text>
<text class="muted" x="8" y="18">${title}</text>
${series
  .map(
    ({ colour, isDashed, points }) =>
      `<path class="line c${colour}${isDashed ? ' dashed' : ''}" d="${path([...points].map(([size, ms]) => [size, ms])) ?? ''}"/>
${points.map(([size, ms]) => `<circle class="dot c${colour}" cx="${px(x(size))}" cy="${px(y(ms))}" r="3.5"/>`).join('')}`,
  )
  .join('\n')}
${hasFrame ? `<text class="muted" x="${PLOT.left + 6}" y="${px(y(FRAME_MS) - 5)}">a frame at 60 Hz</text>` : ''}
${series.map(({ label, points }, i) => `<text x="${px(x(points.at(-1)?.[0] ?? 1) + 10)}" y="${px((ends[i] ?? 0) + 4)}">${label}</text>`).join('\n')}
</svg>
`;
}

/** @param {string} title */
function emptyChart(title) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 40" width="${WIDTH}" height="40"><text x="8" y="24">${title}: nothing was measured.</text></svg>\n`;
}

/**
 * From least to most; a single value stands in the middle of some.
 * @param {readonly number[]} values
 * @returns {[number, number]}
 */
function domainOf(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? [least / 2, most * 2] : [least, most];
}

/** The power of ten below; at least a hundredth of a millisecond. @param {number} ms */
function powerBelow(ms) {
  return Math.max(0.01, 10 ** Math.floor(Math.log10(ms)));
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

/**
 * Reads from a trace how long the page's own script ran in each frame on the main thread, in processor
 * time: what else the machine is doing leaves it alone, as far as that goes.
 *
 *   BeginMainThreadFrame ── wheel ── animation frame ── layout, paint ── message ── BeginMainThreadFrame
 *                           ▓▓▓▓     ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓                      ▓▓▓▓   sum of ▓: one frame's script
 */

/** What a trace has to hold for this. */
export const TRACE_CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** Entries of the trace within which script runs; style and layout that it forces are its own doing. */
const SCRIPT = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'HandlePostMessage',
  'RunMicrotasks',
  'TimerFire',
  'EvaluateScript',
]);
const INPUTS = new Set(['wheel', 'pointermove']);
/** The name that the probe's script carries: what it costs is not the page's. */
const PROBE = 'bench-probe.js';

/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts microseconds
 * @property {number} [dur] microseconds
 * @property {number} [tdur] those of them in which the thread had a processor
 * @property {{ data?: { type?: string, url?: string } }} [args]
 */

/**
 * @param {Uint8Array} buffer the trace as JSON
 * @returns {number[]} for each frame that drew an input, milliseconds of the page's own script from its
 *   beginning to the next frame's
 */
export function scriptPerFrame(buffer) {
  const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (
    JSON.parse(new TextDecoder().decode(buffer))
  );
  const first = traceEvents.find(isInput);
  if (first === undefined) return [];
  const events = traceEvents
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

  /** @type {{ hasInput: boolean, scriptUs: number }[]} */
  const frames = [];
  let outermostUntil = -Infinity;
  let probeUntil = -Infinity;
  for (const event of events) {
    const frame = frames.at(-1);
    if (event.name === 'BeginMainThreadFrame') {
      frames.push({ hasInput: false, scriptUs: 0 });
    } else if (frame !== undefined && event.ph === 'X') {
      const { dur = 0, tdur = dur, ts } = event;
      if (isInput(event)) frame.hasInput = true;
      // Within another entry it is counted already.
      if (SCRIPT.has(event.name) && ts >= outermostUntil) {
        frame.scriptUs += tdur;
        outermostUntil = ts + dur;
      }
      if (event.args?.data?.url === PROBE && ts >= probeUntil) {
        frame.scriptUs -= tdur;
        probeUntil = ts + dur;
      }
    }
  }
  return frames.filter(({ hasInput }) => hasInput).map(({ scriptUs }) => scriptUs / 1000);
}

/** @param {TraceEvent} event */
function isInput({ name, args }) {
  return name === 'EventDispatch' && INPUTS.has(args?.data?.type ?? '');
}

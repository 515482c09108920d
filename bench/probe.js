/*
 * Runs in every measured page before its own script: stamps inputs, frames and measures, and tells
 * them to the benchmark through the bindings `benchFrame` and `benchMeasure`.
 * Must not know: which page it is in.
 *
 *   input handed to the page ── handlers ── requestAnimationFrame ── style, layout, paint ── message
 *   └ from                                                                                   └ until
 *
 * Where a page goes on moving, the browser may put its next frame before the message: then that one's beginning
 * is the end.
 */
{
  const channel = new MessageChannel();
  /** What waits for the end of the work on the present frame. @type {(() => void)[]} */
  let waiting = [];
  let nextFrame = 0;
  const onEnd = () => {
    cancelAnimationFrame(nextFrame);
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback();
  };
  channel.port1.addEventListener('message', onEnd);
  channel.port1.start();
  /** @param {() => void} callback runs when the frame that is being drawn is done */
  const afterFrame = (callback) => {
    waiting.push(callback);
    channel.port2.postMessage(null);
    cancelAnimationFrame(nextFrame);
    nextFrame = requestAnimationFrame(onEnd);
  };

  let isWaiting = false;
  const onInput = () => {
    // Several inputs of one frame are one: the first has waited longest.
    if (isWaiting) return;
    isWaiting = true;
    const fromMs = performance.now();
    requestAnimationFrame(() => {
      afterFrame(() => {
        isWaiting = false;
        benchFrame(String(performance.now() - fromMs));
      });
    });
  };
  for (const type of ['wheel', 'pointermove', 'click']) {
    addEventListener(type, onInput, { capture: true, passive: true });
  }

  // A page measures its own work up to the frame's beginning; what the frame itself costs is added here.
  const measure = performance.measure.bind(performance);
  performance.measure = (...parts) => {
    const entry = measure(...parts);
    afterFrame(() => {
      const untilMs = performance.now();
      benchMeasure(
        JSON.stringify({ name: entry.name, tookMs: untilMs - entry.startTime, untilMs }),
      );
    });
    return entry;
  };
}
//# sourceURL=bench-probe.js

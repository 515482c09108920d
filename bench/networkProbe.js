/*
 * Runs in every measured page before its own script, beside probe.js: listens to what the network's layout
 * worker reports, and tells it to the benchmark through the binding `benchNetwork`.
 * Must not know: which page it is in.
 */
{
  /** @typedef {import('../src/views/network/layoutMessages.ts').LayoutReport} LayoutReport */

  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    benchNetwork(JSON.stringify({ kind: 'painted', atMs: performance.now() }));
  });
  channel.port1.start();

  /** Whether a picture is on its way that a newer scene asked for. */
  let isScenePending = false;
  /** @param {MessageEvent<LayoutReport>} event */
  const onReport = ({ data: report }) => {
    if (report.kind === 'places' && report.isSettled) {
      const { ticks, tickingMs } = report;
      benchNetwork(JSON.stringify({ kind: 'settled', ticks, tickingMs }));
    }
    if (report.kind === 'picture' && isScenePending) {
      isScenePending = false;
      // The page hands the picture to its canvas in this task; a message after the next frame's callbacks
      // comes when that frame is drawn.
      requestAnimationFrame(() => channel.port2.postMessage(null));
    }
  };

  const RealWorker = Worker;
  /** @param {string | URL} address @param {WorkerOptions} options */
  const startWorker = (address, options) => {
    const worker = new RealWorker(address, options);
    worker.addEventListener('message', onReport);
    const post = worker.postMessage.bind(worker);
    /** @param {unknown} message @param {never} transfer one of the two ways to name what is handed over */
    worker.postMessage = (message, transfer) => {
      const isScene = message !== null && typeof message === 'object' && 'kind' in message;
      if (isScene && message.kind === 'scene') isScenePending = true;
      post(message, transfer);
    };
    return worker;
  };
  globalThis.Worker = new Proxy(RealWorker, {
    construct(_, parts) {
      const [address, options] = /** @type {[string | URL, WorkerOptions]} */ (parts);
      return startWorker(address, options);
    },
  });
}
//# sourceURL=bench-probe.js

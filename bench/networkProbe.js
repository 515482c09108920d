/*
 * Runs in every measured page before its own script, beside probe.js: listens to what the network's layout
 * worker reports, and tells it to the benchmark through the binding `benchNetwork`.
 * Must not know: which page it is in.
 */
{
  /** @typedef {import('../src/views/network/layoutMessages.ts').LayoutReport} LayoutReport */

  /** Told when the present frame is drawn. @type {('placed' | 'painted')[]} */
  let due = [];
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    const atMs = performance.now();
    for (const kind of due) benchNetwork(JSON.stringify({ kind, atMs }));
    due = [];
  });
  channel.port1.start();
  /**
   * The page draws what it is told of with the next frame; a message after that frame's callbacks comes when it
   * is drawn.
   * @param {'placed' | 'painted'} kind
   */
  const tellWithFrame = (kind) => {
    requestAnimationFrame(() => {
      due.push(kind);
      channel.port2.postMessage(null);
    });
  };

  let isPlaced = false;
  /** Whether a picture is on its way that a newer scene asked for. */
  let isScenePending = false;
  /** @param {MessageEvent<LayoutReport>} event */
  const onReport = ({ data: report }) => {
    if (report.kind === 'places') {
      if (!isPlaced) tellWithFrame('placed');
      isPlaced = true;
      const { ticks, tickingMs } = report;
      if (report.isSettled) benchNetwork(JSON.stringify({ kind: 'settled', ticks, tickingMs }));
    }
    if (report.kind === 'picture' && isPlaced && isScenePending) {
      isScenePending = false;
      tellWithFrame('painted');
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

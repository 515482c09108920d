/** How much memory a page holds with all its workers, after garbage collection. */

/**
 * @typedef {object} Heap
 * @property {number} usedSize
 * @property {number} [embedderHeapUsedSize] what the document itself takes
 * @property {number} [backingStorageSize] what typed arrays hold
 */

/**
 * Has to be called before the page starts its workers.
 * @param {import('@playwright/test').CDPSession} cdp
 * @returns {Promise<() => Promise<number>>} tells the bytes in use
 */
export async function watchMemory(cdp) {
  /** @type {string[]} */
  const workers = [];
  /** @type {Map<number, (result: object) => void>} */
  const waiting = new Map();
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
    workers.splice(workers.indexOf(sessionId), 1);
  });
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = /** @type {{ id?: number, result: object }} */ (JSON.parse(message));
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const settings = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await cdp.send('Target.setAutoAttach', settings);

  let lastId = 0;
  /**
   * @param {string} sessionId
   * @param {string} method
   * @returns {Promise<object>}
   */
  const askWorker = (sessionId, method) => {
    lastId += 1;
    const message = JSON.stringify({ id: lastId, method });
    /** @type {Promise<object>} */
    const answer = new Promise((resolve) => {
      waiting.set(lastId, resolve);
    });
    return cdp.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answer);
  };

  return async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    let bytes = bytesOf(await cdp.send('Runtime.getHeapUsage'));
    for (const worker of workers) {
      await askWorker(worker, 'HeapProfiler.collectGarbage');
      bytes += bytesOf(/** @type {Heap} */ (await askWorker(worker, 'Runtime.getHeapUsage')));
    }
    return bytes;
  };
}

/** @param {Heap} heap */
function bytesOf({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) {
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

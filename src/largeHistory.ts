/*
 * The worker's part for histories that are too large to be read at once: read as they come, told how far, and
 * kept as bytes.
 * Knows: how bytes become packed events and these an engine. Must not know: where the bytes come from, the page.
 */
import { ok, type Result } from './base/result.ts';
import { oneByOne } from './base/steps.ts';
import { createEditableEngine } from './engine/local/editableEngine.ts';
import { Gatherer } from './engine/local/gather.ts';
import { packedEngine } from './engine/local/packedEngine.ts';
import type { Engine } from './engine/port.ts';
import type { OpenProgress, TellsProgress, Unopened } from './engine/wire.ts';
import type { Bytes } from './formats/fetchPieces.ts';
import { createLargeJson } from './formats/largeJson.ts';

export interface LargeHistory {
  /** `announced`: how many bytes there will be; null where nobody said. */
  take(piece: Bytes, announced: number | null): void;
  opened(): Promise<Result<Engine, Unopened>>;
  /** What came, byte for byte. */
  bytes(): readonly Bytes[];
}

/** Others are let work after so long. */
const TURN_MS = 40;
/** One does not follow words that change more often. */
const TELL_MS = 400;
/** Parts of the whole opening: the bytes come, then the events are read. */
const [COMING, READING] = [0.3, 0.8];

export function largeHistory(tell: TellsProgress): LargeHistory {
  const json = createLargeJson();
  const gatherer = new Gatherer();
  const tellNow = atMostEvery(TELL_MS, tell);
  let received = 0;

  const turn = inTurns();
  return {
    take(piece, announced) {
      json.take(piece);
      received += piece.length;
      tellNow(() => coming(received, announced));
    },
    bytes: () => json.bytes(),
    async opened() {
      const read = await json.read(gatherer, (eventsRead, eventsTotal) => {
        tellNow(() => ({
          words: `Reading events, ${counted(eventsRead)} of ${counted(eventsTotal)}`,
          share: COMING + ((READING - COMING) * eventsRead) / eventsTotal,
        }));
        return turn();
      });
      if (!read.ok) return read;
      const history = read.value;
      if ('dataset' in history) return ok(createEditableEngine(history.dataset, history.warnings));
      const sorting = {
        words: `Putting ${counted(history.events.length)} events in order`,
        share: READING,
      };
      const engine = await oneByOne(packedEngine(history, gatherer), () => {
        tellNow(() => sorting);
        return turn();
      });
      return ok(engine);
    },
  };
}

function coming(received: number, announced: number | null): OpenProgress {
  const words = 'Loading the history';
  if (announced === null)
    return { words: `${words}, ${megabytes(received)} MB so far`, share: null };
  return {
    words: `${words}, ${megabytes(received)} of ${megabytes(announced)} MB`,
    share: (COMING * Math.min(received, announced)) / announced,
  };
}

function megabytes(bytes: number): string {
  return counted(Math.ceil(bytes / 1e6));
}

function counted(number: number): string {
  return number.toLocaleString('en-GB');
}

/** The first one is told once so long has passed: what is done by then needs no words. */
function atMostEvery(ms: number, tell: TellsProgress): (progress: () => OpenProgress) => void {
  let lastMs = performance.now();
  return (progress) => {
    const nowMs = performance.now();
    if (nowMs - lastMs < ms) return;
    lastMs = nowMs;
    tell(progress());
  };
}

/** Waits for a turn of the event loop where the present one has lasted long enough. */
function inTurns(): () => Promise<void> {
  let beganMs = performance.now();
  return () => {
    if (performance.now() - beganMs < TURN_MS) return Promise.resolve();
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        beganMs = performance.now();
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    });
  };
}

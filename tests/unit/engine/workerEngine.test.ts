import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import type { Engine, OpenFailure } from '../../../src/engine/port.ts';
import { TIE_KINDS } from '../../../src/engine/port/network.ts';
import { serveEngine } from '../../../src/engine/serveEngine.ts';
import type {
  FromWorker,
  HistoryPlace,
  OpenProgress,
  TellsProgress,
  ToWorker,
} from '../../../src/engine/wire.ts';
import { openWorkerEngine, type WorkerEnd } from '../../../src/engine/workerEngine.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { EVERYTHING } from './ask.ts';
import { ALL_OF_IT } from './network/ask.ts';

const ADDRESS = { url: 'https://example.org/history.json', content: null };
const IDLE = new AbortController().signal;

const history = historyFromText(`
  role Google: Chair, Board
  2013 speech: Google @London #images
  2014 workshop: Microsoft, Google #images
  2014-02 pause
`);

interface Pair {
  readonly worker: WorkerEnd;
  readonly terminated: () => boolean;
  /** What the browser does when the worker's script throws, or cannot be loaded. */
  readonly crash: (message: string) => void;
  readonly spoil: () => void;
}

/** A worker that is none: both ends in this thread, over a real channel, so that messages are cloned. */
function pairOf(
  open: (place: HistoryPlace, tell: TellsProgress) => Promise<Result<Engine, OpenFailure>>,
): Pair {
  const { port1, port2 } = new MessageChannel();
  let isTerminated = false;
  const onError: ((event: ErrorEvent) => void)[] = [];
  const onMessageError: (() => void)[] = [];
  serveEngine(
    {
      postMessage: (message: FromWorker, options) => port2.postMessage(message, options),
      addEventListener: (_type, listener: (event: MessageEvent<ToWorker>) => void) => {
        port2.addEventListener('message', listener);
        port2.start();
      },
    },
    open,
  );
  function addEventListener(
    ...[type, listener]:
      | [type: 'message', listener: (event: MessageEvent<FromWorker>) => void]
      | [type: 'error', listener: (event: ErrorEvent) => void]
      | [type: 'messageerror', listener: () => void]
  ): void {
    if (type === 'error') onError.push(listener);
    else if (type === 'messageerror') onMessageError.push(listener);
    else {
      port1.addEventListener('message', listener);
      port1.start();
    }
  }
  return {
    worker: {
      postMessage: (message, options) => port1.postMessage(message, options),
      addEventListener,
      terminate: () => {
        isTerminated = true;
        port1.close();
      },
    },
    terminated: () => isTerminated,
    crash: (message) => onError.forEach((listener) => listener({ message } as ErrorEvent)),
    spoil: () => onMessageError.forEach((listener) => listener()),
  };
}

async function openedOver(engine: Engine): Promise<Pair & { readonly engine: Engine }> {
  const pair = pairOf(() => Promise.resolve(ok(engine)));
  const opened = await openWorkerEngine(pair.worker, ADDRESS, IDLE);
  if (!opened.ok) throw new Error(opened.error.message);
  return { ...pair, engine: opened.value };
}

const SEARCH = { text: 'speech', limit: 5 };

describe('an engine in a worker', () => {
  it('answers as the engine itself does', async () => {
    const local = createLocalEngine(history, []);
    const { engine } = await openedOver(local);
    const { extent } = await local.dataset();
    const facets = { query: EVERYTHING, facets: [{ facet: 'theme', find: '', limit: 3 }] } as const;
    const timeline = {
      query: EVERYTHING,
      laneBy: 'theme',
      window: extent,
      widthPx: 900,
      rest: 'fade',
      marksLimit: 1,
      lanesLimit: 9,
      binPx: 900,
      keep: [],
    } as const;
    const page = {
      query: EVERYTHING,
      sort: { by: 'date', isDescending: false },
      offset: 0,
      limit: 9,
    } as const;
    const statistics = { query: EVERYTHING, over: extent, bins: 3, actorsLimit: 2 };
    const network = {
      ...ALL_OF_IT,
      measure: 'betweenness',
      hasCommunities: true,
      chain: { from: 'google', to: 'board' },
    } as const;
    const neighbours = {
      actor: 'google',
      query: EVERYTHING,
      window: null,
      ties: TIE_KINDS,
      includesTentative: false,
      limit: 9,
      eventsLimit: 9,
    } as const;
    const places = { query: EVERYTHING, window: null, placesLimit: 9, arcsLimit: 9 } as const;
    const ref = { kind: 'event', id: 'speech' } as const;
    expect((await local.timeline(timeline)).bins.length).toBeGreaterThan(0);
    expect(await engine.dataset()).toEqual(await local.dataset());
    expect(await engine.facets(facets)).toEqual(await local.facets(facets));
    expect(await engine.timeline(timeline)).toEqual(await local.timeline(timeline));
    expect(await engine.statistics(statistics)).toEqual(await local.statistics(statistics));
    expect(await engine.events(page)).toEqual(await local.events(page));
    expect((await local.network(network)).ties.map(({ label }) => label)).toEqual([null, 'Chair']);
    expect(await engine.network(network)).toEqual(await local.network(network));
    expect(await engine.neighbours(neighbours)).toEqual(await local.neighbours(neighbours));
    expect(await engine.places(places)).toEqual(await local.places(places));
    expect(await engine.related(ref)).toEqual(await local.related(ref));
    expect(await engine.details(ref)).toEqual(await local.details(ref));
    expect(await engine.details({ kind: 'event', id: 'gone' })).toBeNull();
    expect(await engine.search(SEARCH)).toEqual(await local.search(SEARCH));
  });

  it('opens the address that it is given', async () => {
    const open = vi.fn<(place: HistoryPlace) => Promise<Result<Engine, OpenFailure>>>(() =>
      Promise.resolve(ok(createLocalEngine(history, []))),
    );
    await openWorkerEngine(pairOf(open).worker, ADDRESS, IDLE);
    expect(open).toHaveBeenCalledExactlyOnceWith(ADDRESS, expect.any(Function));
  });

  it('tells how far the opening is, and nothing once it was given up', async () => {
    const told: OpenProgress[] = [];
    const hear = (progress: OpenProgress): void => void told.push(progress);
    const halfway = { words: 'Reading events, 1 of 2', share: 0.5 };
    const pair = pairOf((_place, tell) => {
      tell(halfway);
      return Promise.resolve(ok(createLocalEngine(history, [])));
    });
    await openWorkerEngine(pair.worker, ADDRESS, IDLE, hear);
    expect(told).toEqual([halfway]);

    const stop = new AbortController();
    let tellLate: TellsProgress = () => undefined;
    const endless = pairOf((_place, tell) => {
      tellLate = tell;
      return new Promise(() => undefined);
    });
    const opening = openWorkerEngine(endless.worker, ADDRESS, stop.signal, hear);
    stop.abort();
    tellLate(halfway);
    await expect(opening).rejects.toThrow(/abort/u);
    expect(endless.terminated()).toBe(true);
    expect(told).toHaveLength(1);
  });
});

describe('a question no longer wanted', () => {
  it('is dropped before it is worked out', async () => {
    const local = createLocalEngine(history, []);
    const search = vi.spyOn(local, 'search');
    const { engine } = await openedOver(local);
    const stop = new AbortController();
    const unwanted = [1, 2, 3].map(() => engine.search({ text: 'a', limit: 1 }, stop.signal));
    const wanted = engine.search(SEARCH);
    stop.abort();
    for (const answer of unwanted)
      await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect((await wanted).found).toBe(1);
    expect(search.mock.calls.map(([question]) => question.text)).toEqual(['speech']);
  });

  it('is stopped where the engine is at it', async () => {
    const local = createLocalEngine(history, []);
    let seen: AbortSignal | undefined;
    const started = new Promise<void>((resolve) => {
      local.search = (_question, signal) => {
        seen = signal;
        resolve();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('stopped')));
        });
      };
    });
    const { engine } = await openedOver(local);
    const stop = new AbortController();
    const answer = engine.search(SEARCH, stop.signal);
    await started;
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await engine.dataset();
    expect(seen?.aborted).toBe(true);
  });

  it('is not even asked where the signal has aborted already', async () => {
    const local = createLocalEngine(history, []);
    const search = vi.spyOn(local, 'search');
    const { engine } = await openedOver(local);
    const answer = engine.search(SEARCH, AbortSignal.abort());
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await engine.dataset();
    expect(search).not.toHaveBeenCalled();
  });
});

describe('what goes wrong', () => {
  it('in answering is told in the engine’s own words', async () => {
    const local = createLocalEngine(history, []);
    local.search = () => Promise.reject(new Error('Too many words.'));
    const { engine } = await openedOver(local);
    await expect(engine.search(SEARCH)).rejects.toThrow('Too many words.');
    expect((await engine.dataset()).eventsTotal).toBe(3);
  });

  it('with the worker fails every question, now and later, in words', async () => {
    const local = createLocalEngine(history, []);
    local.search = () => new Promise(() => undefined);
    const { engine, crash, terminated } = await openedOver(local);
    const answers = [engine.search(SEARCH), engine.search(SEARCH)];
    crash('out of memory');
    for (const answer of answers) {
      await expect(answer).rejects.toThrow(/has stopped: out of memory\. Reload the page/u);
    }
    await expect(engine.dataset()).rejects.toThrow('has stopped');
    expect(terminated()).toBe(true);
  });

  it('with a message fails every question too', async () => {
    const { engine, spoil } = await openedOver(createLocalEngine(history, []));
    const answer = engine.dataset();
    spoil();
    await expect(answer).rejects.toThrow('an answer could not be read');
  });

  it('in opening is the reason of the failure, and the worker ends', async () => {
    const failure: OpenFailure = {
      kind: 'unreachable',
      message: 'No such address.',
      problems: [],
      problemsTotal: 0,
    };
    const refused = pairOf(() => Promise.resolve(fail(failure)));
    expect(await openWorkerEngine(refused.worker, ADDRESS, IDLE)).toEqual(fail(failure));
    expect(refused.terminated()).toBe(true);

    const broken = pairOf(() => Promise.reject(new Error('a fault')));
    const opened = await openWorkerEngine(broken.worker, ADDRESS, IDLE);
    expect(opened).toMatchObject({
      ok: false,
      error: { kind: 'crashed', message: 'The history could not be opened: a fault' },
    });
    expect(broken.terminated()).toBe(true);
  });

  it('with a worker that cannot start is told as well', async () => {
    const pair = pairOf(() => new Promise(() => undefined));
    const opening = openWorkerEngine(pair.worker, ADDRESS, IDLE);
    pair.crash('');
    const opened = await opening;
    expect(opened).toMatchObject({ ok: false, error: { kind: 'crashed' } });
    expect(opened.ok ? '' : opened.error.message).toContain('it could not be started');
    expect(pair.terminated()).toBe(true);
  });
});

describe('an opening or an engine no longer wanted', () => {
  it('ends its worker', async () => {
    const pair = pairOf(() => new Promise(() => undefined));
    const stop = new AbortController();
    const opening = openWorkerEngine(pair.worker, ADDRESS, stop.signal);
    expect(pair.terminated()).toBe(false);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(pair.terminated()).toBe(true);

    const late = pairOf(() => new Promise(() => undefined));
    const aborted = openWorkerEngine(late.worker, ADDRESS, AbortSignal.abort());
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect(late.terminated()).toBe(true);
  });

  it('lets go of what is still asked', async () => {
    const local = createLocalEngine(history, []);
    local.search = () => new Promise(() => undefined);
    const { engine, terminated } = await openedOver(local);
    const answer = engine.search(SEARCH);
    engine.close();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await expect(engine.dataset()).rejects.toMatchObject({ name: 'AbortError' });
    expect(terminated()).toBe(true);
  });

  it('has one that must tell others say what is no longer asked, and that it is closed', async () => {
    const local = createLocalEngine(history, []);
    const asked = new Promise<AbortSignal | undefined>((resolve) => {
      local.search = (_, signal) => {
        resolve(signal);
        return new Promise(() => undefined);
      };
    });
    const closed = new Promise<void>((resolve) => {
      local.close = resolve;
    });
    const pair = pairOf(() => Promise.resolve(ok(local)));
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    const goodbye = (): void => pair.worker.postMessage({ kind: 'close' });
    const opened = await openWorkerEngine(pair.worker, ADDRESS, IDLE, undefined, goodbye);
    if (!opened.ok) throw new Error(opened.error.message);
    const answer = opened.value.search(SEARCH);
    const signal = await asked;
    expect(signal?.aborted).toBe(false);
    opened.value.close();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await closed;
    expect(signal?.aborted).toBe(true);
    expect(pair.terminated()).toBe(false);
  });

  it('stays open when the signal that opened it aborts later', async () => {
    const pair = pairOf(() => Promise.resolve(ok(createLocalEngine(history, []))));
    const stop = new AbortController();
    const opened = await openWorkerEngine(pair.worker, ADDRESS, stop.signal);
    stop.abort();
    expect(pair.terminated()).toBe(false);
    expect(opened.ok && (await opened.value.dataset()).eventsTotal).toBe(3);
  });
});

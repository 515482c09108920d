/*
 * The worker's side of the channel: opens a history, then answers questions about it one by one.
 * Knows: the port and its messages. Must not know: formats, which engine, that this is a worker.
 */
import { assertNever } from '../base/assertNever.ts';
import type { Result } from '../base/result.ts';
import { packNetwork } from './packedNetwork.ts';
import type { Engine } from './port.ts';
import type { HistoryDesk } from './port/desk.ts';
import {
  packTimeline,
  type Ask,
  type End,
  type FromWorker,
  type HistoryPlace,
  type Method,
  type TellsProgress,
  type ToWorker,
  type Unopened,
  type WireAnswers,
} from './wire.ts';

/** `open` reads a history, which it fetches where its content is not here, and tells how far it has come. */
export function serveEngine(
  page: End<FromWorker, ToWorker>,
  open: (place: HistoryPlace, tell: TellsProgress) => Promise<Result<Engine, Unopened>>,
): void {
  const reply = (message: FromWorker, transfer: Transferable[] = []): void =>
    page.postMessage(message, { transfer });
  let engine: Engine | null = null;
  /** Asked and not yet begun, in the order asked. */
  const waiting = new Map<number, Ask>();
  const running = new Map<number, AbortController>();

  /*
   * A question waits for a turn of the event loop, so that a cancel that is already here is heard first:
   * while one answer was worked out, several questions may have come and gone.
   */
  const turns = new MessageChannel();
  const nextTurn = (): void => turns.port2.postMessage(null);
  turns.port1.addEventListener('message', () => {
    const [ask] = waiting.values();
    if (ask === undefined) return;
    waiting.delete(ask.id);
    void answer(ask);
    if (waiting.size > 0) nextTurn();
  });
  turns.port1.start();

  const answer = async (ask: Ask): Promise<void> => {
    const stop = new AbortController();
    running.set(ask.id, stop);
    try {
      if (engine === null) throw new Error('No history is open yet.');
      const value = await answerOf(engine, ask, stop.signal);
      reply({ kind: 'answer', id: ask.id, answer: value }, buffersOf(value));
    } catch (error) {
      // The page has rejected what it cancelled by itself.
      if (!stop.signal.aborted) reply({ kind: 'refused', id: ask.id, message: wordsOf(error) });
    } finally {
      running.delete(ask.id);
    }
  };

  const openFrom = async (place: HistoryPlace): Promise<void> => {
    try {
      const opened = await open(place, (progress) => reply({ kind: 'progress', progress }));
      if (opened.ok) engine = opened.value;
      reply(
        opened.ok
          ? { kind: 'opened', hasDesk: opened.value.desk !== null }
          : { kind: 'failed', failure: opened.error },
      );
    } catch (error) {
      const message = `The history could not be opened: ${wordsOf(error)}`;
      reply({
        kind: 'failed',
        failure: { kind: 'crashed', message, problems: [], problemsTotal: 0 },
      });
    }
  };

  page.addEventListener('message', ({ data: message }) => {
    switch (message.kind) {
      case 'open':
        void openFrom({ url: message.url, content: message.content });
        return;
      case 'ask':
        waiting.set(message.id, message);
        if (waiting.size === 1) nextTurn();
        return;
      case 'cancel':
        waiting.delete(message.id);
        running.get(message.id)?.abort();
        return;
      case 'close':
        waiting.clear();
        for (const stop of running.values()) stop.abort();
        engine?.close();
        return;
      default:
        assertNever(message);
    }
  });
}

async function answerOf(
  engine: Engine,
  ask: Ask,
  signal: AbortSignal,
): Promise<WireAnswers[Method]> {
  switch (ask.method) {
    case 'dataset':
      return engine.dataset(signal);
    case 'facets':
      return engine.facets(ask.question, signal);
    case 'timeline':
      return packTimeline(await engine.timeline(ask.question, signal));
    case 'statistics':
      return engine.statistics(ask.question, signal);
    case 'events':
      return engine.events(ask.question, signal);
    case 'related':
      return engine.related(ask.question, signal);
    case 'network':
      return packNetwork(await engine.network(ask.question, signal));
    case 'neighbours':
      return engine.neighbours(ask.question, signal);
    case 'places':
      return engine.places(ask.question, signal);
    case 'details':
      return engine.details(ask.question, signal);
    case 'search':
      return engine.search(ask.question, signal);
    case 'edit':
      return deskOf(engine).edit(ask.question);
    case 'record':
      return deskOf(engine).record(ask.question.list, ask.question.key);
    case 'plan':
      return deskOf(engine).plan(ask.question);
    case 'whole':
      return deskOf(engine).whole();
    default:
      return assertNever(ask);
  }
}

function deskOf({ desk }: Engine): HistoryDesk {
  if (desk === null) throw new Error('This history cannot be changed.');
  return desk;
}

function buffersOf(answer: WireAnswers[Method]): Transferable[] {
  if (answer === null) return [];
  if (answer instanceof Uint8Array) return [answer.buffer];
  if ('bins' in answer) return [answer.bins.buffer];
  return 'tieNumbers' in answer ? [answer.tieNumbers.buffer] : [];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

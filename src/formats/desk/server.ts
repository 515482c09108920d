/*
 * The worker's side of the channel: answers what is asked of files, one question after the other.
 * Knows: the messages, who answers each. Must not know: that this is a worker, the page.
 */
import { fail, type Result } from '../../base/result.ts';
import { answerFetch } from './fetching.ts';
import { heldFiles, type HeldFiles } from './heldFiles.ts';
import { answerLook } from './looking.ts';
import {
  deskFailure,
  type DeskAnswers,
  type DeskAsk,
  type DeskFailure,
  type DeskMethod,
  type DeskProgress,
  type FromDesk,
} from './messages.ts';
import { answerRead } from './reading.ts';
import { answerTrial } from './trying.ts';
import { answerWrite } from './writing.ts';

/** The page as the worker sees it. */
export interface DeskPage {
  postMessage(message: FromDesk): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<DeskAsk>) => void): void;
}

export type TellsProgress = (progress: DeskProgress) => void;

/** Often enough to look alive, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 100;

export function serveDesk(page: DeskPage): void {
  const held = heldFiles();
  /** Whatever happens to one question, the next is answered. */
  let last: Promise<void> = Promise.resolve();

  const answer = async (ask: DeskAsk): Promise<void> => {
    // The page has no other origin than its worker.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    const tell = (message: FromDesk): void => page.postMessage(message);
    const onProgress = seldom((progress) => tell({ kind: 'progress', id: ask.id, progress }));
    const result = await answerOf(ask, held, onProgress).catch((error: unknown) =>
      fail(deskFailure('crashed', `The file could not be read: ${wordsOf(error)}`)),
    );
    tell({ kind: 'answer', id: ask.id, result });
  };

  page.addEventListener('message', ({ data: ask }) => {
    last = last.then(() => answer(ask));
  });
}

async function answerOf(
  ask: DeskAsk,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<DeskAnswers[DeskMethod], DeskFailure>> {
  switch (ask.method) {
    case 'look':
      return answerLook(ask.question, held, onProgress);
    case 'trial':
      return answerTrial(ask.question, held, onProgress);
    case 'read':
      return answerRead(ask.question, held, onProgress);
    case 'fetch':
      return answerFetch(ask.question, onProgress);
    case 'write':
      return answerWrite(ask.question);
    default:
      return ask satisfies never;
  }
}

function seldom(tell: TellsProgress): TellsProgress {
  let toldAtMs = -Infinity;
  let words = '';
  return (progress) => {
    const nowMs = performance.now();
    if (progress.words === words && nowMs - toldAtMs < PROGRESS_EVERY_MS) return;
    toldAtMs = nowMs;
    words = progress.words;
    tell(progress);
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

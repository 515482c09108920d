/*
 * Fetches what stands at an address, for whoever wants to look at it before it is opened.
 * Knows: HTTP's answers in words. Must not know: formats.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { fetchBytes } from '../fetchBytes.ts';
import { deskFailure, type DeskFailure, type FetchQuestion } from './messages.ts';
import type { TellsProgress } from './server.ts';

export async function answerFetch(
  { url }: FetchQuestion,
  onProgress: TellsProgress,
): Promise<Result<Blob, DeskFailure>> {
  const fetched = await fetchBytes(url, (received, announced) =>
    onProgress({
      words: 'Fetching the file',
      share: announced === null ? null : received / announced,
    }),
  );
  return fetched.ok
    ? ok(new Blob([fetched.value]))
    : fail(deskFailure('unreachable', fetched.error));
}

/*
 * Fetches what stands at an address, for whoever wants to look at it before it is opened.
 * Knows: HTTP's answers in words. Must not know: formats.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { fetchPieces, type Bytes } from '../fetchPieces.ts';
import { deskFailure, type DeskFailure, type FetchQuestion } from './messages.ts';
import type { TellsProgress } from './server.ts';

export async function answerFetch(
  { url }: FetchQuestion,
  onProgress: TellsProgress,
): Promise<Result<Blob, DeskFailure>> {
  const pieces: Bytes[] = [];
  let received = 0;
  const fetched = await fetchPieces(url, (piece, announced) => {
    pieces.push(piece);
    received += piece.length;
    const share = announced === null ? null : received / announced;
    onProgress({ words: 'Fetching the file', share });
  });
  return fetched.ok ? ok(new Blob(pieces)) : fail(deskFailure('unreachable', fetched.error));
}

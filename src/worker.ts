/*
 * The worker's boot: where formats and the local engine meet.
 * Knows: how a history is fetched, read and served. Must not know: the page.
 */
import { joinedBytes } from './base/joinedBytes.ts';
import { fail, ok, type Result } from './base/result.ts';
import { createEditableEngine } from './engine/local/editableEngine.ts';
import type { Engine } from './engine/port.ts';
import { serveEngine } from './engine/serveEngine.ts';
import type { HistoryPlace, TellsProgress, Unopened } from './engine/wire.ts';
import { fetchPieces, type Bytes } from './formats/fetchPieces.ts';
import { readText } from './formats/readText.ts';
import type { LargeHistory } from './largeHistory.ts';

/** What is larger is read as it comes, which costs a small file more than it saves. */
const LARGE_BYTES = 4_000_000;

serveEngine(self, openPlace);

async function openPlace(
  { url, content }: HistoryPlace,
  tell: TellsProgress,
): Promise<Result<Engine, Unopened>> {
  if (typeof content === 'string') return engineOf(content);
  if (content !== null && content.size <= LARGE_BYTES) return engineOf(await content.text());
  let pieces: Bytes[] = [];
  let received = 0;
  let large: LargeHistory | null = null;
  const take = async (piece: Bytes, announced: number | null): Promise<void> => {
    received += piece.length;
    pieces.push(piece);
    if (received <= LARGE_BYTES) return;
    large ??= (await import('./largeHistory.ts')).largeHistory(tell);
    for (const each of pieces) large.take(each, announced);
    pieces = [];
  };
  if (content === null) {
    const fetched = await fetchPieces(url, take);
    if (!fetched.ok) return unreachable(fetched.error);
  } else await takeAll(content, take);
  // Set while pieces came, which TypeScript does not see.
  const begun = large as LargeHistory | null;
  const opened =
    begun === null ? engineOf(new TextDecoder().decode(joinedBytes(pieces))) : await begun.opened();
  if (opened.ok || content !== null) return opened;
  // Nothing of ours: another reader may know it, and need not fetch it anew.
  return fail({ ...opened.error, content: new Blob([...(begun?.bytes() ?? pieces)]) });
}

async function takeAll(
  content: Blob,
  take: (piece: Bytes, announced: number) => Promise<void>,
): Promise<void> {
  const reader = content.stream().getReader();
  for (;;) {
    // Pieces come one after another.
    // oxlint-disable-next-line no-await-in-loop
    const piece = await reader.read();
    if (piece.done) return;
    // oxlint-disable-next-line no-await-in-loop -- pieces come one after another
    await take(piece.value, content.size);
  }
}

function engineOf(text: string): Result<Engine, Unopened> {
  const read = readText(text);
  if (!read.ok) return fail(read.error);
  return ok(createEditableEngine(read.value.dataset, read.value.warnings));
}

function unreachable(message: string): Result<never, Unopened> {
  return fail({ kind: 'unreachable', message, problems: [], problemsTotal: 0 });
}

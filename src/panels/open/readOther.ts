/*
 * Reads what stands at an address and is not the project's own JSON, as it most likely is, without asking.
 * Knows: the formats' worker. Must not know: how a worker is made, the page.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { OpenFailure } from '../../engine/port.ts';
import { createDesk, type DeskWorker } from '../../formats/desk/client.ts';
import type { OpeningEars } from '../../state/appState.ts';
import { fileNameIn } from './fileNames.ts';

/**
 * The history as the project's own JSON.
 *
 * @param failure why it could not be read as our own: told where nobody else knows the file either
 */
export async function readOther(
  startWorker: () => DeskWorker,
  { url, content }: { readonly url: string; readonly content: Blob },
  failure: OpenFailure,
  signal: AbortSignal,
  { onProgress, onReport }: OpeningEars,
): Promise<Result<Blob, OpenFailure>> {
  const desk = createDesk(startWorker);
  try {
    const file = { key: url, name: fileNameIn(url), content };
    const asking = { signal, onProgress };
    const look = await desk.ask('look', { file, as: null, cut: null }, asking);
    if (!look.ok) return look;
    const { format } = look.value;
    // What is wrong with our own has been said better already.
    if (format.id === OWN_FORMAT) return fail(failure);
    const read = await desk.ask('read', { file, as: format.id, table: null }, asking);
    if (!read.ok) return read;
    onReport(read.value.report);
    return ok(read.value.content);
  } finally {
    desk.close();
  }
}

const OWN_FORMAT = 'threadline';

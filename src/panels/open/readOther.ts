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
    // What is wrong with our own, or with what is not even JSON, has been said better already.
    if (!look.ok) return look.error.kind === 'not-json' ? fail(failure) : look;
    const { format, table } = look.value;
    if (format.id === OWN_FORMAT) return fail(failure);
    // Any text has lines; whoever means them as events can say so.
    if (table !== null && table.columns.length < 2) return fail(NO_TABLE);
    const read = await desk.ask('read', { file, as: format.id, table: null }, asking);
    if (!read.ok) return read;
    onReport(read.value.report);
    return ok(read.value.content);
  } finally {
    desk.close();
  }
}

const OWN_FORMAT = 'threadline';

const NO_TABLE: OpenFailure = {
  kind: 'invalid',
  message:
    'This is a text without columns, and no dataset. Check the address; if each of its lines is an event, save it and open it as a file.',
  problems: [],
  problemsTotal: 0,
};

/*
 * The worker's boot: where formats and the local engine meet.
 * Knows: how a history is fetched, read and served. Must not know: the page.
 */
import { fail, ok, type Result } from './base/result.ts';
import { createEditableEngine } from './engine/local/editableEngine.ts';
import type { Engine, OpenFailure } from './engine/port.ts';
import { serveEngine } from './engine/serveEngine.ts';
import type { HistoryPlace } from './engine/wire.ts';
import { fetchText } from './formats/fetchText.ts';
import { readText } from './formats/readText.ts';

serveEngine(self, openPlace);

async function openPlace({ url, text }: HistoryPlace): Promise<Result<Engine, OpenFailure>> {
  const fetched = text === null ? await fetchText(url) : ok(text);
  if (!fetched.ok) {
    return fail({
      kind: 'unreachable',
      message: fetched.error,
      problems: [],
      problemsTotal: 0,
    });
  }
  const read = readText(fetched.value);
  if (!read.ok) return fail(read.error);
  return ok(createEditableEngine(read.value.dataset, read.value.warnings));
}

/*
 * The worker's boot: where formats and the local engine meet.
 * Knows: how a history is fetched, read and served. Must not know: the page.
 */
import { fail, ok, type Result } from './base/result.ts';
import { createEditableEngine } from './engine/local/editableEngine.ts';
import type { Engine } from './engine/port.ts';
import { serveEngine } from './engine/serveEngine.ts';
import type { HistoryPlace, Unopened } from './engine/wire.ts';
import { fetchBytes } from './formats/fetchBytes.ts';
import { readText } from './formats/readText.ts';

serveEngine(self, openPlace);

async function openPlace({ url, content }: HistoryPlace): Promise<Result<Engine, Unopened>> {
  if (typeof content === 'string') return engineOf(content);
  if (content !== null) return engineOf(await content.text());
  const fetched = await fetchBytes(url);
  if (!fetched.ok) return unreachable(fetched.error);
  const text = textOf(fetched.value);
  if (text === null) return unreachable('The file is too large to be read here.');
  const opened = engineOf(text);
  // Nothing of ours: another reader may know it, and need not fetch it anew.
  return opened.ok ? opened : fail({ ...opened.error, content: new Blob([fetched.value]) });
}

function engineOf(text: string): Result<Engine, Unopened> {
  const read = readText(text);
  if (!read.ok) return fail(read.error);
  return ok(createEditableEngine(read.value.dataset, read.value.warnings));
}

function unreachable(message: string): Result<never, Unopened> {
  return fail({ kind: 'unreachable', message, problems: [], problemsTotal: 0 });
}

/** Null where it is too long for one string, of about half a gigabyte. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

/*
 * Opens a history that is kept on this device: its base, then the edits since, in the engine.
 * Knows: the shelf, the engine's desk. Must not know: which engine, how it is started.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { storageReason } from '../document/deviceStorage.ts';
import { deviceShelf, type StoredState, type Shelf } from '../document/shelf/shelf.ts';
import type { Engine, OpenFailure } from '../engine/port.ts';
import type { HistoryDesk } from '../engine/port/desk.ts';
import type { HistoryEdit } from '../model/edits/edits.ts';
import { keptAddress } from './keeping.ts';

/** `openBase` starts an engine on the project's own JSON. */
export async function openKept(
  url: string,
  openBase: (base: Blob) => Promise<Result<Engine, OpenFailure>>,
  shelf: Shelf = deviceShelf(),
): Promise<Result<Engine, OpenFailure>> {
  const address = keptAddress(url);
  if (address === null) return refused(`“${url.slice(0, 80)}” is no address of a kept history.`);
  const found = await shelf
    .open(address.id, address.which)
    .catch((error: unknown) => fail(storageReason(error)));
  if (!found.ok) return refused(found.error);
  const opened = await openBase(found.value.base);
  if (!opened.ok) return opened;
  const engine = opened.value;
  const { history, edits } = found.value;
  const unapplied = engine.desk === null ? edits : await applyAll(engine.desk, edits);
  const savedAtMs = address.which === 'last' ? history.savedAtMs : (history.before?.savedAtMs ?? 0);
  const { id, lastSeq: seq, title } = history;
  const { which } = address;
  const kept = { id, seq, length: edits.length, which, savedAtMs, title, refused: unapplied };
  return ok(Object.assign(engine, { kept }));
}

/** Gives the edits that could not be applied: none, but where another version of the program made them. */
async function applyAll(
  desk: HistoryDesk,
  kept: StoredState['edits'],
): Promise<readonly unknown[]> {
  if (kept.length === 0) return [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the desk took once, and checks again
  const edits = kept as readonly HistoryEdit[];
  const all = await desk.edit({ kind: 'batch', edits });
  if (all.ok) return [];
  const unapplied: HistoryEdit[] = [];
  for (const edit of edits) {
    // Each stands on those before it.
    // oxlint-disable-next-line no-await-in-loop
    const applied = await desk.edit(edit);
    if (!applied.ok) unapplied.push(edit);
  }
  return unapplied;
}

function refused(message: string): Result<never, OpenFailure> {
  return fail({ kind: 'unreachable', message, problems: [], problemsTotal: 0 });
}

/*
 * Puts what was read onto this device's shelf, so that a reload finds it again.
 * Knows: the shelf. Must not know: formats, the store.
 */
import { newId } from '../../document/shelf/newId.ts';
import { deviceShelf } from '../../document/shelf/shelf.ts';
import type { ReadHistory } from '../../formats/desk/messages.ts';
import { keptAddress, keptUrl } from '../../state/keeping.ts';
import type { FileOpened } from './fileOpening.ts';

/** A history as the shelf keeps it. */
export type HistoryContent = Pick<ReadHistory, 'content' | 'title'>;

/** The address under which it opens: on the shelf, or `local:` where this device keeps nothing. */
export async function keepOpened(
  { content, title }: HistoryContent,
  { file, url }: FileOpened,
): Promise<string> {
  const id = newId();
  const origin =
    url === null
      ? ({ kind: 'file', name: file.name ?? 'pasted text' } as const)
      : ({ kind: 'address', url } as const);
  try {
    await deviceShelf().add(id, content, { title, origin });
    return keptUrl(id);
  } catch {
    // No room, or no storage: it opens all the same, and the first change says that it is not kept.
    return `local:${id}`;
  }
}

/** Takes what was put there a moment ago off the shelf again: the same file was read otherwise. */
export async function dropOpened(url: string): Promise<void> {
  const address = keptAddress(url);
  if (address === null) return;
  // It stays then, which loses nothing.
  await deviceShelf()
    .remove(address.id)
    .catch(() => undefined);
}

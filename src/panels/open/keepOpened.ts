/*
 * Puts what was read onto this device's shelf, so that a reload finds it again.
 * Knows: the shelf. Must not know: formats, the store.
 */
import { newId } from '../../document/shelf/newId.ts';
import { createShelf } from '../../document/shelf/shelf.ts';
import type { ReadHistory } from '../../formats/desk/messages.ts';
import type { FileOpened } from './fileOpening.ts';

/** The address under which it opens: `kept:` and an id, or `local:` where this device keeps nothing. */
export async function keepHistoryOf(
  { content, title }: ReadHistory,
  { file, url }: FileOpened,
): Promise<string> {
  const id = newId();
  // All pages from files share one storage: one would find what was kept for another.
  if (location.protocol === 'file:') return `local:${id}`;
  const origin =
    url === null
      ? ({ kind: 'file', name: file.name ?? 'pasted text' } as const)
      : ({ kind: 'address', url } as const);
  try {
    await createShelf().add(id, content, { title, origin });
    return `kept:${id}`;
  } catch {
    // No room, or no storage: it opens all the same, and the state of keeping says so at the first change.
    return `local:${id}`;
  }
}

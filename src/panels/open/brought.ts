/*
 * What somebody brings to be opened: a file that was picked or dropped, a text that was pasted, an address.
 * Knows: the browser's files. Must not know: formats, how it is read.
 */
import type { DeskFile } from '../../formats/desk/messages.ts';

export type Brought =
  | { readonly kind: 'file'; readonly file: DeskFile }
  /** To be read again and otherwise. */
  | { readonly kind: 'address'; readonly url: string }
  /** What came when nothing could be made of it, such as a folder. */
  | { readonly kind: 'nothing'; readonly words: string };

export function broughtFile(file: File): Brought {
  return { kind: 'file', file: deskFile(file.name, file) };
}

export function broughtText(text: string): Brought {
  return { kind: 'file', file: deskFile(null, new Blob([text], { type: 'text/plain' })) };
}

export function deskFile(name: string | null, content: Blob): DeskFile {
  return { key: newKey(), name, content };
}

/** No more than that two files are never taken for one. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join(
    '',
  );
}

/** The first of what was dropped or pasted; null where nothing in it can be opened. */
export function broughtBy(transfer: DataTransfer | null): Brought | null {
  const files = Array.from(transfer?.files ?? []);
  const [file] = files;
  if (files.length > 1) {
    return { kind: 'nothing', words: 'One file at a time can be opened. Bring the one you want.' };
  }
  if (file !== undefined) return isFolder(transfer) ? FOLDER : broughtFile(file);
  const text = transfer?.getData('text/plain') ?? '';
  return text.trim() === '' ? null : broughtText(text);
}

const FOLDER: Brought = {
  kind: 'nothing',
  words: 'A folder cannot be opened. Open the file in it that holds the history.',
};

function isFolder(transfer: DataTransfer | null): boolean {
  return transfer?.items[0]?.webkitGetAsEntry()?.isDirectory === true;
}

/** What to call it in a sentence. */
export function nameWords(name: string | null): string {
  return name ?? 'pasted text';
}

/*
 * The file that holds program and history in one, where the program runs inside such a file.
 * Knows: what scripts/oneFileLoader.js leaves on the page. Must not know: what is done with it.
 */

export interface OneFile {
  /** Imports a part of the program. */
  readonly load: (name: string) => Promise<unknown>;
  /** Where a script of the program can be started from; others stay as they are. */
  readonly addressOf: (url: string) => string;
  /** A file of the program that is no script, such as a typeface; null where there is none of this address. */
  readonly bytesOf: (url: string) => Uint8Array<ArrayBuffer> | null;
  /** The history's text. */
  readonly history: () => string;
  /** The whole file as it was before the program drew anything. */
  readonly page: () => string;
  /** The address of the page that it was made from; empty where there is none. */
  readonly home: string;
}

declare global {
  var threadlineFile: OneFile | undefined;
}

/** Null where the program is served, file by file. */
export function oneFile(): OneFile | null {
  return globalThis.threadlineFile ?? null;
}

/** Whether there is such a file: one that holds all of the program leaves out typefaces that its history does not need. */
export function hasOwnFile(url: string): boolean {
  const within = oneFile();
  return within?.bytesOf(url) !== null;
}

/** A file of the program, whether it lies beside the page or inside it. */
export async function ownFile(url: string): Promise<ArrayBuffer> {
  const within = oneFile()?.bytesOf(url);
  if (within !== null && within !== undefined) return within.buffer;
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`Part of the program cannot be fetched (${String(response.status)}).`);
  return response.arrayBuffer();
}

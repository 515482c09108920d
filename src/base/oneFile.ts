/*
 * The file that holds program and history in one, where the program runs inside such a file.
 * Knows: what scripts/oneFileLoader.js leaves on the page. Must not know: what is done with it.
 */

export interface OneFile {
  /** Imports a part of the program. */
  readonly load: (name: string) => Promise<unknown>;
  /** Where a script of the program can be started from; others stay as they are. */
  readonly addressOf: (url: string) => string;
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

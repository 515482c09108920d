/*
 * Fetches what stands at an address, and says in words why it could not.
 * Knows: HTTP. Must not know: formats, what the bytes mean.
 */
import { fail, ok, type Result } from '../base/result.ts';

/** A server that sends nothing for so long is taken for down. */
const STALL_MS = 30_000;

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The bytes at an absolute address, piece by piece as they come; the next one waits until `take` has done with
 * the last. `announced` is how many the server said there would be, null where it did not. The error is a
 * sentence or two for the user: the cause and the next step. Never rejects.
 */
export async function fetchPieces(
  url: string,
  take: (piece: Bytes, announced: number | null) => Promise<void> | void,
): Promise<Result<null, string>> {
  const host = hostOf(url);
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), STALL_MS);
  try {
    const response = await fetch(url, { signal: stop.signal, referrerPolicy: 'no-referrer' });
    if (!response.ok) return fail(statusWords(host, response.status));
    const announced = announcedBytes(response.headers);
    const reader: ReadableStreamDefaultReader<Bytes> | undefined = response.body?.getReader();
    for (;;) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), STALL_MS);
      // Pieces come one after another.
      // oxlint-disable-next-line no-await-in-loop
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      clearTimeout(timer);
      // oxlint-disable-next-line no-await-in-loop -- pieces come one after another
      await take(piece.value, announced);
    }
    return ok(null);
  } catch (error) {
    return fail(stop.signal.aborted ? stallWords(host) : failureWords(host, error));
  } finally {
    clearTimeout(timer);
  }
}

/** What a server packs it announces packed: then nobody knows how long it will be. */
function announcedBytes(headers: Headers): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return headers.has('content-encoding') || !(length > 0) ? null : length;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function statusWords(host: string, status: number): string {
  if (status === 404 || status === 410) {
    return `${host} has nothing at this address (${status}). Check the address for a slip.`;
  }
  if (status === 401 || status === 403) {
    return `${host} does not give this file to everyone (${status}). Sign in there and download it, or ask for an address that is open.`;
  }
  if (status === 429) return `${host} is asked too often just now (429). Try again in a minute.`;
  if (status >= 500) return `${host} has a fault of its own (${status}). Try again later.`;
  return `${host} refused the request (${status}). Check the address.`;
}

function stallWords(host: string): string {
  return `${host} has sent nothing for ${STALL_MS / 1000} seconds. Check the connection, or try again later.`;
}

function failureWords(host: string, error: unknown): string {
  // More than one piece of memory can hold.
  if (error instanceof RangeError) return `The file from ${host} is too large to be read here.`;
  return `Nothing could be fetched from ${host}. Either the connection is down, or the address is wrong, or the server does not let other sites read its files (it would have to send the header Access-Control-Allow-Origin).`;
}

/*
 * Fetches the text at an address, and says in words why it could not.
 * Knows: HTTP. Must not know: formats, what the text means.
 */
import { fail, ok, type Result } from '../base/result.ts';

/** A server that sends nothing for so long is taken for down. */
const STALL_MS = 30_000;

/**
 * The text at an absolute address, as UTF-8. The error is a sentence or two for the user: the cause and
 * the next step. Never rejects.
 */
export async function fetchText(url: string): Promise<Result<string, string>> {
  const host = hostOf(url);
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), STALL_MS);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), STALL_MS);
  };
  try {
    const response = await fetch(url, { signal: stop.signal, referrerPolicy: 'no-referrer' });
    if (!response.ok) return fail(statusWords(host, response.status));
    return ok(await textOf(response, heard));
  } catch (error) {
    return fail(stop.signal.aborted ? stallWords(host) : failureWords(host, error));
  } finally {
    clearTimeout(timer);
  }
}

async function textOf(response: Response, heard: () => void): Promise<string> {
  heard();
  if (response.body === null) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for (;;) {
    // Pieces come one after another.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    heard();
    if (done) break;
    pieces.push(decoder.decode(value, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
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
  // A text that is too long for one string, of about half a gigabyte.
  if (error instanceof RangeError) return `The file from ${host} is too large to be read here.`;
  return `Nothing could be fetched from ${host}. Either the connection is down, or the address is wrong, or the server does not let other sites read its files (it would have to send the header Access-Control-Allow-Origin).`;
}

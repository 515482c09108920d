/*
 * A file with what is worked out of it once for all formats: its text, its beginning, its JSON.
 * Knows: text and JSON. Must not know: any format, where the file came from.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Problem } from '../model/types.ts';
import { decode, decodeHead } from './decode.ts';
import type { Decoded, SourceFile, SourceText } from './format.ts';
import { jsonFaultOf } from './jsonFault.ts';
import { wellFormed } from './wellFormed.ts';

const HEAD_BYTES = 65_536;

export function sourceFileOf(name: string | null, bytes: Uint8Array): SourceFile {
  const head = lazily(() => decodeHead(bytes, HEAD_BYTES));
  return { name, bytes, head, notes: [], ...sourceTextBy(() => decodedFrom(bytes)) };
}

/** A text that is decoded already. */
export function sourceTextOf(text: string): SourceText {
  return sourceTextBy(() => ok({ text, encoding: 'UTF-8' }));
}

function sourceTextBy(decode: () => Result<Decoded, Problem>): SourceText {
  const decoded = lazily(decode);
  const json = lazily(() => {
    const read = decoded();
    return read.ok ? parseJson(read.value.text) : read;
  });
  return { decoded, json };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function decodedFrom(bytes: Uint8Array): Result<Decoded, Problem> {
  try {
    return ok(decode(bytes));
  } catch {
    // Nothing else can go wrong in it.
    return fail({
      place: '(the whole file)',
      found: `${Math.round(bytes.length / 2 ** 20)} MiB of text`,
      expected: 'at most 512 MiB',
      remedy: 'Take a part of it, and open that.',
      severity: 'error',
    });
  }
}

function parseJson(text: string): Result<unknown, Problem> {
  try {
    return ok(wellFormed(JSON.parse(text) as unknown, text));
  } catch (error) {
    return fail(problemAt(text, error));
  }
}

/** Where a text stops being JSON, after a parser threw at it. */
export function problemAt(text: string, error: unknown): Problem {
  const fault = jsonFaultOf(text);
  const remedy = 'Mend the file there, or save it again as JSON, then open it again.';
  if (fault === null) {
    // JSON in form, but too much for this browser: too deep, or too large.
    const found = error instanceof Error ? error.message : String(error);
    return { place: '(the whole file)', found, expected: 'JSON', remedy, severity: 'error' };
  }
  const { offset, expected } = fault;
  return {
    place: placeOf(text, offset),
    found: text.slice(offset, offset + 20).trim() || 'the end of the file',
    expected,
    remedy,
    severity: 'error',
  };
}

/** "line 3, column 19", both from 1. */
function placeOf(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (
    let end = text.indexOf('\n');
    end !== -1 && end < offset;
    end = text.indexOf('\n', end + 1)
  ) {
    line += 1;
    lineStart = end + 1;
  }
  return `line ${line}, column ${offset - lineStart + 1}`;
}

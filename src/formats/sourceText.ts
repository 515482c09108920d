/*
 * The text of a file, with what is worked out of it once for all formats.
 * Knows: text and JSON. Must not know: any format, where the text came from.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Problem } from '../model/types.ts';
import { jsonFaultOf } from './jsonFault.ts';

export interface SourceText {
  readonly text: string;
  /** What JSON.parse makes of it, or where it stopped; parsed when first asked for. */
  json(): Result<unknown, Problem>;
}

export function sourceTextOf(text: string): SourceText {
  let parsed: Result<unknown, Problem> | null = null;
  return { text, json: () => (parsed ??= parseJson(text)) };
}

function parseJson(text: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return fail(problemOf(text, error));
  }
}

function problemOf(text: string, error: unknown): Problem {
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

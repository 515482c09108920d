/*
 * The text of a file, with what is worked out of it once for all formats.
 * Knows: text and JSON. Must not know: any format, where the text came from.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Problem } from '../model/types.ts';

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
    return fail({
      place: placeOf(text, error),
      found: error instanceof Error ? error.message : String(error),
      expected: 'JSON',
      remedy: 'Mend the file there, or save it again as JSON, then open it again.',
      severity: 'error',
    });
  }
}

/** Browsers name the place in different words, and some not at all. */
function placeOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, line, column] = /line (\d+) column (\d+)/u.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return `line ${line}, column ${column}`;
  const position = /position (\d+)/u.exec(message)?.[1];
  if (position === undefined) return '(the whole file)';
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/*
 * Reads the project's own JSON where nothing else is expected: the engine's worker, which stays small.
 * Knows: our own format. Must not know: the other formats (index.ts), where a text came from.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { ParsedDataset, ParseFailure } from '../model/parse.ts';
import type { ReadFailure } from './format.ts';
import { sourceTextOf } from './sourceFile.ts';
import { readThreadlineJson, THREADLINE_JSON } from './threadlineJson.ts';

/** JSON that is not ours is read as ours all the same: that tells best what is missing in it. */
export function readText(text: string): Result<ParsedDataset, ReadFailure> {
  const source = sourceTextOf(text);
  const json = source.json();
  if (!json.ok) return fail(notJson(text, [json.error]));
  const read = readThreadlineJson(source);
  return read.ok ? ok(read.value) : fail(invalid(read.error));
}

export function notJson(text: string, problems: ParseFailure['problems']): ReadFailure {
  const message =
    text.trim() === ''
      ? 'The file is empty. Check that it was saved and uploaded whole, then open it again.'
      : isMarkup(text)
        ? 'This is a web page, not a dataset. The file may have moved, or one must sign in to see it: open the address in the browser, and use the address of the file itself.'
        : 'This is not JSON, so it cannot be a dataset. The place where it goes wrong is below: mend it there, or check that this is the right file.';
  return { kind: 'not-json', message, problems, problemsTotal: problems.length };
}

function isMarkup(text: string): boolean {
  return /^\s*<(?:!doctype|html|\?xml|!--)/iu.test(text.slice(0, 1000));
}

/** What a file that is JSON and no history is told. */
export function invalid({ problems, total }: ParseFailure): ReadFailure {
  const message = `Read as ${THREADLINE_JSON.name}, the file does not hold a history. What is wrong and where is listed below.`;
  return { kind: 'invalid', message, problems, problemsTotal: total };
}

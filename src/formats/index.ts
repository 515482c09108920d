/*
 * Files to and from datasets: the one table of formats, and how an unknown text is read with it.
 * Knows: every format. Must not know: the engine, the page, where a text came from.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { ParsedDataset, ParseFailure } from '../model/parse.ts';
import type { Format } from './format.ts';
import { sourceTextOf } from './sourceText.ts';
import { threadlineJson } from './threadlineJson.ts';

/** The first that detects a text reads it: from the most particular to the most general. */
export const FORMATS: readonly Format[] = [threadlineJson];

export interface Unread {
  /** 'not-json': no format at all could begin with it. */
  readonly kind: 'not-json' | 'invalid';
  readonly message: string;
  readonly problems: ParseFailure['problems'];
  readonly problemsTotal: number;
}

/** Reads a text in whichever format it is; never throws for what is in it. */
export function readText(text: string): Result<ParsedDataset, Unread> {
  const source = sourceTextOf(text);
  const format = FORMATS.find((candidate) => candidate.detect(source));
  if (format === undefined) {
    const json = source.json();
    if (!json.ok) return fail(notJson(text, [json.error]));
  }
  // JSON that no format knows is read as our own: that tells best what is missing in it.
  const read = (format ?? threadlineJson).read(source);
  return read.ok ? ok(read.value) : fail(invalid(format ?? threadlineJson, read.error));
}

function notJson(text: string, problems: ParseFailure['problems']): Unread {
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

function invalid(format: Format, { problems, total }: ParseFailure): Unread {
  const message = `Read as ${format.name}, the file does not hold a history. What is wrong and where is listed below.`;
  return { kind: 'invalid', message, problems, problemsTotal: total };
}

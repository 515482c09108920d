/*
 * Puts a history into the file that holds the program.
 * Knows: the places that scripts/oneFile.ts leaves in it. Must not know: how either is fetched, the page.
 */
import { holdsAny } from './fontFiles.ts';

export interface OneFileContent {
  /** The history, as it would be saved as JSON. */
  readonly history: unknown;
  readonly title: string;
  /** The address of the page that it is made from, for links back; empty for none. */
  readonly home: string;
}

const HISTORY = ['<script type="application/json" id="threadline-history">', '</script>'] as const;
const TITLE = ['<title>', '</title>'] as const;
const HOME = ['<meta name="threadline-home" content="', '">'] as const;

/** The whole file; throws where `page` is none that has these places. */
export function withHistory(page: string, { history, title, home }: OneFileContent): string {
  const text = scriptJson(history);
  const fitting = page.replaceAll(FOR_LETTERS, (element, letters: string) =>
    holdsAny(letters, text) ? element : '',
  );
  return filledIn(fitting, text, title, home);
}

/** Typefaces, each with the letters that it holds: those that the history has not stay out. */
const FOR_LETTERS = /<(?:style|script)[^>]* data-letters="([^"]*)">[^<]*<\/(?:style|script)>\n?/gu;

function filledIn(page: string, text: string, title: string, home: string): string {
  const named = filled(page, TITLE, escapeHtml(`${title} – Threadline`));
  return filled(filled(named, HOME, escapeHtml(home)), HISTORY, text);
}

/** JSON that nothing in it can end the script element of, or open a comment in it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

function filled(page: string, [before, after]: readonly [string, string], text: string): string {
  const start = page.indexOf(before);
  const end = page.indexOf(after, start + before.length);
  if (start < 0 || end < 0) throw new Error('The program’s own file is not as it should be.');
  return page.slice(0, start + before.length) + text + page.slice(end);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/*
 * Reads what is nearly JSON: wrapped in a callback or an assignment, with trailing commas, comments, single
 * quotes. Knows: JSON5, how such files are wrapped. Must not know: what the JSON is for.
 */
import JSON5 from 'json5';
import { fail, ok, type Result } from '../base/result.ts';
import type { Problem } from '../model/types.ts';
import type { SourceFile } from './format.ts';
import { problemAt } from './sourceFile.ts';
import { wellFormed } from './wellFormed.ts';

/** `callback(`, `var timeline =`, `window.data = `, with a comment or a byte order mark before it. */
const OPENING =
  /^\uFEFF?\s*(?:\/\*[^*]*\*\/\s*)?(?:(?:var|let|const)\s+)?([\p{ID_Start}$_][\p{ID_Continue}$.]{0,200})\s*(?:\(|=(?!=))\s*(?=[[{])/u;
/** Larger files are taken at their word: JSON5 is a hundred times as slow as JSON. */
const LOOSE_LIMIT = 64 * 2 ** 20;

/** The file itself where it is JSON or nothing like it; else the same file with its JSON mended. */
export function understood(source: SourceFile): SourceFile {
  if (!/^\uFEFF?\s*[[{\p{ID_Start}$_/]/u.test(source.head())) return source;
  const decoded = source.decoded();
  if (!decoded.ok || source.json().ok) return source;
  const { text } = decoded.value;
  if (text.length > LOOSE_LIMIT) return source;
  const opening = OPENING.exec(text.slice(0, 2_000));
  if (opening === null && !/^\uFEFF?\s*(?:[[{]|\/[/*])/u.test(text)) return source;
  const read = readLoosely(text, opening);
  const notes = read.ok ? read.value.notes : [];
  const json = (): Result<unknown, Problem> => (read.ok ? ok(read.value.value) : read);
  return { ...source, json, notes: [...source.notes, ...notes] };
}

interface Loose {
  readonly value: unknown;
  readonly notes: readonly string[];
}

function readLoosely(text: string, opening: RegExpExecArray | null): Result<Loose, Problem> {
  const [prefix = '', name = ''] = opening ?? [];
  // Blanked and not cut, so that lines and columns are the file's own.
  const blank = prefix.replaceAll(/[^\n]/gu, ' ');
  const body = blank + (opening === null ? text : withoutEnd(text).slice(prefix.length));
  const unwrapped = opening === null ? [] : [`What stands in “${name}(…)” was read: JSONP.`];
  try {
    return ok({ value: wellFormed(JSON.parse(body) as unknown, body), notes: unwrapped });
  } catch {
    // Not JSON inside either: more leniently, then.
  }
  try {
    const value: unknown = JSON5.parse(body);
    const note =
      'It is not quite JSON (a comma too many, a comment, or quotation marks of another kind), and was read all the same.';
    return ok({ value: wellFormed(value, body), notes: [...unwrapped, note] });
  } catch (error) {
    return fail(problemAt(body, error));
  }
}

/** Without the `)` and `;` that end a call. */
function withoutEnd(text: string): string {
  return text.replace(/[\s;]{0,1000}\)?[\s;]{0,1000}$/u, '');
}

/*
 * A stranger's HTML as paragraphs of plain runs: letters with what emphasises them, nothing else of it.
 * Knows: which tags mean what to a reader. Must not know: Markdown, the page. Nothing here is ever HTML again.
 *
 *   <p>One <b>two</b><ul><li>three</ul>  ─▶  [One ][two: strong] · "-" [three]
 */
import { Parser } from 'htmlparser2';

export interface Run {
  readonly text: string;
  readonly isStrong: boolean;
  readonly isEmphasised: boolean;
  /** http or https; null: no link. */
  readonly href: string | null;
}

export type Piece = Run | 'break';

export interface Paragraph {
  /** The lists that it stands in, outermost first; empty outside. */
  readonly lists: readonly ListAt[];
  readonly pieces: readonly Piece[];
}

export interface ListAt {
  /** Tells one list from the next. */
  readonly list: number;
  /** Counted from 0. */
  readonly item: number;
  readonly isOrdered: boolean;
}

/** Deeper nesting is nobody's prose, and would cost the parser more than in proportion. */
const DEPTH_LIMIT = 200;
/** Deeper lists are written in the one around them. */
const LIST_LIMIT = 6;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article aside header footer main nav address blockquote pre figure figcaption ' +
    'table caption tr dl dt dd hr form fieldset h1 h2 h3 h4 h5 h6 ul ol li center details summary'
  ).split(' '),
);
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'dt']);
const STRONG: ReadonlySet<string> = new Set(['b', 'strong', ...HEADINGS]);
const EMPHASISED: ReadonlySet<string> = new Set(['i', 'em', 'cite', 'dfn']);
/** What is in them is no text. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style template noscript object embed svg math head title textarea select canvas'.split(
    ' ',
  ),
);
const EMBEDDED: ReadonlyMap<string, string> = new Map([
  ['img', 'picture'],
  ['iframe', 'embedded page'],
  ['video', 'video'],
  ['audio', 'recording'],
]);

/** Null where it is nested too deeply to be read: then its letters are all that can be said. */
export function paragraphsOf(html: string): readonly Paragraph[] | null {
  const gathering = new Gathering();
  const parser = new Parser({
    onopentag: (name, attributes) => gathering.open(name, attributes),
    onclosetag: (name) => gathering.close(name),
    ontext: (text) => gathering.text(text),
  });
  // In steps, so that what is nested without end is noticed before its end.
  for (let at = 0; at < html.length && !gathering.isTooDeep; at += 2_000) {
    parser.write(html.slice(at, at + 2_000));
  }
  if (gathering.isTooDeep) return null;
  parser.end();
  return gathering.paragraphs();
}

/** An address that a page may open, as the browser would write it; null for all others. */
export function webAddressOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const trimmed = text.trim();
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (!/^https?:\/\/\S+$/iu.test(absolute) || !URL.canParse(absolute)) return null;
  return absolute;
}

class Gathering {
  readonly #done: Paragraph[] = [];
  #pieces: Piece[] = [];
  readonly #open: string[] = [];
  readonly #links: (string | null)[] = [];
  readonly #lists: { list: number; item: number; isOrdered: boolean }[] = [];
  #listsTotal = 0;
  isTooDeep = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(name);
    if (this.#open.length > DEPTH_LIMIT) this.isTooDeep = true;
    if (this.#isDropped()) return;
    if (name === 'br') this.#pieces.push('break');
    if (BLOCKS.has(name)) this.#endParagraph();
    if (name === 'td' || name === 'th') this.#letters(' ');
    if (name === 'a') this.#links.push(webAddressOf(attributes['href']));
    if (name === 'ul' || name === 'ol') {
      this.#lists.push({ list: this.#listsTotal, item: -1, isOrdered: name === 'ol' });
      this.#listsTotal += 1;
    }
    const list = this.#lists.at(-1);
    if (name === 'li' && list !== undefined) list.item += 1;
    const embedded = EMBEDDED.get(name);
    const address = webAddressOf(attributes['src']);
    if (embedded !== undefined && address !== null) {
      const alt = attributes['alt']?.trim() ?? '';
      this.#run(alt === '' ? embedded : alt, address);
    }
  }

  close(name: string): void {
    const at = this.#open.lastIndexOf(name);
    if (at === -1) return;
    const wasDropped = this.#isDropped();
    this.#open.splice(at, 1);
    if (wasDropped) return;
    if (BLOCKS.has(name)) this.#endParagraph();
    if (name === 'a') this.#links.pop();
    if (name === 'ul' || name === 'ol') this.#lists.pop();
  }

  text(text: string): void {
    if (!this.#isDropped()) this.#letters(text);
  }

  paragraphs(): readonly Paragraph[] {
    this.#endParagraph();
    return this.#done;
  }

  #isDropped(): boolean {
    return this.#open.some((name) => DROPPED.has(name));
  }

  #letters(text: string): void {
    // Without a tag, a blank line is all that parts one paragraph from the next.
    const parts = this.#open.length === 0 ? text.split(/\n[^\S\n]*\n\s*/u) : [text];
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.#endParagraph();
      this.#run(part.replaceAll(/\s+/gu, ' '), this.#links.at(-1) ?? null);
    }
  }

  #run(text: string, href: string | null): void {
    if (text === '') return;
    this.#pieces.push({
      text,
      href,
      isStrong: this.#open.some((name) => STRONG.has(name)),
      isEmphasised: this.#open.some((name) => EMPHASISED.has(name)),
    });
  }

  #endParagraph(): void {
    const pieces = tidied(this.#pieces);
    this.#pieces = [];
    if (pieces.length === 0) return;
    const lists = this.#lists
      .filter(({ item }) => item >= 0)
      .slice(0, LIST_LIMIT)
      .map((list) => ({ ...list }));
    this.#done.push({ lists, pieces });
  }
}

/** Runs of one kind joined; one space where there were more, none at the ends and beside breaks. */
function tidied(pieces: readonly Piece[]): readonly Piece[] {
  const tidy: Piece[] = [];
  let endsInSpace = true;
  for (const piece of pieces) {
    if (piece === 'break') {
      trimEnd(tidy);
      tidy.push(piece);
      endsInSpace = true;
      continue;
    }
    const text: string = endsInSpace ? piece.text.replace(/^ /u, '') : piece.text;
    if (text === '') continue;
    endsInSpace = text.endsWith(' ');
    const before = tidy.at(-1);
    if (before !== undefined && before !== 'break' && isAlike(before, piece)) {
      tidy[tidy.length - 1] = { ...before, text: before.text + text };
    } else {
      tidy.push({ ...piece, text });
    }
  }
  while (tidy.at(-1) === 'break' || trimEnd(tidy)) if (tidy.at(-1) === 'break') tidy.pop();
  while (tidy[0] === 'break') tidy.shift();
  return tidy;
}

/** True where a space was taken off the end. */
function trimEnd(pieces: Piece[]): boolean {
  const last = pieces.at(-1);
  if (last === undefined || last === 'break' || !last.text.endsWith(' ')) return false;
  const text = last.text.replace(/ +$/u, '');
  if (text === '') pieces.pop();
  else pieces[pieces.length - 1] = { ...last, text };
  return true;
}

function isAlike(a: Run, b: Run): boolean {
  return a.href === b.href && a.isStrong === b.isStrong && a.isEmphasised === b.isEmphasised;
}

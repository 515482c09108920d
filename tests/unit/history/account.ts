/*
 * The account as the quotation rules see it: paragraphs and sentences without reference marks.
 * Knows: tests/fixtures/account.txt. Must not know: the dataset, the program.
 */
import { readFileSync } from 'node:fs';

const FILE = new URL('../../fixtures/account.txt', import.meta.url);

export interface Sentence {
  /** Offsets into its paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A reference mark such as [3], at the offset in its paragraph's text where it stood. */
interface Mark {
  readonly at: number;
  readonly number: number;
}

export interface Paragraph {
  /** As locators count: 1 is the first paragraph after the title. */
  readonly number: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly marks: readonly Mark[];
}

export interface Account {
  readonly raw: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** The reference list, as printed after its number. */
  readonly references: ReadonlyMap<number, string>;
}

/**
 * The one rule by which a quotation may differ from the account. Reference marks go, together with the
 * space before them; line breaks and runs of space become one space; and the space that is missing where
 * a link began ("andMicrosoft", "andBaroness", "TheHome Secretary", "National Crime AgencyCEOP") is put
 * in. Nothing else: spelling, punctuation and slips stand.
 */
export function normalise(text: string): string {
  return text
    .replaceAll(/\s*\[\d+\]/gu, '')
    .replaceAll(/\b(and|The|Agency)(?=[A-Z])/gu, '$1 ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * Sentences of a normalised text. In this account every sentence ends in a full stop, and no abbreviation
 * has one ("No 10"; the exclamation mark of "Brandfuel!" ends nothing).
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const gap of text.matchAll(/(?<=\.) (?=[A-Z])/gu)) {
    sentences.push({ start, end: gap.index, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  return [...sentences, { start, end: text.length, text: text.slice(start) }];
}

function marksOf(raw: string): Mark[] {
  return [...raw.matchAll(/\[(\d+)\]/gu)].map((mark) => ({
    at: normalise(raw.slice(0, mark.index)).length,
    number: Number(mark[1]),
  }));
}

export function readAccount(): Account {
  const raw = readFileSync(FILE, 'utf8');
  const [title = '', ...blocks] = raw
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const list = blocks.findIndex((block) => block.startsWith('1.'));
  const references = blocks
    .slice(list)
    .join('\n')
    .split('\n')
    .map((line): [number, string] => {
      const [, number, text] = /^\s*(\d+)\.\s+(.*?)\s*$/u.exec(line) ?? [];
      if (number === undefined || text === undefined) throw new Error(`Not a reference: ${line}`);
      return [Number(number), text];
    });
  return {
    raw,
    title,
    paragraphs: blocks.slice(0, list).map((block, index) => {
      const text = normalise(block);
      return { number: index + 1, text, sentences: sentencesOf(text), marks: marksOf(block) };
    }),
    references: new Map(references),
  };
}

/*
 * The words of events, folded for comparing, and the events that hold a word.
 * Knows: texts and names. Must not know: queries, ranking.
 */
import type { HistoryEvent } from '../../model/types.ts';
import type { FacetName } from '../port.ts';
import { noBits, setBit, setListed } from './bits.ts';
import type { Columns } from './columns.ts';
import { fold } from './fold.ts';
import { lazily } from './lazily.ts';
import { eventsOf } from './postings.ts';

export interface Texts {
  /** The bits of the events with a folded word in their title, summary, quotes, or in the name or alias of what they name. */
  withWord(word: string): Uint32Array;
  /** The folded title of an event. */
  titleOf(ordinal: number): string;
}

/** The facets whose values are named things; what an event names counts as its words. */
export const NAMED: readonly FacetName[] = ['organisation', 'person', 'place', 'theme'];

/** Between the texts of an event and between events, so that no word reaches from one into the next. */
const TEXT_END = '\n';
/** Events whose texts lie in one: a text for each would take as much again. */
const BLOCK = 4_096;

interface Block {
  readonly text: string;
  /** Where the text of each event begins; and past the end of the last. */
  readonly bounds: Uint32Array;
}

/** The texts of events by place in the file, folded. */
interface Folded {
  readonly blocks: readonly Block[];
  readonly ordinalAt: Uint32Array;
}

/**
 * A plain scan: with no index to build it takes some milliseconds for 100,000 titles. The texts are folded
 * when someone first looks for a word: from then on they take about 70 bytes an event, and that first word
 * at a million events some seconds, as they are all read again.
 */
export function textsOf(columns: Columns): Texts {
  const folded = lazily(() => foldedIn(columns));
  return {
    titleOf(ordinal) {
      const place = columns.time.places[ordinal] ?? 0;
      const block = folded().blocks[Math.floor(place / BLOCK)];
      if (block === undefined) return '';
      const from = block.bounds[place % BLOCK] ?? 0;
      return block.text.slice(from, block.text.indexOf(TEXT_END, from));
    },
    withWord(word) {
      const { blocks, ordinalAt } = folded();
      const bits = noBits(ordinalAt.length);
      for (const [i, block] of blocks.entries()) {
        eachWith(block, word, (event) => setBit(bits, ordinalAt[i * BLOCK + event] ?? 0));
      }
      for (const name of NAMED) {
        const { searchTexts, direct } = columns.facets[name];
        for (const [value, text] of searchTexts.entries()) {
          if (text.includes(word)) setListed(bits, eventsOf(direct, value));
        }
      }
      return bits;
    },
  };
}

function foldedIn(columns: Columns): Folded {
  const blocks: Block[] = [];
  const ordinalAt = new Uint32Array(columns.events.length);
  let texts: string[] = [];
  let place = 0;
  columns.each((event, ordinal) => {
    ordinalAt[place++] = ordinal;
    texts.push(fold(ownText(event)));
    if (texts.length < BLOCK && place < ordinalAt.length) return;
    blocks.push(blockOf(texts));
    texts = [];
  });
  return { blocks, ordinalAt };
}

function blockOf(texts: readonly string[]): Block {
  const bounds = new Uint32Array(texts.length + 1);
  for (const [i, { length }] of texts.entries()) bounds[i + 1] = (bounds[i] ?? 0) + length + 1;
  return { text: texts.join(TEXT_END) + TEXT_END, bounds };
}

/** Visits the events of a block whose text holds a word. */
function eachWith({ text, bounds }: Block, word: string, visit: (event: number) => void): void {
  let event = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, bounds[event])) {
    while ((bounds[event + 1] ?? Infinity) <= at) event++;
    visit(event);
    event++;
    if (event + 1 >= bounds.length) return;
  }
}

export function ownText({ title, summary, citations = [] }: HistoryEvent): string {
  if (summary === undefined && citations.length === 0) return title;
  return [title, summary ?? '', ...citations.map(({ quote = '' }) => quote)].join(TEXT_END);
}

/*
 * The words of events, folded for comparing, and the events that hold a word.
 * Knows: texts and names. Must not know: queries, ranking.
 */
import type { HistoryEvent } from '../../model/types.ts';
import type { FacetName } from '../port.ts';
import { noBits, setBit, setListed } from './bits.ts';
import type { Columns } from './columns.ts';
import { fold } from './fold.ts';
import { eventsOf } from './postings.ts';

export interface Texts {
  /** The bits of the events with a folded word in their title, summary, quotes, or in the name or alias of what they name. */
  withWord(word: string): Uint32Array;
  /** The folded title of an event. */
  titleOf(ordinal: number): string;
}

/** The facets whose values are named things; what an event names counts as its words. */
export const NAMED: readonly FacetName[] = ['organisation', 'person', 'place', 'theme'];

/** Between the texts of an event, so that no word reaches from one into the next. */
const TITLE_END = '\n';

/**
 * A plain scan: with no index to build or keep it takes some milliseconds for 100,000 titles. The texts
 * are folded when someone first looks for a word.
 */
export function textsOf(columns: Columns): Texts {
  let made: readonly string[] | null = null;
  const foldedTexts = (): readonly string[] =>
    (made ??= columns.events.map((event) => fold(ownText(event))));
  return {
    titleOf(ordinal) {
      return foldedTexts()[ordinal]?.split(TITLE_END, 1)[0] ?? '';
    },
    withWord(word) {
      const folded = foldedTexts();
      const bits = noBits(folded.length);
      for (let ordinal = 0; ordinal < folded.length; ordinal++) {
        if (folded[ordinal]?.includes(word) === true) setBit(bits, ordinal);
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

export function ownText({ title, summary, citations = [] }: HistoryEvent): string {
  if (summary === undefined && citations.length === 0) return title;
  return [title, summary ?? '', ...citations.map(({ quote = '' }) => quote)].join(TITLE_END);
}

/*
 * Holds that the history is the account's: every sentence quoted, every quotation to the letter, every
 * reference a source. A failure shows the sentence or the quotation.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { normalise, readAccount, sentencesOf, type Paragraph } from './account.ts';
import { byId, quotedEvents, quotedRoles, scenes, sources } from './history.ts';

const account = readAccount();
const quotations = [...quotedEvents, ...quotedRoles].flatMap(({ name, citations }) =>
  citations.map((citation) => ({ name, citation, quote: citation.quote ?? '' })),
);

/** Where a quotation stands: its paragraph, by its locator, and its offsets there. */
function find(locator: string | undefined, quote: string): [Paragraph, number, number] | null {
  const paragraph = account.paragraphs.find((each) => `paragraph ${each.number}` === locator);
  const start = paragraph?.text.indexOf(quote) ?? -1;
  return paragraph === undefined || start < 0 ? null : [paragraph, start, start + quote.length];
}

describe('the copy of the account', () => {
  it('is the account, byte for byte', () => {
    expect(createHash('sha256').update(account.raw).digest('hex')).toBe(
      'bc23a5bae8aeb23304ef17d0c5e0a8f53b3ef08018a7abf8bf6d09b160fa743c',
    );
  });

  it('is split into its paragraphs, sentences, marks and references', () => {
    expect(account.title).toBe('The History Of WePROTECT');
    expect(account.paragraphs.map(({ sentences }) => sentences.length)).toEqual([
      3, 1, 3, 2, 2, 3, 4, 5, 1, 1, 1, 1, 3, 1,
    ]);
    const numbers = Array.from({ length: 17 }, (_, index) => index + 1);
    expect(account.paragraphs.flatMap(({ marks }) => marks.map((mark) => mark.number))).toEqual(
      numbers,
    );
    expect([...account.references.keys()]).toEqual(numbers);
  });

  it('is read without reference marks, line breaks and missing spaces, and otherwise as it stands', () => {
    expect(normalise('an Internet Safety Summit [3] at No 10')).toBe(
      'an Internet Safety Summit at No 10',
    );
    expect(normalise('(#WePROTECT 2014 [8]) took\nplaces')).toBe('(#WePROTECT 2014) took places');
    expect(normalise('Google andMicrosoft, TheHome Secretary, AgencyCEOP')).toBe(
      'Google and Microsoft, The Home Secretary, Agency CEOP',
    );
    expect(normalise('the #WePROTECT Global Summit of the of the UNICEF')).toBe(
      'the #WePROTECT Global Summit of the of the UNICEF',
    );
    expect(sentencesOf('By Brandfuel! and PA at No 10. The next.').map(({ text }) => text)).toEqual(
      ['By Brandfuel! and PA at No 10.', 'The next.'],
    );
  });
});

describe('quotations', () => {
  it('cover every sentence of the account, each whole', () => {
    const uncovered = account.paragraphs.flatMap(({ number, sentences }) =>
      sentences
        .filter(({ text }) => !quotations.some(({ quote }) => quote.includes(text)))
        .map(({ text }) => `paragraph ${number}: ${text}`),
    );
    expect(uncovered).toEqual([]);
  });

  it('stand in the account to the letter, in the paragraph that they name', () => {
    const strangers = quotations.filter(({ citation, quote }) => {
      const found = find(citation.locator, quote);
      if (quote === '' || found === null) return true;
      const [{ text }, start, end] = found;
      const isCutInAWord = /\w$/u.test(text.slice(0, start)) || /^\w/u.test(text.slice(end));
      return isCutInAWord || normalise(quote) !== quote;
    });
    expect(strangers).toEqual([]);
  });

  it('span at most two sentences', () => {
    const long = quotations.filter(({ citation, quote }) => {
      const [paragraph, start, end] = find(citation.locator, quote) ?? [];
      if (paragraph === undefined || start === undefined || end === undefined) return true;
      return paragraph.sentences.filter((each) => each.start < end && each.end > start).length > 2;
    });
    expect(long).toEqual([]);
  });

  it('are the account’s words, and cite exactly the references printed in them', () => {
    for (const { name, citation, quote } of quotations) {
      const [paragraph, start, end] = find(citation.locator, quote) ?? [];
      const printed = (paragraph?.marks ?? [])
        .filter(({ at }) => at > (start ?? 0) && at <= (end ?? 0))
        .map(({ number }) => `ref-${number}`);
      expect([name, citation.source, citation.cites ?? []]).toEqual([name, 'account', printed]);
    }
  });

  it('belong to every event and every role', () => {
    const bare = [...quotedEvents, ...quotedRoles].filter(
      ({ citations }) => citations.length === 0,
    );
    expect(bare).toEqual([]);
  });
});

describe('sources', () => {
  it('are the account, without a number, and its references as they are printed', () => {
    expect(sources.filter(({ number }) => number === undefined)).toEqual([
      { id: 'account', title: account.title },
    ]);
    const printed = new Map(
      sources.flatMap(({ number, title, publisher, kind, date }) => {
        if (number === undefined) return [];
        if (date !== undefined) return [[number, `"${title}". ${publisher ?? ''}. ${date}.`]];
        // The National Crime Agency's is the one with a date; PA Consulting's has a bar for a dash.
        const tail = kind ?? publisher;
        const dash = publisher === 'PA Consulting Group' ? '|' : '-';
        return [[number, tail === undefined ? `"${title}"` : `"${title} ${dash} ${tail}"`]];
      }),
    );
    expect(printed).toEqual(account.references);
  });

  it('tell a publisher from a kind, and give no address', () => {
    expect(new Set(sources.flatMap(({ kind }) => kind ?? []))).toEqual(
      new Set(['News stories', 'Speeches', 'Press releases', 'Publications']),
    );
    expect(sources.flatMap(({ publisher }) => publisher ?? [])).toEqual([
      'BBC News',
      'PA Consulting Group',
      'National Crime Agency',
    ]);
    expect(sources.filter((source) => 'url' in source)).toEqual([]);
  });

  it('are each cited by an event or a role', () => {
    const cited = new Set(
      quotations.flatMap(({ citation }) => [citation.source, ...(citation.cites ?? [])]),
    );
    expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  it('are cited by scenes only where the paragraph cites them', () => {
    for (const scene of scenes) {
      expect([scene.id, scene.citations ?? []]).not.toEqual([scene.id, []]);
      for (const citation of scene.citations ?? []) {
        const [paragraph] = find(citation.locator, '') ?? [];
        const printed = (paragraph?.marks ?? []).map(({ number }) => number);
        const cites = (citation.cites ?? []).map((id) => byId(sources, id).number);
        expect([scene.id, citation.source]).toEqual([scene.id, 'account']);
        expect(printed, `${scene.id}, ${citation.locator}`).toEqual(expect.arrayContaining(cites));
      }
    }
  });
});

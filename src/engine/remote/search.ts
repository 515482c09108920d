/*
 * Finds what someone typed: names here, events in the database.
 * Knows: how hits are ranked. Must not know: how they are shown.
 */
import { wordsOf } from '../local/fold.ts';
import { bestHits, namedCandidates, phraseOf, type Candidate } from '../local/search.ts';
import type { Query, SearchAnswer, SearchQuestion } from '../port.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { KEY_COLUMNS, KEY_LENGTH, keyIn } from './refs.ts';
import { allOf, sql } from './sql.ts';
import { holding, matching, where } from './where.ts';

export async function askSearch(
  history: RemoteHistory,
  { text, limit }: SearchQuestion,
  signal: Signal,
): Promise<SearchAnswer> {
  const { head, vocabularies } = history;
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], found: 0 };
  const phrase = phraseOf(text);
  const named = namedCandidates(
    vocabularies,
    phrase,
    words,
    (list, value) => head.totals[list].direct[value] ?? 0,
  );
  const query: Query = { clauses: [], during: null, words: text, includesParts: false };
  const conditions = matching(vocabularies, query);
  const title = sql`substring(text, 1, position(text, ${'\n'}) - 1)`;
  const tier = sql`multiIf(startsWith(text, ${phrase}), 0, ${allOf(words.map((word) => holding(title, word)))}, 1, 2)`;
  const rows = await history.ask(
    sql`SELECT ${KEY_COLUMNS}, ${tier} AS tier FROM events ${where(conditions)} ORDER BY tier, weight DESC, ord, endMs, seat LIMIT ${limit}`,
    signal,
  );
  // Where these are all, there is nothing to count.
  const found = rows.length < limit ? rows.length : await history.matched(query, signal);
  const { columns, ordinalOf } = await history.eventsAt(rows.map(keyIn), false, signal);
  const events = rows.map((row): Candidate => {
    const place = ordinalOf(keyIn(row));
    const level = Number(row[KEY_LENGTH]);
    return {
      tier: level === 0 ? 0 : level === 1 ? 1 : 2,
      list: 'event',
      size: columns.weights[place] ?? 0,
      place,
    };
  });
  const actors = new Map((head.dataset.actors ?? []).map((actor) => [actor.id, actor]));
  const places = new Map((head.dataset.places ?? []).map((place) => [place.id, place]));
  return {
    hits: bestHits(columns, { actors, places }, [...named, ...events], limit),
    found: named.length + found,
  };
}

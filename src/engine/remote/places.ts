/*
 * Where things happened, counted by the database.
 * Knows: how places are listed. Must not know: projections, drawing.
 */
import { gazetteerOf, listPlaces, type CountedPlaces } from '../local/places.ts';
import type { PlacesAnswer, PlacesQuestion } from '../port/places.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { pairColumns, pairsJoin } from './pairs.ts';
import { sql, type Sql } from './sql.ts';
import { matching, overlappingIn, where } from './where.ts';

export function placesFrom(
  history: RemoteHistory,
): (question: PlacesQuestion, signal: Signal) => Promise<PlacesAnswer> {
  const { head, vocabularies, nameOrder } = history;
  const places = head.dataset.places ?? [];
  const gazetteer = gazetteerOf(places, vocabularies.place);
  return async (question, signal) => {
    const { query, window } = question;
    const conditions = [
      ...matching(vocabularies, query),
      ...(window === null ? [] : overlappingIn(head.extent, window)),
    ];
    const totals = head.totals.place.direct;
    const isAll = conditions.length === 0;
    const [counts, gathered, pairs, unplaced] = await Promise.all([
      isAll
        ? Uint32Array.from(totals)
        : history.counts(sql`place`, places.length, conditions, signal),
      isAll
        ? Uint32Array.from(head.totals.place.all)
        : history.counts(sql`placeAll`, places.length, conditions, signal),
      askPairs(history, conditions, signal),
      isAll ? head.totals.place.none : history.total([...conditions, sql`empty(place)`], signal),
    ]);
    const counted: CountedPlaces = {
      counts,
      gathered,
      pairs,
      unplaced,
      totalOf: (place) => totals[place] ?? 0,
    };
    return listPlaces(gazetteer, nameOrder(vocabularies.place), question, counted);
  };
}

/** Both of a pair are named by the event itself, not inherited. */
async function askPairs(
  { ask, head }: RemoteHistory,
  conditions: readonly Sql[],
  signal: Signal,
): Promise<ReadonlyMap<number, number>> {
  const total = head.dataset.places?.length ?? 0;
  const rows = await ask(
    sql`SELECT ${pairColumns(sql`place`)}, count() FROM events ${pairsJoin(sql`place`)}
      ${where([...conditions, sql`ownPlaces > 1 AND length(place) > 1`])} GROUP BY first, second`,
    signal,
  );
  return new Map(rows.map(([a, b, count]) => [Number(a) * total + Number(b), Number(count)]));
}

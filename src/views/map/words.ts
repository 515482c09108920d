/*
 * What the map says of places: names of circles, what is gathered in them, whom they share events with.
 * Knows: groups. Must not know: drawing, DOM.
 */
import type { GroupArc } from './arcs.ts';
import type { PlaceGroup } from './gather.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

export function numberWords(count: number): string {
  return NUMBER.format(count);
}

/** "1 event", "12,345 events". */
export function eventsWords(count: number): string {
  return `${numberWords(count)} ${count === 1 ? 'event' : 'events'}`;
}

/** "London"; "London and 3 more places". */
export function groupTitle({ head, isOnePlace, members }: PlaceGroup): string {
  if (isOnePlace) return head.place.name;
  const more = members.length - 1;
  return `${head.place.name} and ${numberWords(more)} more ${more === 1 ? 'place' : 'places'}`;
}

/** "12 events"; "about 14 events" where one event may name several places of the group. */
export function countWords({ count, isExact }: PlaceGroup): string {
  return `${isExact ? '' : 'about '}${eventsWords(count)}`;
}

/** So many parts, and so many neighbours, are named. */
const NAMED_MOST = 5;

/** "London 9, Gray’s Inn 2 and 3 more"; empty where nothing is gathered but the place itself. */
export function memberWords(group: PlaceGroup): string {
  const named = group.members.filter(({ count }) => count > 0);
  if (named.length < 2 && named[0]?.id === group.key) return '';
  return listed(named.map(({ name, count }) => `${name} ${numberWords(count)}`));
}

/** "Abu Dhabi 1, Geneva 2": whom events join it with. */
export function arcWords(
  key: string,
  arcs: readonly GroupArc[],
  nameOf: (key: string) => string,
): string {
  return listed(
    arcs
      .filter(({ from, to }) => from === key || to === key)
      .map(({ from, to, count }) => `${nameOf(from === key ? to : from)} ${numberWords(count)}`),
  );
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, NAMED_MOST).join(', ');
  const more = words.length - NAMED_MOST;
  return more > 0 ? `${shown} and ${numberWords(more)} more` : shown;
}

/*
 * What a picture shows, in words, for who cannot see it.
 * Knows: a store's state. Must not know: the picture, the file.
 */
import type { AppState } from '../../state/appState.ts';
import { rangeWords, viewWords } from '../sheet/words.ts';

/** More are not listened to. */
const NAMED_MOST = 12;

export function altText(
  state: Pick<AppState, 'choices' | 'history' | 'timeline' | 'network' | 'places' | 'details'>,
  filters: readonly string[],
): string {
  const { choices, history, timeline, network, places, details } = state;
  if (history === null) return '';
  const said = [`${viewWords(choices.views)}, ${rangeWords(choices, history)}`];
  if (filters.length > 0) said.push(`Filters: ${filters.join('; ')}`);
  if (details !== null && 'title' in details) said.push(`Chosen: ${details.title}`);
  if (choices.views.includes('timeline') && timeline !== null) {
    said.push(
      named(
        'Events',
        timeline.marks.filter(({ matches }) => matches).map(({ title }) => title),
      ),
    );
  }
  if (choices.views.includes('network') && network !== null) {
    said.push(
      named(
        'Actors',
        network.nodes.map(({ name }) => name),
      ),
    );
  }
  if (choices.views.includes('map') && places !== null) {
    said.push(
      named(
        'Places',
        places.places.map(({ id }) => history.places.find((place) => place.id === id)?.name ?? id),
      ),
    );
  }
  return said.filter((words) => words !== '').join('. ');
}

function named(what: string, names: readonly string[]): string {
  const once = [...new Set(names)];
  if (once.length === 0) return '';
  const more = once.length - NAMED_MOST;
  const shown = once.slice(0, NAMED_MOST).join('; ');
  return `${what}: ${shown}${more > 0 ? `; and ${String(more)} more` : ''}`;
}

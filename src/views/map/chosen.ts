/*
 * Which places filter, which are found by them, and where the history's places lie.
 * Knows: the state, groups. Must not know: drawing, gestures, React.
 */
import type { DatasetAnswer } from '../../engine/port.ts';
import type { AppState } from '../../state/appState.ts';
import type { Place } from '../../model/types.ts';
import { isFiltered, type Choices } from '../../state/choices.ts';
import type { PlaceGroup } from './gather.ts';
import { degreesOf, type Degrees } from './projection.ts';

const NONE: ReadonlySet<string> = new Set();

/** The places that filter, as alternatives or required. */
export function chosenPlaces({ clauses }: Choices): ReadonlySet<string> {
  const clause = clauses.find(({ facet }) => facet === 'place');
  return clause === undefined ? NONE : new Set([...clause.any, ...clause.all]);
}

/** The chosen places, and of those on the map the ones within them where parts count too. */
export function foundPlaces(
  chosen: ReadonlySet<string>,
  { choices, places, history }: AppState,
): ReadonlySet<string> {
  if (chosen.size === 0 || !choices.includesParts) return chosen;
  const around = new Map((history?.places ?? []).map(({ id, within }) => [id, within]));
  const isFound = (id: string): boolean => {
    for (let each: string | undefined = id; each !== undefined; each = around.get(each)) {
      if (chosen.has(each)) return true;
    }
    return false;
  };
  return new Set((places?.places ?? []).map(({ id }) => id).filter(isFound));
}

const NO_PLACES: readonly Place[] = [];

/** The places that stand faintly beside what matches: where something is left out, and it is to fade. */
export function restOf({ choices, history }: AppState): readonly Place[] {
  const isPartial = isFiltered(choices) || choices.window !== null;
  return isPartial && choices.rest === 'fade' ? (history?.places ?? NO_PLACES) : NO_PLACES;
}

/** All places of a history that have coordinates on Earth. */
export function locatedPlaces(history: DatasetAnswer | null): Degrees[] {
  return (history?.places ?? []).flatMap(({ latitude, longitude }) => {
    if (latitude === undefined || longitude === undefined) return [];
    const at = degreesOf({ latitude, longitude });
    return at === null ? [] : [at];
  });
}

/** The group in which a place stands. */
export function groupWith(
  groups: readonly PlaceGroup[],
  placeId: string | null,
): PlaceGroup | undefined {
  if (placeId === null) return undefined;
  return groups.find(({ members }) => members.some(({ id }) => id === placeId));
}

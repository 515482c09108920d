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
  const wholes = wholesIn(history);
  const shown = (places?.places ?? []).map(({ id }) => id);
  return new Set(shown.filter((id) => wholes(id).some((whole) => chosen.has(whole))));
}

/** From a place outwards: itself, the place around it, and so on. */
function wholesIn(history: DatasetAnswer | null): (id: string) => readonly string[] {
  const around = new Map((history?.places ?? []).map(({ id, within }) => [id, within]));
  return (id) => {
    const wholes: string[] = [];
    for (let each: string | undefined = id; each !== undefined; each = around.get(each)) {
      wholes.push(each);
    }
    return wholes;
  };
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

/** The group in which a place stands; for a whole that has opened, the weightiest that stands within it. */
export function groupFor(
  groups: readonly PlaceGroup[],
  placeId: string | null,
  history: DatasetAnswer | null,
): PlaceGroup | undefined {
  if (placeId === null) return undefined;
  const here = groups.find(({ members }) => members.some(({ id }) => id === placeId));
  if (here !== undefined) return here;
  const wholes = wholesIn(history);
  return groups.find(({ members }) => members.some(({ id }) => wholes(id).includes(placeId)));
}

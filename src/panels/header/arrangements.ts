/*
 * The arrangements of views that the tabs offer, and what each is called.
 * Knows: views. Must not know: the store, components.
 */
import { VIEWS, type Arrangement, type ViewName } from '../../state/choices.ts';

export const VIEW_WORDS: Readonly<Record<ViewName, string>> = {
  timeline: 'Timeline',
  network: 'Network',
  map: 'Map',
  table: 'Table',
};

const OFFERED: readonly Arrangement[] = [
  ['timeline', 'network'],
  ['timeline'],
  ['network'],
  ['map'],
  ['table'],
];

/** One view at a time. */
export const singles: readonly Arrangement[] = VIEWS.map((view) => [view]);

/** "Timeline and network" */
export function arrangementWords(views: Arrangement): string {
  const [first, second] = views;
  return second === undefined
    ? VIEW_WORDS[first]
    : `${VIEW_WORDS[first]} and ${VIEW_WORDS[second].toLowerCase()}`;
}

export function arrangementKey(views: Arrangement): string {
  return views.join('-');
}

/** The arrangements that always have a tab, and the present one where it is another. */
export function offeredWith(present: Arrangement): readonly Arrangement[] {
  const isOffered = OFFERED.some((views) => arrangementKey(views) === arrangementKey(present));
  return isOffered ? OFFERED : [...OFFERED, present];
}

/** The present first view alone, or with each of the others below it. */
export function besides(present: Arrangement): readonly ViewName[] {
  return VIEWS.filter((view) => view !== present[0]);
}

/*
 * What a scene's view shows, in words, and what of it the history no longer has.
 * Knows: the codec, names. Must not know: React, who asks for events.
 */
import type { DatasetAnswer } from '../../engine/port.ts';
import { spanWords } from '../../model/instantWords.ts';
import type { Scene } from '../../model/types.ts';
import { DEFAULT_CHOICES } from '../../state/choices.ts';
import { decodeChoices } from '../../state/codec.ts';
import { fitToHistory } from '../../state/fit.ts';
import { chipsOf } from '../chips.ts';
import { arrangementWords } from '../header/arrangements.ts';

/** Event ids that were asked for: their titles, or null for one that the history does not have. */
export type EventTitles = ReadonlyMap<string, string | null>;

/** "Timeline · July to November 2013 · Google · Cameron’s speech". */
export function viewWords(view: string, history: DatasetAnswer, titles: EventTitles): string {
  const { choices } = decodeChoices(view);
  const { window, selection, network } = choices;
  const chosen =
    selection === null
      ? null
      : selection.kind === 'event'
        ? (titles.get(selection.id) ?? null)
        : (history.actors.find(({ id }) => id === selection.id)?.name ?? null);
  return [
    arrangementWords(choices.views),
    window === null ? null : spanWords(window.startMs, window.endMs - 1, 'month'),
    choices.laneBy === DEFAULT_CHOICES.laneBy ? null : `by ${choices.laneBy}`,
    network.mode === DEFAULT_CHOICES.network.mode ? null : `network of ${network.mode}`,
    ...chipsOf(choices, history).map(({ words }) => words),
    chosen,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** The views of a scene: its own, then those of its steps. */
function viewsOf({ view, steps = [] }: Scene): readonly string[] {
  return [view, ...steps.flatMap((step) => (step.view === undefined ? [] : [step.view]))];
}

/** The events that a scene's views have chosen. */
export function chosenEvents(scene: Scene): readonly string[] {
  return viewsOf(scene).flatMap((view) => {
    const { selection } = decodeChoices(view).choices;
    return selection?.kind === 'event' ? [selection.id] : [];
  });
}

/** What a scene speaks of and the history does not have (any more), each as a sentence; it plays all the same. */
export function sceneFaults(
  scene: Scene,
  history: DatasetAnswer,
  titles: EventTitles,
): readonly string[] {
  const inViews = viewsOf(scene).flatMap((view) => {
    const { choices, problems } = decodeChoices(view);
    return [...problems, ...fitToHistory(choices, history).problems];
  });
  const events = chosenEvents(scene)
    .filter((id) => titles.get(id) === null)
    .map((id) => `This history has no event “${id}”.`);
  const known = new Set(history.sources.map(({ id }) => id));
  const sources = (scene.citations ?? [])
    .flatMap(({ source, cites = [] }) => [source, ...cites])
    .filter((id) => !known.has(id))
    .map((id) => `This history has no source “${id}”.`);
  return [...new Set([...inViews, ...events, ...sources])];
}

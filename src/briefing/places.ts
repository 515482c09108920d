/*
 * Places in a briefing and the ways between them: scene by scene, and step by step inside a scene.
 * Knows: scenes. Must not know: windows, time, what a scene looks like.
 *
 *   scene   speech ──────────▶ downing-street ──▶ …
 *   step    0 ▶ 1 ▶ 2          0 ▶ 1
 */
import type { Scene } from '../model/types.ts';
import type { BriefingPlace } from '../state/choices.ts';

/** A place that exists, with the scene that it is in. */
export interface FoundPlace {
  readonly scene: Scene;
  /** Among the scenes that are shown, from 0. */
  readonly index: number;
  /** 0 to the number of the scene's steps. */
  readonly step: number;
}

/** The scenes that are presented today. */
export function shownScenes(scenes: readonly Scene[]): readonly Scene[] {
  return scenes.filter(({ hidden }) => hidden !== true);
}

export function stepsOf({ steps = [] }: Scene): number {
  return steps.length;
}

/**
 * Where a place is among the shown scenes. A scene that is not shown leads to the next one that is, or the
 * last; one that nobody knows, to the first; null where no scene is shown.
 */
export function findPlace(all: readonly Scene[], place: BriefingPlace): FoundPlace | null {
  const shown = shownScenes(all);
  const at = all.findIndex(({ id }) => id === place.scene);
  const wanted = at < 0 ? shown[0] : (all.slice(at).find(isShown) ?? shown.at(-1));
  if (wanted === undefined) return null;
  const step = wanted.id === place.scene ? Math.min(Math.max(0, place.step), stepsOf(wanted)) : 0;
  return { scene: wanted, index: shown.indexOf(wanted), step };
}

/** Whether a scene of that name is there, shown or not. */
export function isKnown(all: readonly Scene[], place: BriefingPlace): boolean {
  return all.some(({ id }) => id === place.scene);
}

/** The next step, or the next scene before its first step; the last place leads nowhere. */
export function placeAfter(scenes: readonly Scene[], place: BriefingPlace): BriefingPlace {
  const found = findPlace(scenes, place);
  if (found === null) return place;
  const { scene, index, step } = found;
  if (step < stepsOf(scene)) return { scene: scene.id, step: step + 1 };
  const next = shownScenes(scenes)[index + 1];
  return next === undefined ? { scene: scene.id, step } : { scene: next.id, step: 0 };
}

/** The step before, or the scene before as it was left: with all its steps taken. */
export function placeBefore(scenes: readonly Scene[], place: BriefingPlace): BriefingPlace {
  const found = findPlace(scenes, place);
  if (found === null) return place;
  const { scene, index, step } = found;
  if (step > 0) return { scene: scene.id, step: step - 1 };
  const before = shownScenes(scenes)[index - 1];
  return before === undefined
    ? { scene: scene.id, step }
    : { scene: before.id, step: stepsOf(before) };
}

/** The beginning of the scene with a number, from 1; the nearest one where there is none of it. */
export function placeOfNumber(scenes: readonly Scene[], number: number): BriefingPlace | null {
  const shown = shownScenes(scenes);
  const scene = shown[Math.min(Math.max(1, number), shown.length) - 1];
  return scene === undefined ? null : { scene: scene.id, step: 0 };
}

/**
 * The choices' string of a place: of the last step taken that has one, else of the scene. A step may say
 * only words.
 */
export function viewAt({ view, steps = [] }: Scene, step: number): string {
  const views = steps.slice(0, step).flatMap((each) => each.view ?? []);
  return views.at(-1) ?? view;
}

export function isSamePlace(a: BriefingPlace | null, b: BriefingPlace | null): boolean {
  return a === b || (a !== null && b !== null && a.scene === b.scene && a.step === b.step);
}

function isShown({ hidden }: Scene): boolean {
  return hidden !== true;
}

/*
 * The pictures of a briefing's scenes, one after the other.
 * Knows: scenes, the studio. Must not know: pages, slides, files.
 */
import type { Scene } from '../../model/types.ts';
import type { Choices } from '../../state/choices.ts';
import { decodeChoices } from '../../state/codec.ts';
import type { AppState } from '../../state/appState.ts';
import { pause } from '../pause.ts';
import type { Theme } from '../picture/takePicture.ts';
import type { TakesPictures, Taken } from '../studio.tsx';
import type { Work } from '../takeAlong.ts';

export interface DrawnScene {
  readonly scene: Scene;
  readonly choices: Choices;
  readonly taken: Taken;
}

export interface SceneOrder {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly heightMostPx: number;
  readonly theme: Theme;
}

/** Without those that are hidden. */
export function shownScenes({ briefing }: Pick<AppState, 'briefing'>): readonly Scene[] {
  return briefing.scenes.filter(({ hidden }) => hidden !== true);
}

/** Hands each picture on as soon as it stands; no more than one is drawn at a time. */
export async function* drawScenes(
  scenes: readonly Scene[],
  take: TakesPictures,
  order: SceneOrder,
  { signal, onProgress }: Work,
): AsyncGenerator<DrawnScene> {
  for (const [i, scene] of scenes.entries()) {
    onProgress({
      words: `Scene ${String(i + 1)} of ${String(scenes.length)}`,
      share: (i + 0.1) / (scenes.length + 1),
    });
    const { choices } = decodeChoices(scene.view);
    // One after the other: two at a time would take each other's frames.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await take({ ...order, choices, signal });
    yield { scene, choices, taken };
    // oxlint-disable-next-line no-await-in-loop -- the page gets its turn
    await pause(signal);
  }
}

/*
 * What "all of it" is: the nodes that a fit keeps in the picture.
 * Knows: the scene, places in layout units. Must not know: the camera, why it is cleared.
 */
import { extentsOf } from './layout.ts';
import type { Extent } from './layoutCamera.ts';
import type { Scene } from './layoutScene.ts';

export interface Frame {
  /** These are in it too from now on, at these places. */
  hold(scene: Scene, places: ArrayLike<number>): void;
  extents(): readonly Extent[];
  clear(): void;
}

export function createFrame(): Frame {
  const held = new Map<string, Extent>();
  return {
    hold(scene, places) {
      for (const [key, extent] of extentsOf(scene, places)) held.set(key, extent);
    },
    extents: () => [...held.values()],
    clear: () => held.clear(),
  };
}

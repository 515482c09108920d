import type { Scene } from '../model/types.ts';
import { findPlace, shownScenes, stepsOf } from './places.ts';
import type { BriefingPlace } from '../state/choices.ts';

interface ProgressProps {
  readonly scenes: readonly Scene[];
  readonly place: BriefingPlace;
}

/** A bar a scene, filled as far as its steps have been taken. */
export function Progress({ scenes, place }: ProgressProps) {
  const found = findPlace(scenes, place);
  const at = found?.index ?? -1;
  return (
    <div className="slide-progress" aria-hidden="true">
      {shownScenes(scenes).map((scene, index) => {
        const share = index < at ? 1 : index > at ? 0 : partOf(scene, found?.step ?? 0);
        return (
          <span key={scene.id}>
            <span style={{ inlineSize: `${String(Math.round(share * 100))}%` }} />
          </span>
        );
      })}
    </div>
  );
}

function partOf(scene: Scene, step: number): number {
  return (step + 1) / (stepsOf(scene) + 1);
}

import { useId, type KeyboardEvent } from 'react';
import { EyeOff, GripVertical, TriangleAlert } from 'lucide-react';
import type { Scene } from '../../model/types.ts';
import { plannedText } from './plannedTime.ts';
import { SceneMenu, type SceneAction } from './SceneMenu.tsx';
import type { SceneDrag } from './useSceneDrag.ts';

interface SceneRowProps {
  readonly scene: Scene;
  readonly index: number;
  readonly drag: SceneDrag;
  readonly faults: readonly string[];
  readonly actions: readonly SceneAction[];
  readonly onOpen: () => void;
  readonly onMove: (to: number) => void;
}

/**
 * One scene of the list: its place, its title, what is to be known of it.
 *
 *   ⠿ 3  The taskforce meets          ⋮
 *        1:00 · 1 step
 */
export function SceneRow({ scene, index, drag, faults, actions, onOpen, onMove }: SceneRowProps) {
  const metaId = useId();
  const { title, steps = [], hidden = false, plannedSeconds } = scene;
  const isDragged = drag.from === index;
  const facts = [
    hidden ? 'hidden today' : null,
    plannedSeconds === undefined ? null : plannedText(plannedSeconds),
    steps.length === 0 ? null : `${String(steps.length)} step${steps.length === 1 ? '' : 's'}`,
  ].filter((fact) => fact !== null);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    <li
      className="making-row"
      data-hidden={hidden || undefined}
      data-dragged={isDragged || undefined}
      data-drop={dropSide(drag, index)}
      style={isDragged ? { translate: `0 ${String(drag.byPx)}px` } : {}}
    >
      {/* By keys a scene is moved from its title or its menu. */}
      <span className="making-handle" title="Drag to reorder" {...drag.handle(index)}>
        <GripVertical aria-hidden />
      </span>
      <span className="making-number" aria-hidden>
        {index + 1}
      </span>
      <div className="making-row-words">
        <button
          type="button"
          className="making-open"
          data-scene={scene.id}
          aria-describedby={metaId}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          dir="auto"
          onKeyDown={onKeyDown}
          onClick={onOpen}
        >
          {title}
        </button>
        <span id={metaId} className="making-meta">
          {hidden ? <EyeOff aria-hidden /> : null}
          {facts.join(' · ')}
        </span>
        {faults.length === 0 ? null : (
          <span className="making-fault">
            <TriangleAlert aria-hidden />
            <span>{faults.join(' ')} The scene plays without it.</span>
          </span>
        )}
      </div>
      <SceneMenu title={title} actions={actions} />
    </li>
  );
}

/** On which side of this row the dragged one would come to stand. */
function dropSide({ from, to }: SceneDrag, index: number): 'before' | 'after' | undefined {
  if (from === null || to === null || to === from || index !== to) return undefined;
  return to > from ? 'after' : 'before';
}

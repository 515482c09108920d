import { useRef } from 'react';
import { deleteScene, duplicateScene, hideScene, moveScene } from '../../document/sceneCommands.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { Scene } from '../../model/types.ts';
import type { BriefingStore } from '../../state/briefingDocument.ts';
import { plannedWords } from './plannedTime.ts';
import type { SceneAction } from './SceneMenu.tsx';
import { SceneRow } from './SceneRow.tsx';
import type { PageView } from './usePageView.ts';
import { useSceneDrag } from './useSceneDrag.ts';
import { sceneFaults, type EventTitles } from './viewWords.ts';

interface SceneListProps {
  readonly document: BriefingStore;
  readonly scenes: readonly Scene[];
  readonly history: DatasetAnswer;
  readonly titles: EventTitles;
  readonly page: PageView;
  readonly onOpen: (id: string) => void;
  /** Says aloud what has been done. */
  readonly onSay: (words: string) => void;
  /** The row with this id gets the focus once it is there; null: the list's first button. */
  readonly onFocus: (id: string | null) => void;
}

/** All scenes in their order. */
export function SceneList(props: SceneListProps) {
  const { document, scenes, history, titles, page, onOpen, onSay, onFocus } = props;
  const { perform } = document.getState();
  const list = useRef<HTMLOListElement>(null);

  const move = (scene: Scene, to: number): void => {
    const place = Math.min(Math.max(to, 0), scenes.length - 1);
    perform(moveScene(scene, place));
    onSay(`“${scene.title}” is now ${String(place + 1)} of ${String(scenes.length)}.`);
    onFocus(scene.id);
  };
  const drag = useSceneDrag(list, (from, to) => {
    const scene = scenes[from];
    if (scene !== undefined) move(scene, to);
  });

  const actionsOf = (scene: Scene, index: number): readonly SceneAction[] => {
    const { hidden = false } = scene;
    return [
      { words: 'Edit', act: () => onOpen(scene.id) },
      { words: 'Show here', act: () => page.show(scene.view) },
      { words: 'Present from here', act: hidden ? null : () => page.presentFrom(scene.id) },
      {
        words: 'Duplicate',
        isApart: true,
        act: () => {
          const command = duplicateScene(scenes, scene);
          perform(command);
          onSay(`“${scene.title}” was duplicated.`);
          onFocus(command.id);
        },
      },
      {
        words: hidden ? 'Show again' : 'Hide for today',
        act: () => {
          perform(hideScene(scene, !hidden));
          onSay(`“${scene.title}” is ${hidden ? 'shown again' : 'hidden today'}.`);
          onFocus(scene.id);
        },
      },
      {
        words: 'Move up',
        isApart: true,
        act: index === 0 ? null : () => move(scene, index - 1),
      },
      {
        words: 'Move down',
        act: index === scenes.length - 1 ? null : () => move(scene, index + 1),
      },
      {
        words: 'Delete',
        isApart: true,
        act: () => {
          perform(deleteScene(scene));
          onSay(`“${scene.title}” was deleted. Undo brings it back.`);
          onFocus((scenes[index + 1] ?? scenes[index - 1])?.id ?? null);
        },
      },
    ];
  };

  return (
    <>
      {scenes.length === 0 ? (
        <p className="making-empty">
          There is no scene yet. Arrange the page as the first one should look, then press “Add
          scene”.
        </p>
      ) : (
        <ol ref={list} className="making-list" aria-label="Scenes">
          {scenes.map((scene, index) => (
            <SceneRow
              key={scene.id}
              scene={scene}
              index={index}
              drag={drag}
              faults={sceneFaults(scene, history, titles)}
              actions={actionsOf(scene, index)}
              onOpen={() => onOpen(scene.id)}
              onMove={(to) => move(scene, to)}
            />
          ))}
        </ol>
      )}
      <p className="making-sum">{sumWords(scenes)}</p>
    </>
  );
}

/** "10 scenes, 1 hidden today · planned 13 min". */
function sumWords(scenes: readonly Scene[]): string {
  const shown = scenes.filter(({ hidden }) => hidden !== true);
  const planned = shown.reduce((sum, { plannedSeconds = 0 }) => sum + plannedSeconds, 0);
  const count = `${String(scenes.length)} scene${scenes.length === 1 ? '' : 's'}`;
  const hidden = scenes.length - shown.length;
  return [
    hidden === 0 ? count : `${count}, ${String(hidden)} hidden today`,
    planned === 0 ? null : `planned ${plannedWords(planned)}`,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

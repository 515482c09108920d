import { useEffect, useRef } from 'react';
import { ArrowLeft, ChevronLeft, ChevronRight, Play, TriangleAlert } from 'lucide-react';
import { changeScene, hideScene, type SceneFields } from '../../document/sceneCommands.ts';
import { fieldProblem } from '../../document/sceneProblems.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { Scene } from '../../model/types.ts';
import type { BriefingStore } from '../../state/briefingDocument.ts';
import { Switch } from '../../ui/Switch.tsx';
import { CitationsField } from './CitationsField.tsx';
import { FiguresField } from './FiguresField.tsx';
import { PlannedField } from './PlannedField.tsx';
import { StepsField } from './StepsField.tsx';
import { TextField } from './TextField.tsx';
import type { PageView } from './usePageView.ts';
import { ViewLine } from './ViewLine.tsx';
import { sceneFaults, type EventTitles } from './viewWords.ts';

interface SceneEditorProps {
  readonly document: BriefingStore;
  readonly scene: Scene;
  readonly index: number;
  readonly scenes: readonly Scene[];
  readonly history: DatasetAnswer;
  readonly titles: EventTitles;
  readonly page: PageView;
  /** It has just been made: its title waits to be written. */
  readonly isNew: boolean;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
}

/** All that one scene says, to be written. */
export function SceneEditor(props: SceneEditorProps) {
  const { document, scene, index, scenes, history, titles, page, isNew, onOpen, onBack } = props;
  const { perform, seal } = document.getState();
  const title = useRef<HTMLInputElement>(null);
  // Another scene is another editor, by its key.
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    if (isNew) title.current?.select();
  }, [isNew]);

  const change = (fields: SceneFields, isWriting = false): void =>
    perform(changeScene(scene, fields, { isWriting }));
  const faults = sceneFaults(scene, history, titles);
  const [before, after] = [scenes[index - 1], scenes[index + 1]];
  return (
    <div className="making-editor">
      <div className="making-editor-top">
        <button type="button" className="button is-small is-quiet" onClick={onBack}>
          <ArrowLeft aria-hidden />
          All scenes
        </button>
        <span className="making-place">
          Scene {index + 1} of {scenes.length}
        </span>
        <span className="making-item-buttons">
          <StepTo scene={before} words="Scene before" Icon={ChevronLeft} onOpen={onOpen} />
          <StepTo scene={after} words="Scene after" Icon={ChevronRight} onOpen={onOpen} />
        </span>
      </div>
      {faults.length === 0 ? null : (
        <p className="making-fault">
          <TriangleAlert aria-hidden />
          <span>{faults.join(' ')} The scene plays without it.</span>
        </p>
      )}
      <TextField
        label="Title"
        rows={1}
        value={scene.title}
        fieldRef={title}
        problemOf={(text) => fieldProblem(scene, { title: text })}
        onWrite={(text) => change({ title: text }, true)}
        onRest={seal}
      />
      <TextField
        label="Words"
        rows={3}
        value={scene.text ?? ''}
        hasPreview
        problemOf={(text) => fieldProblem(scene, { text })}
        onWrite={(text) => change({ text }, true)}
        onRest={seal}
      />
      <fieldset className="making-group">
        <legend>View</legend>
        <ViewLine
          name="this scene"
          view={scene.view}
          history={history}
          titles={titles}
          page={page}
          onTake={(view) => change({ view })}
        />
      </fieldset>
      <StepsField
        scene={scene}
        history={history}
        titles={titles}
        page={page}
        problemOf={(steps) => fieldProblem(scene, { steps })}
        onChange={(steps, isWriting) => change({ steps }, isWriting)}
        onRest={seal}
      />
      <FiguresField
        figures={scene.figures ?? []}
        onChange={(figures, isWriting) => change({ figures }, isWriting)}
        onRest={seal}
      />
      <CitationsField
        citations={scene.citations ?? []}
        sources={history.sources}
        onChange={(citations, isWriting) => change({ citations }, isWriting)}
        onRest={seal}
      />
      <TextField
        label="Speaker’s notes"
        rows={6}
        value={scene.notes ?? ''}
        hasPreview
        hint="Shown in the presenter’s window, never on the stage. Words and notes take *emphasis*, **strong**, [links](https://…) and lists."
        problemOf={(text) => fieldProblem(scene, { notes: text })}
        onWrite={(text) => change({ notes: text }, true)}
        onRest={seal}
      />
      <PlannedField
        seconds={scene.plannedSeconds}
        onChange={(plannedSeconds) => change({ plannedSeconds }, true)}
      />
      <Switch
        label="Hidden today"
        hint="Stays in the briefing, and is left out when it is presented"
        isOn={scene.hidden === true}
        onChange={(isHidden) => perform(hideScene(scene, isHidden))}
      />
      <button
        type="button"
        className="button"
        aria-disabled={scene.hidden === true}
        onClick={scene.hidden === true ? undefined : () => page.presentFrom(scene.id)}
      >
        <Play aria-hidden />
        Present from here
      </button>
    </div>
  );
}

interface StepToProps {
  readonly scene: Scene | undefined;
  readonly words: string;
  readonly Icon: typeof ChevronLeft;
  readonly onOpen: (id: string) => void;
}

function StepTo({ scene, words, Icon, onOpen }: StepToProps) {
  return (
    <button
      type="button"
      className="button is-icon is-quiet"
      aria-label={words}
      title={scene === undefined ? words : `${words}: ${scene.title}`}
      aria-disabled={scene === undefined}
      onClick={scene === undefined ? undefined : () => onOpen(scene.id)}
    >
      <Icon aria-hidden />
    </button>
  );
}

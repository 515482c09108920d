import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { withoutEmpty } from '../../document/sceneCommands.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { Scene, SceneStep } from '../../model/types.ts';
import { TextField } from './TextField.tsx';
import type { PageView } from './usePageView.ts';
import { ViewLine } from './ViewLine.tsx';
import type { EventTitles } from './viewWords.ts';

interface StepsFieldProps {
  readonly scene: Scene;
  readonly history: DatasetAnswer;
  readonly titles: EventTitles;
  readonly page: PageView;
  readonly problemOf: (steps: readonly SceneStep[]) => string | null;
  readonly onChange: (steps: readonly SceneStep[], isWriting: boolean) => void;
  readonly onRest: () => void;
}

/** What is built up inside a scene, one press of the clicker after another. */
export function StepsField(props: StepsFieldProps) {
  const { scene, history, titles, page, problemOf, onChange, onRest } = props;
  const { steps = [] } = scene;
  return (
    <fieldset className="making-group">
      <legend>Steps</legend>
      {steps.map((step, index) => {
        const name = `Step ${String(index + 1)}`;
        const change = (next: SceneStep, isWriting = false): void =>
          onChange(steps.with(index, next), isWriting);
        return (
          // Rows are told apart by their place: two steps may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="making-item" role="group" aria-label={name}>
            <div className="making-item-head">
              <span className="making-small">{name}</span>
              <span className="making-item-buttons">
                <StepButton
                  label={`Move ${name.toLowerCase()} up`}
                  Icon={ArrowUp}
                  onClick={index === 0 ? null : () => onChange(swapped(steps, index - 1), false)}
                />
                <StepButton
                  label={`Move ${name.toLowerCase()} down`}
                  Icon={ArrowDown}
                  onClick={
                    index === steps.length - 1 ? null : () => onChange(swapped(steps, index), false)
                  }
                />
                <StepButton
                  label={`Delete ${name.toLowerCase()}`}
                  Icon={Trash2}
                  onClick={() => onChange(steps.toSpliced(index, 1), false)}
                />
              </span>
            </div>
            <TextField
              label={`${name}: words`}
              isLabelHidden
              placeholder="What is added to the words"
              rows={2}
              value={step.text ?? ''}
              problemOf={(text) => problemOf(steps.with(index, withoutEmpty({ ...step, text })))}
              onWrite={(text) => change(withoutEmpty({ ...step, text }), true)}
              onRest={onRest}
            />
            <ViewLine
              name={name.toLowerCase()}
              view={step.view ?? scene.view}
              history={history}
              titles={titles}
              page={page}
              onTake={(view) => change({ ...step, view })}
            />
          </div>
        );
      })}
      <button
        type="button"
        className="button is-small"
        onClick={() => onChange([...steps, { view: page.present }], false)}
      >
        <Plus aria-hidden />
        Add step with the present view
      </button>
    </fieldset>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly Icon: typeof ArrowUp;
  /** Null: there is nowhere to go. */
  readonly onClick: (() => void) | null;
}

function StepButton({ label, Icon, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button is-icon is-quiet"
      aria-label={label}
      title={label}
      aria-disabled={onClick === null}
      onClick={onClick ?? undefined}
    >
      <Icon aria-hidden />
    </button>
  );
}

/** The step at the index and the one after it, the other way round. */
function swapped(steps: readonly SceneStep[], index: number): readonly SceneStep[] {
  const [step] = steps.slice(index, index + 1);
  return step === undefined ? steps : steps.toSpliced(index, 1).toSpliced(index + 1, 0, step);
}

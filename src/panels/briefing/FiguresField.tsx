import { useId, useState } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { readFigure, type WrittenFigure } from '../../document/sceneProblems.ts';
import { formatFigure } from '../../model/figureWords.ts';
import type { Figure } from '../../model/types.ts';

interface FiguresFieldProps {
  readonly figures: readonly Figure[];
  readonly onChange: (figures: readonly Figure[], isWriting: boolean) => void;
  readonly onRest: () => void;
}

const QUALIFIERS = [
  ['', 'exactly'],
  ['over', 'over'],
  ['about', 'about'],
  ['up-to', 'up to'],
  ['at-least', 'at least'],
] as const;

/** The key figures of a scene; a new one is taken once it has a number. */
export function FiguresField({ figures, onChange, onRest }: FiguresFieldProps) {
  const [isAdding, setAdding] = useState(false);
  const rows: readonly (Figure | null)[] = isAdding ? [...figures, null] : figures;
  return (
    <fieldset className="making-group">
      <legend>Key figures</legend>
      {rows.map((figure, index) => (
        <FigureRow
          // Rows are told apart by their place: two figures may say the same, and a new one that is taken
          // stays the row that is written in.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          name={`Figure ${String(index + 1)}`}
          figure={figure}
          onWrite={(next) => {
            onChange(figure === null ? [...figures, next] : figures.with(index, next), true);
            if (figure === null) setAdding(false);
          }}
          onRest={onRest}
          onDelete={() => {
            if (figure === null) setAdding(false);
            else onChange(figures.toSpliced(index, 1), false);
          }}
        />
      ))}
      {isAdding ? null : (
        <button type="button" className="button is-small" onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          Add figure
        </button>
      )}
    </fieldset>
  );
}

interface FigureRowProps {
  readonly name: string;
  /** Null for one that is being added. */
  readonly figure: Figure | null;
  readonly onWrite: (figure: Figure) => void;
  readonly onRest: () => void;
  readonly onDelete: () => void;
}

function FigureRow({ name, figure, onWrite, onRest, onDelete }: FigureRowProps) {
  const id = useId();
  const [draft, setDraft] = useState<WrittenFigure | null>(null);
  const written = draft ?? writtenOf(figure);
  const { problems } = readFigure(written, figure ?? {});
  const isUntouched = draft === null;

  const write = (key: keyof WrittenFigure, text: string): void => {
    const next = { ...written, [key]: text };
    const read = readFigure(next, figure ?? {});
    setDraft(next);
    if (read.figure !== null) onWrite(read.figure);
  };
  const field = (key: Exclude<keyof WrittenFigure, 'qualifier'>, label: string) => {
    const problem = isUntouched ? undefined : problems[key];
    return (
      <label className={`making-figure-${key}`}>
        <span className="making-small">{label}</span>
        <input
          className="field"
          type="text"
          inputMode={key === 'value' ? 'decimal' : 'text'}
          autoComplete="off"
          aria-label={`${name}: ${label.toLowerCase()}`}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          value={written[key]}
          onChange={(event) => write(key, event.currentTarget.value)}
          onBlur={() => {
            // What was taken is shown as it is kept; what was not, stays to be mended.
            if (readFigure(written, figure ?? {}).figure !== null && figure !== null)
              setDraft(null);
            onRest();
          }}
        />
      </label>
    );
  };
  const said = isUntouched ? [] : Object.values(problems);
  return (
    <div className="making-item" role="group" aria-label={name}>
      <div className="making-figure">
        <label className="making-figure-qualifier">
          <span className="making-small">How exact</span>
          <select
            className="select"
            aria-label={`${name}: how exact`}
            value={written.qualifier}
            onChange={(event) => write('qualifier', event.currentTarget.value)}
          >
            {QUALIFIERS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {field('value', 'Number')}
        {field('unit', 'Unit')}
        {field('currency', 'Currency')}
        {field('label', 'What it says')}
      </div>
      <p id={`${id}-problem`} className="making-problem" aria-live="polite">
        {said.join(' ')}
      </p>
      <div className="making-item-end">
        <span className="making-hint" dir="auto">
          {figure === null ? '' : `Shown as: ${formatFigure(figure)}`}
        </span>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label={`Delete ${name.toLowerCase()}`}
          title={`Delete ${name.toLowerCase()}`}
          onClick={onDelete}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
    </div>
  );
}

function writtenOf(figure: Figure | null): WrittenFigure {
  return {
    value: figure === null ? '' : String(figure.value),
    unit: figure?.unit ?? '',
    label: figure?.label ?? '',
    qualifier: figure?.qualifier ?? '',
    currency: figure?.currency ?? '',
  };
}

import { useId, useState, type RefObject } from 'react';
import { Prose } from '../../ui/Prose.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Lines at the start; one: a field of one line. */
  readonly rows: number;
  readonly hasPreview?: boolean;
  readonly isLabelHidden?: boolean;
  readonly placeholder?: string;
  readonly fieldRef?: RefObject<HTMLInputElement | null>;
  /** What is wrong with a text, in words; null where it can be taken. */
  readonly problemOf: (text: string) => string | null;
  /** Takes a text without a problem, letter by letter. */
  readonly onWrite: (text: string) => void;
  /** The writing is over. */
  readonly onRest: () => void;
}

/** A text of a scene. What cannot be taken stays in the field, with the reason beside it. */
export function TextField({
  label,
  value,
  hint,
  rows,
  hasPreview = false,
  isLabelHidden = false,
  placeholder,
  fieldRef,
  problemOf,
  onWrite,
  onRest,
}: TextFieldProps) {
  const id = useId();
  /** What stands in the field and could not be taken; null where it is the value. */
  const [refused, setRefused] = useState<string | null>(null);
  const [isPreview, setPreview] = useState(false);
  const problem = refused === null ? null : problemOf(refused);

  const write = (text: string): void => {
    const isFine = problemOf(text) === null;
    setRefused(isFine ? null : text);
    if (isFine) onWrite(text);
  };
  const shared = {
    id,
    className: 'field making-field',
    value: refused ?? value,
    placeholder,
    dir: 'auto',
    'aria-invalid': problem !== null,
    'aria-describedby': `${id}-problem ${id}-hint`,
    onBlur: onRest,
  } as const;
  return (
    <div className="making-part">
      <div className={isLabelHidden ? 'visually-hidden' : 'making-label'}>
        <label htmlFor={id}>{label}</label>
        {hasPreview ? (
          <button
            type="button"
            className="text-button"
            aria-pressed={isPreview}
            aria-label={`Preview of ${label.toLowerCase()}`}
            onClick={() => setPreview(!isPreview)}
          >
            {isPreview ? 'Write' : 'Preview'}
          </button>
        ) : null}
      </div>
      {isPreview ? (
        <div className="making-preview">
          {value === '' ? (
            <p className="making-hint">Nothing is written yet.</p>
          ) : (
            <Prose text={value} />
          )}
        </div>
      ) : rows === 1 ? (
        <input
          {...shared}
          ref={fieldRef}
          type="text"
          autoComplete="off"
          onChange={(event) => write(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => write(event.currentTarget.value)} />
      )}
      <p id={`${id}-problem`} className="making-problem" aria-live="polite">
        {problem === null ? null : `${problem} Until then, “${value.slice(0, 60)}” stays.`}
      </p>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="making-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

import { useId, type ReactNode } from 'react';
import { pathText, problemAt } from './draft.ts';
import type { FieldSpec } from './fields.ts';
import { useForm, type Path } from './form.ts';

export interface FieldProps {
  readonly spec: FieldSpec;
  readonly path: Path;
  readonly value: unknown;
  /** Of the row that it stands in, for its accessible name: "Actor 2". */
  readonly row?: string;
}

/** What an input needs to be known by its label, its hint and its problem. */
export interface FieldAttributes {
  readonly id: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface LabelledProps extends FieldProps {
  /** Read with the hint. */
  readonly noteId?: string;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A field under its label, with what is wrong beside it. */
export function Labelled({ spec, path, row, noteId, children }: LabelledProps): ReactNode {
  const { problems } = useForm();
  const id = useId();
  const problem = problemAt(problems, pathText(path));
  const described = [
    problem === null ? '' : `${id}-problem`,
    spec.hint === undefined ? '' : `${id}-hint`,
    noteId ?? '',
  ].filter((each) => each !== '');
  return (
    <div className="edit-field">
      <label htmlFor={id}>{spec.label}</label>
      {children({
        id,
        // In a list of rows the label alone would not say which one it is.
        ...(row === undefined ? {} : { 'aria-label': `${row}: ${spec.label.toLowerCase()}` }),
        'aria-invalid': problem !== null,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      })}
      {spec.hint === undefined ? null : (
        <p id={`${id}-hint`} className="edit-hint">
          {spec.hint}
        </p>
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} className="edit-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

import { useId, useLayoutEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { isRecord } from '../../model/schemaPart.ts';
import type { Values } from '../../document/history/draft.ts';
import { blank, pathText, problemAt } from './draft.ts';
import type { FieldSpec } from './fields.ts';
import { useForm, type Path } from './form.ts';
import type { FieldProps } from './Labelled.tsx';

interface RowsFieldProps {
  readonly spec: Extract<FieldSpec, { readonly kind: 'rows' }>;
  readonly path: Path;
  readonly value: unknown;
  /** What draws a field of a row: handed in, since rows stand in fields too. */
  readonly Field: ComponentType<FieldProps>;
}

/** A list of things that have fields of their own. */
export function RowsField({ spec, path, value, Field }: RowsFieldProps): ReactNode {
  const { put, problems } = useForm();
  const titleId = useId();
  const list = useRef<HTMLDivElement>(null);
  const isFocusDue = useRef(false);
  const rows: readonly Values[] = Array.isArray(value) ? value.filter(isRecord) : [];
  const problem = problemAt(problems, pathText(path));

  // A row that has just been added is written next.
  useLayoutEffect(() => {
    if (!isFocusDue.current) return;
    isFocusDue.current = false;
    const last = list.current?.querySelector(':scope > .edit-row:last-of-type');
    last?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });

  const move = (from: number, to: number): void => {
    const row = rows[from];
    if (row !== undefined) put(path, rows.toSpliced(from, 1).toSpliced(to, 0, row));
  };
  return (
    <div ref={list} className="edit-rows" role="group" aria-labelledby={titleId}>
      <h3 id={titleId} className="edit-rows-title">
        {spec.label}
        {rows.length === 0 ? null : <span className="edit-count">{rows.length}</span>}
      </h3>
      {problem === null ? null : <p className="edit-problem">{problem}</p>}
      {rows.map((row, i) => {
        const name = `${capital(spec.item)} ${String(i + 1)}`;
        return (
          // Rows are told apart by their place: two may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className="edit-row" role="group" aria-label={name}>
            <div className="edit-row-buttons">
              <span className="edit-row-name" aria-hidden>
                {i + 1}
              </span>
              <RowButton
                name={`Move ${name} up`}
                Icon={ArrowUp}
                isOff={i === 0}
                onClick={() => move(i, i - 1)}
              />
              <RowButton
                name={`Move ${name} down`}
                Icon={ArrowDown}
                isOff={i === rows.length - 1}
                onClick={() => move(i, i + 1)}
              />
              <RowButton
                name={`Delete ${name}`}
                Icon={Trash2}
                isOff={false}
                onClick={() => put(path, rows.toSpliced(i, 1))}
              />
            </div>
            {spec.fields.map((field) => (
              <Field
                key={field.key}
                spec={field}
                path={[...path, i, field.key]}
                value={row[field.key]}
                row={name}
              />
            ))}
          </div>
        );
      })}
      <button
        type="button"
        className="button is-small is-quiet edit-add"
        onClick={() => {
          isFocusDue.current = true;
          put(path, [...rows, blank(spec.fields)]);
        }}
      >
        <Plus aria-hidden />
        Add {spec.item}
      </button>
    </div>
  );
}

interface RowButtonProps {
  readonly name: string;
  readonly Icon: typeof Plus;
  readonly isOff: boolean;
  readonly onClick: () => void;
}

function RowButton({ name, Icon, isOff, onClick }: RowButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="button is-icon is-quiet"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    >
      <Icon aria-hidden />
    </button>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

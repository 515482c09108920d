import { useId, type ReactNode } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { DateField } from './DateField.tsx';
import { textOf } from './draft.ts';
import { useForm } from './form.ts';
import { Labelled, type FieldProps } from './Labelled.tsx';
import { ReferenceField, ReferencesField } from './ReferenceField.tsx';
import { RowsField } from './RowsField.tsx';

/** One field of a record, as its kind has it. */
export function Field(props: FieldProps): ReactNode {
  const { spec, path, value } = props;
  const { put } = useForm();
  switch (spec.kind) {
    case 'rows':
      return <RowsField spec={spec} path={path} value={value} Field={Field} />;
    case 'reference':
      return <ReferenceField {...props} list={spec.list} />;
    case 'references':
      return <ReferencesField {...props} list={spec.list} />;
    case 'date':
      return <DateField {...props} />;
    case 'yes':
      return (
        <label className="edit-check">
          <input
            type="checkbox"
            className="checkbox"
            checked={value === true}
            onChange={(event) => put(path, event.currentTarget.checked)}
          />
          {spec.label}
        </label>
      );
    case 'choice':
      return (
        <Labelled {...props}>
          {(attributes) => (
            <select
              {...attributes}
              className="select edit-input"
              value={textOf(value)}
              onChange={(event) => put(path, event.currentTarget.value)}
            >
              {spec.otherwise === undefined ? (
                <option value="">Choose…</option>
              ) : (
                <option value="">{spec.otherwise}</option>
              )}
              {spec.options.map(([option, words]) => (
                <option key={option} value={option}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      );
    case 'text':
    case 'lines':
      return (
        <Labelled {...props}>
          {(attributes) => (
            <textarea
              {...attributes}
              className="field edit-input edit-text"
              rows={spec.kind === 'text' ? 3 : 2}
              dir="auto"
              value={textOf(value)}
              onChange={(event) => put(path, event.currentTarget.value)}
            />
          )}
        </Labelled>
      );
    case 'word':
      return <WordField {...props} />;
    case 'line':
    case 'number':
      return (
        <Labelled {...props}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              className="field edit-input"
              inputMode={spec.kind === 'number' ? 'decimal' : 'text'}
              autoComplete="off"
              dir="auto"
              value={textOf(value)}
              onChange={(event) => put(path, event.currentTarget.value)}
            />
          )}
        </Labelled>
      );
  }
}

/** A word of the history's own, or a new one. */
function WordField(props: FieldProps): ReactNode {
  const { path, value } = props;
  const sectors = useApp((state) => state.history?.sectors);
  const { put } = useForm();
  const listId = useId();
  return (
    <Labelled {...props}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="text"
            className="field edit-input"
            autoComplete="off"
            list={listId}
            value={textOf(value)}
            onChange={(event) => put(path, event.currentTarget.value)}
          />
          <datalist id={listId}>
            {sectors?.map((sector) => (
              <option key={sector} value={sector}>
                {sector}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Labelled>
  );
}

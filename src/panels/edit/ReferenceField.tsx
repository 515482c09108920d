import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { RECORD_WORDS, type AnyRecord } from '../../document/history/commands.ts';
import { pathText, problemAt, textOf } from './draft.ts';
import type { NamedList } from './fields.ts';
import { Finder } from './Finder.tsx';
import { useForm } from './form.ts';
import { Labelled, type FieldProps } from './Labelled.tsx';

interface ReferenceProps extends FieldProps {
  readonly list: NamedList;
}

/** Another record that this one names. */
export function ReferenceField(props: ReferenceProps): ReactNode {
  const { spec, path, value, list, row } = props;
  const { put, nameOf } = useForm();
  const id = textOf(value);
  if (id !== '') {
    return (
      <div className="edit-field" role="group" aria-label={nameIn(spec.label, row)}>
        <span className="edit-label">{spec.label}</span>
        <Chip name={nameOf(list, id)} onRemove={() => put(path, '')} />
        <ChipProblem path={pathText(path)} />
      </div>
    );
  }
  return (
    <Labelled {...props}>
      {(attributes) => (
        <Finder
          attributes={attributes}
          list={list}
          placeholder={`Find ${article(list)} by name`}
          except={[]}
          onPick={(picked) => put(path, picked)}
          onMake={list === 'events' ? null : (made) => put(path, idIn(made), made)}
        />
      )}
    </Labelled>
  );
}

/** Several of them, in an order. */
export function ReferencesField(props: ReferenceProps): ReactNode {
  const { spec, path, value, list, row } = props;
  const { put, nameOf } = useForm();
  const ids = (Array.isArray(value) ? value : []).filter((id) => typeof id === 'string');
  return (
    <div className="edit-references" role="group" aria-label={nameIn(spec.label, row)}>
      <Labelled {...props}>
        {(attributes) => (
          <>
            {ids.length === 0 ? null : (
              <ul className="edit-chips">
                {ids.map((id, i) => (
                  <li key={id}>
                    <Chip name={nameOf(list, id)} onRemove={() => put(path, ids.toSpliced(i, 1))} />
                    <ChipProblem path={`${pathText(path)}[${String(i)}]`} />
                  </li>
                ))}
              </ul>
            )}
            <Finder
              attributes={attributes}
              list={list}
              placeholder={`Add ${article(list)} by name`}
              except={ids}
              onPick={(picked) => put(path, [...ids, picked])}
              onMake={(made) => put(path, [...ids, idIn(made)], made)}
            />
          </>
        )}
      </Labelled>
    </div>
  );
}

function Chip({
  name,
  onRemove,
}: {
  readonly name: string;
  readonly onRemove: () => void;
}): ReactNode {
  return (
    <span className="chip edit-chip">
      <span className="chip-words" dir="auto">
        {name}
      </span>
      <button
        type="button"
        className="chip-remove"
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </span>
  );
}

function ChipProblem({ path }: { readonly path: string }): ReactNode {
  const problem = problemAt(useForm().problems, path);
  return problem === null ? null : <p className="edit-problem">{problem}</p>;
}

function nameIn(label: string, row: string | undefined): string {
  return row === undefined ? label : `${row}: ${label.toLowerCase()}`;
}

function article(list: NamedList): string {
  const words = RECORD_WORDS[list];
  return /^[aeiou]/u.test(words) ? `an ${words}` : `a ${words}`;
}

function idIn({ record }: AnyRecord): string {
  return textOf(Reflect.get(record, 'id'));
}

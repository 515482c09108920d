/*
 * Columns whose cells name things: organisations, people, places, themes.
 * Knows: a mapping's names and actors. Must not know: the other fields of a mapping.
 */
import { useId } from 'react';
import type { ActorsMapping, NamesMapping } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';
import type { ActorKind, Part } from '../../../model/types.ts';
import { ColumnSelect, SeparatorsSelect } from './fields.tsx';

interface NamesFieldsProps<Names extends NamesMapping> {
  /** "Organisations". */
  readonly label: string;
  readonly columns: readonly ColumnProfile[];
  readonly value: readonly Names[];
  readonly onChange: (value: readonly Names[]) => void;
  readonly make: (names: NamesMapping) => Names;
  /** What more can be said of one of them. */
  readonly renderMore?: (names: Names, onChange: (names: Names) => void) => React.ReactNode;
}

/** A column, what separates the names in its cells, and room for one more column. */
export function NamesFields<Names extends NamesMapping>({
  label,
  columns,
  value,
  onChange,
  make,
  renderMore,
}: NamesFieldsProps<Names>) {
  const free = columns.filter(({ name }) => !value.some(({ column }) => column === name));
  const set = (index: number, names: Names | null): void =>
    onChange(names === null ? value.toSpliced(index, 1) : value.toSpliced(index, 1, names));
  const separatorsOf = (column: string): readonly string[] =>
    columns.find(({ name }) => name === column)?.separators ?? [];
  const add = (column: string | null): void => {
    if (column !== null) onChange([...value, make({ column, separators: separatorsOf(column) })]);
  };
  return (
    <div className="names-fields">
      {value.map((names, i) => (
        <div key={names.column} className="names-one">
          <ColumnSelect
            label={i === 0 ? label : `${label}, column ${String(i + 1)}`}
            isLabelHidden={i > 0}
            columns={columns.filter(
              ({ name }) => name === names.column || free.some((each) => each.name === name),
            )}
            value={names.column}
            onChange={(column) =>
              set(
                i,
                column === null ? null : { ...names, column, separators: separatorsOf(column) },
              )
            }
          />
          <SeparatorsSelect
            label={`Names in ${names.column}`}
            value={names.separators}
            onChange={(separators) => set(i, { ...names, separators })}
          />
          {renderMore?.(names, (next) => set(i, next))}
        </div>
      ))}
      {free.length === 0 ? null : (
        <ColumnSelect
          label={value.length === 0 ? label : `More ${label.toLowerCase()}`}
          isLabelHidden={value.length > 0}
          isSlight={value.length > 0}
          columns={free}
          value={null}
          none={value.length === 0 ? 'none' : `more ${label.toLowerCase()} …`}
          onChange={add}
        />
      )}
    </div>
  );
}

const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  organisation: 'organisations',
  group: 'groups',
  person: 'people',
  office: 'offices',
};

const PART_WORDS: Readonly<Record<Part, string>> = {
  'took-part': 'took part',
  mentioned: 'were mentioned',
  expected: 'were expected',
};

interface ActorsFieldsProps {
  readonly label: string;
  readonly kinds: readonly [ActorKind, ActorKind];
  readonly columns: readonly ColumnProfile[];
  readonly value: readonly ActorsMapping[];
  readonly onChange: (value: readonly ActorsMapping[]) => void;
}

/** Of two kinds that one facet holds together; actors of other kinds are left as they are. */
export function ActorsFields({ label, kinds, columns, value, onChange }: ActorsFieldsProps) {
  const isOurs = ({ kind }: ActorsMapping): boolean => kinds.includes(kind);
  const others = value.filter((actors) => !isOurs(actors));
  const taken = new Set(others.map(({ column }) => column));
  return (
    <NamesFields
      label={label}
      columns={columns.filter(({ name }) => !taken.has(name))}
      value={value.filter(isOurs)}
      make={(names) => ({
        ...names,
        kind: kinds[0],
        role: null,
        titleColumn: null,
        part: PARTS[0],
      })}
      onChange={(ours) => onChange([...others, ...ours])}
      renderMore={(actors, set) => (
        <ActorsMore kinds={kinds} columns={columns} value={actors} onChange={set} />
      )}
    />
  );
}

interface ActorsMoreProps {
  readonly kinds: readonly ActorKind[];
  readonly columns: readonly ColumnProfile[];
  readonly value: ActorsMapping;
  readonly onChange: (value: ActorsMapping) => void;
}

function ActorsMore({ kinds, columns, value, onChange }: ActorsMoreProps) {
  const id = useId();
  return (
    <details className="names-more">
      <summary>More about {value.column}</summary>
      <div className="column-field">
        <label htmlFor={`${id}-kind`} className="column-label">
          They are
        </label>
        <select
          id={`${id}-kind`}
          className="select"
          value={value.kind}
          onChange={({ currentTarget }) =>
            onChange({
              ...value,
              kind: kinds.find((kind) => kind === currentTarget.value) ?? value.kind,
            })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </select>
      </div>
      <div className="column-field">
        <label htmlFor={`${id}-part`} className="column-label">
          They
        </label>
        <select
          id={`${id}-part`}
          className="select"
          value={value.part}
          onChange={({ currentTarget }) =>
            onChange({ ...value, part: partOf(currentTarget.value) ?? value.part })
          }
        >
          {PARTS.map((part) => (
            <option key={part} value={part}>
              {PART_WORDS[part]}
            </option>
          ))}
        </select>
      </div>
      <div className="column-field">
        <label htmlFor={`${id}-role`} className="column-label">
          Their role
        </label>
        <input
          id={`${id}-role`}
          className="field"
          placeholder="such as host"
          value={value.role ?? ''}
          onChange={({ currentTarget: { value: role } }) =>
            onChange({ ...value, role: role === '' ? null : role })
          }
        />
      </div>
      <ColumnSelect
        label="Their title at that time"
        columns={columns}
        value={value.titleColumn}
        onChange={(titleColumn) => onChange({ ...value, titleColumn })}
      />
    </details>
  );
}

const PARTS = ['took-part', 'mentioned', 'expected'] as const satisfies readonly Part[];

function partOf(text: string): Part | undefined {
  return PARTS.find((part) => part === text);
}

/*
 * The few fields that a mapping is made with: one column, several columns, what separates names.
 * Knows: the columns of a table. Must not know: what a column is chosen for.
 */
import { useId, type ReactNode } from 'react';
import { X } from 'lucide-react';
import type { ColumnName } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';

export interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly ColumnProfile[];
  readonly value: ColumnName | null;
  readonly onChange: (column: ColumnName | null) => void;
  /** What choosing none means. */
  readonly none?: string;
  /** Choices beside the columns, with values that no column can have. */
  readonly others?: readonly { readonly value: string; readonly words: string }[];
  readonly isLabelHidden?: boolean;
  readonly isSlight?: boolean;
}

const NO_OTHERS: NonNullable<ColumnSelectProps['others']> = [];

/** A value that is no name of a column: those are trimmed. */
const NONE = ' ';

export function ColumnSelect({
  label,
  columns,
  value,
  onChange,
  none = 'none',
  others = NO_OTHERS,
  isLabelHidden = false,
  isSlight = false,
}: ColumnSelectProps) {
  const id = useId();
  const chosen = columns.find(({ name }) => name === value);
  const isGone =
    value !== null && chosen === undefined && !others.some((other) => other.value === value);
  return (
    <div className="column-field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'column-label'}>
        {label}
      </label>
      <select
        id={id}
        className={isSlight ? 'select is-slight' : 'select'}
        value={value ?? NONE}
        aria-describedby={chosen === undefined ? undefined : `${id}-samples`}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === NONE ? null : currentTarget.value)
        }
      >
        <option value={NONE}>{none}</option>
        {others.map((other) => (
          <option key={other.value} value={other.value}>
            {other.words}
          </option>
        ))}
        {columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {isGone ? <option value={value}>{`${value} (not in this table)`}</option> : null}
      </select>
      {chosen === undefined || chosen.samples.length === 0 ? null : (
        <p id={`${id}-samples`} className="column-samples" dir="auto">
          {sampleWords(chosen)}
        </p>
      )}
    </div>
  );
}

function sampleWords({ samples }: ColumnProfile): string {
  return samples.slice(0, 3).join(' · ');
}

interface ColumnsFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly columns: readonly ColumnProfile[];
  readonly value: readonly ColumnName[];
  readonly onChange: (columns: readonly ColumnName[]) => void;
  /** What choosing one more does, such as "add a column". */
  readonly more: string;
  readonly none?: string;
}

/** Several columns in an order, such as those that a title is put together from. */
export function ColumnsField({
  label,
  hint,
  columns,
  value,
  onChange,
  more,
  none = 'none',
}: ColumnsFieldProps) {
  const free = columns.filter(({ name }) => !value.includes(name));
  const [first = null, ...rest] = value;
  const set = (index: number, column: ColumnName | null): void =>
    onChange(column === null ? value.toSpliced(index, 1) : value.toSpliced(index, 1, column));
  return (
    <div className="columns-field">
      <ColumnSelect
        label={label}
        columns={columns.filter(({ name }) => !rest.includes(name))}
        value={first}
        none={none}
        onChange={(column) => set(0, column)}
      />
      {rest.map((name, i) => (
        <Removable
          key={name}
          label={`Take ${name} out of ${label.toLowerCase()}`}
          onRemove={() => set(i + 1, null)}
        >
          <ColumnSelect
            label={`${label}, column ${String(i + 2)}`}
            isLabelHidden
            columns={columns.filter((column) => column.name === name || free.includes(column))}
            value={name}
            onChange={(column) => set(i + 1, column)}
          />
        </Removable>
      ))}
      {hint === undefined ? null : <p className="column-hint">{hint}</p>}
      {first === null || free.length === 0 ? null : (
        <ColumnSelect
          label={more}
          isLabelHidden
          isSlight
          columns={free}
          value={null}
          none={`${more} …`}
          onChange={(column) => {
            if (column !== null) onChange([...value, column]);
          }}
        />
      )}
    </div>
  );
}

interface RemovableProps {
  readonly label: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function Removable({ label, onRemove, children }: RemovableProps) {
  return (
    <div className="removable">
      {children}
      <button
        type="button"
        className="button is-icon is-quiet"
        aria-label={label}
        title={label}
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}

const SEPARATORS: readonly { readonly marks: readonly string[]; readonly words: string }[] = [
  { marks: [], words: 'one name a cell' },
  { marks: [';'], words: 'several, between semicolons' },
  { marks: [','], words: 'several, between commas' },
  { marks: ['\n'], words: 'several, a line each' },
  { marks: ['/'], words: 'several, between slashes' },
  { marks: ['|'], words: 'several, between bars' },
  { marks: [';', ','], words: 'several, between semicolons or commas' },
];

interface SeparatorsSelectProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (separators: readonly string[]) => void;
}

export function SeparatorsSelect({ label, value, onChange }: SeparatorsSelectProps) {
  const id = useId();
  const key = keyOf(value);
  const isListed = SEPARATORS.some(({ marks }) => keyOf(marks) === key);
  const all = isListed ? SEPARATORS : [...SEPARATORS, { marks: value, words: ownWords(value) }];
  return (
    <div className="column-field">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        className="select is-slight"
        value={key}
        onChange={({ currentTarget }) =>
          onChange(all.find(({ marks }) => keyOf(marks) === currentTarget.value)?.marks ?? [])
        }
      >
        {all.map(({ marks, words }) => (
          <option key={keyOf(marks)} value={keyOf(marks)}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function keyOf(marks: readonly string[]): string {
  return JSON.stringify(marks);
}

function ownWords(marks: readonly string[]): string {
  const named = marks.map((mark) => (mark === '\n' ? 'line breaks' : `“${mark.trim()}”`));
  return `several, between ${named.join(' or ')}`;
}

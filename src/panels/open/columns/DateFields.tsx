/*
 * When an event was: in one cell or in parts, with an end or without, and what the cells cannot tell.
 * Knows: a mapping's dates. Must not know: the other fields of a mapping.
 */
import { useId } from 'react';
import type { DateMapping, DateOrder, DatePlace } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';
import { ColumnSelect } from './fields.tsx';
import { dateQuestionOf, dateSampleOf } from './dateQuestion.ts';

interface DateFieldsProps {
  readonly columns: readonly ColumnProfile[];
  readonly value: DateMapping;
  readonly onChange: (date: DateMapping) => void;
}

export function DateFields({ columns, value, onChange }: DateFieldsProps) {
  const patch = (part: Partial<DateMapping>): void => onChange({ ...value, ...part });
  const question = dateQuestionOf(columns, value);
  const lacksYears = columns.some(
    (column) => column.lacksYears && columnsIn(value.start).includes(column.name),
  );
  return (
    <fieldset className="role-group">
      <legend>When</legend>
      <PlaceFields
        label="Date"
        none="none: no dates"
        columns={columns}
        value={value.start}
        onChange={(start) => patch({ start })}
      />
      <PlaceFields
        label="End"
        none="none, or in the same cell"
        columns={columns}
        value={value.end}
        onChange={(end) => patch({ end })}
      />
      {question === null ? null : (
        <OrderQuestion
          sample={dateSampleOf(columns, value)}
          isMixed={question === 'mixed'}
          value={value.order}
          onChange={(order) => patch({ order })}
        />
      )}
      {lacksYears || value.year !== null ? (
        <YearField
          label="Year of dates without one"
          value={value.year}
          onChange={(year) => patch({ year })}
        />
      ) : null}
    </fieldset>
  );
}

/** A value that is no name of a column. */
const PARTS = ' parts';

interface PlaceFieldsProps {
  readonly label: string;
  readonly none: string;
  readonly columns: readonly ColumnProfile[];
  readonly value: DatePlace | null;
  readonly onChange: (place: DatePlace | null) => void;
}

function PlaceFields({ label, none, columns, value, onChange }: PlaceFieldsProps) {
  const chosen = value === null ? null : value.in === 'parts' ? PARTS : value.column;
  const choose = (column: string | null): void => {
    if (column === null) onChange(null);
    else if (column !== PARTS) onChange({ in: 'cell', column });
    else {
      const year = value?.in === 'cell' ? value.column : (columns[0]?.name ?? '');
      onChange({ in: 'parts', year, month: null, day: null, time: null });
    }
  };
  return (
    <>
      <ColumnSelect
        label={label}
        columns={columns}
        value={chosen}
        none={none}
        others={[{ value: PARTS, words: 'in several columns: year, month, day' }]}
        onChange={choose}
      />
      {value?.in === 'parts' ? (
        <div className="date-parts">
          <ColumnSelect
            label={`${label}: year`}
            columns={columns}
            value={value.year}
            onChange={(year) => (year === null ? onChange(null) : onChange({ ...value, year }))}
          />
          {(['month', 'day', 'time'] as const).map((part) => (
            <ColumnSelect
              key={part}
              label={`${label}: ${part}`}
              columns={columns}
              value={value[part]}
              onChange={(column) => onChange({ ...value, [part]: column })}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

const ORDERS: readonly { readonly order: DateOrder; readonly words: string }[] = [
  { order: 'day-first', words: 'day first (DD/MM/YYYY)' },
  { order: 'month-first', words: 'month first (MM/DD/YYYY)' },
];

interface OrderQuestionProps {
  readonly sample: string | null;
  readonly isMixed: boolean;
  readonly value: DateOrder | null;
  readonly onChange: (order: DateOrder) => void;
}

function OrderQuestion({ sample, isMixed, value, onChange }: OrderQuestionProps) {
  const name = useId();
  const such = sample === null ? '' : `, such as ${sample},`;
  return (
    <fieldset className="order-question" data-open={value === null || undefined}>
      <legend>
        {isMixed
          ? `Some dates${such} contradict one another. Which comes first where both are possible?`
          : `Dates${such} can be read in two ways. Which comes first?`}
      </legend>
      {ORDERS.map(({ order, words }) => (
        <label key={order}>
          <input
            type="radio"
            name={name}
            checked={value === order}
            onChange={() => onChange(order)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

interface YearFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (year: number | null) => void;
}

export function YearField({ label, value, onChange }: YearFieldProps) {
  const id = useId();
  return (
    <div className="column-field">
      <label htmlFor={id} className="column-label">
        {label}
      </label>
      <input
        id={id}
        className="field is-short"
        inputMode="numeric"
        autoComplete="off"
        placeholder="2014"
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          if (/^-?\d{0,6}$/u.test(text))
            onChange(text === '' || text === '-' ? null : Number(text));
        }}
      />
    </div>
  );
}

function columnsIn(place: DatePlace | null): readonly string[] {
  if (place === null) return [];
  return place.in === 'cell' ? [place.column] : [place.year];
}

/*
 * What a mapping can say beyond the common: sources, kinds, coordinates, constants, odd dates.
 * Knows: mappings, profiles of columns. Must not know: cells, how a mapping is applied.
 */
import { useId } from 'react';
import type { ConstantMapping, SourceMapping } from '../../../formats/table/mapping.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { YearField } from './DateFields.tsx';
import { ColumnSelect, ColumnsField, Removable } from './fields.tsx';
import type { MappingFormProps } from './RoleForm.tsx';

const NO_SOURCE: SourceMapping = {
  title: null,
  url: null,
  locator: null,
  publisher: null,
  quote: null,
};

const SOURCE_PARTS: readonly { readonly part: keyof SourceMapping; readonly words: string }[] = [
  { part: 'title', words: 'Source' },
  { part: 'url', words: 'Address of the source' },
  { part: 'publisher', words: 'Publisher' },
  { part: 'locator', words: 'Page or row in the source' },
  { part: 'quote', words: 'Quotation' },
];

export function MoreFields({ columns, value, onChange }: MappingFormProps) {
  const patch = (part: Partial<typeof value>): void => onChange({ ...value, ...part });
  const source = value.sources[0] ?? NO_SOURCE;
  const setSource = (part: keyof SourceMapping, column: string | null): void => {
    const next = { ...source, [part]: column };
    const isEmpty = Object.values(next).every((each) => each === null);
    patch({ sources: isEmpty ? value.sources.slice(1) : [next, ...value.sources.slice(1)] });
  };
  const [shown, rest] = [SOURCE_PARTS.slice(0, 2), SOURCE_PARTS.slice(2)];
  const sourceField = ({ part, words }: (typeof SOURCE_PARTS)[number]) => (
    <ColumnSelect
      key={part}
      label={words}
      columns={columns}
      value={source[part]}
      onChange={(column) => setSource(part, column)}
    />
  );
  return (
    <>
      <fieldset className="role-group">
        <legend>How we know</legend>
        {shown.map(sourceField)}
      </fieldset>
      <details className="role-group role-more">
        <summary>More columns, and values for what is missing</summary>
        {rest.map(sourceField)}
        {(['kind', 'status', 'weight', 'latitude', 'longitude'] as const).map((field) => (
          <ColumnSelect
            key={field}
            label={FIELD_WORDS[field]}
            columns={columns}
            value={value[field]}
            onChange={(column) => patch({ [field]: column })}
          />
        ))}
        <ColumnsField
          label="Listed under the description"
          more="list another column"
          columns={columns}
          value={value.details}
          onChange={(details) => patch({ details })}
        />
        <ConstantFields
          columns={columns}
          value={value.constants}
          onChange={(constants) => patch({ constants })}
        />
        <YearField
          label="Year of dates without one"
          value={value.date.year}
          onChange={(year) => patch({ date: { ...value.date, year } })}
        />
        <YearField
          label="Years of two digits begin with"
          value={value.date.twoDigitYearsFrom}
          onChange={(year) =>
            patch({
              date: { ...value.date, twoDigitYearsFrom: year ?? value.date.twoDigitYearsFrom },
            })
          }
        />
        {DATE_SWITCHES.map(({ field, label, hint }) => (
          <Switch
            key={field}
            label={label}
            hint={hint}
            isOn={value.date[field]}
            onChange={(isOn) => patch({ date: { ...value.date, [field]: isOn } })}
          />
        ))}
      </details>
    </>
  );
}

const DATE_SWITCHES = [
  {
    field: 'hasDayNumbers',
    label: 'Dates are a spreadsheet’s day numbers',
    hint: '45353 is 1 March 2024',
  },
  {
    field: 'hasEmptyTimes',
    label: 'Midnight means that no time is known',
    hint: '2014-03-12T00:00:00Z is the day',
  },
  {
    field: 'hasShortYears',
    label: 'Two years may be written in short',
    hint: '1921-23 is from 1921 to 1923',
  },
] as const;

const FIELD_WORDS = {
  kind: 'Kind of event',
  status: 'Status: planned, cancelled …',
  weight: 'Weight, 1 to 5',
  latitude: 'Latitude',
  longitude: 'Longitude',
} as const;

interface ConstantFieldsProps {
  readonly columns: MappingFormProps['columns'];
  readonly value: readonly ConstantMapping[];
  readonly onChange: (constants: readonly ConstantMapping[]) => void;
}

/** A value for the blank cells of a column. */
function ConstantFields({ columns, value, onChange }: ConstantFieldsProps) {
  const id = useId();
  const free = columns.filter(({ name }) => !value.some(({ column }) => column === name));
  return (
    <div className="names-fields">
      {value.map(({ column, value: text }, i) => (
        <Removable
          key={column}
          label={`Take away the value for ${column}`}
          onRemove={() => onChange(value.toSpliced(i, 1))}
        >
          <div className="column-field">
            <label htmlFor={`${id}-${String(i)}`} className="column-label">
              Where {column} is blank
            </label>
            <input
              id={`${id}-${String(i)}`}
              className="field"
              value={text}
              onChange={({ currentTarget }) =>
                onChange(value.toSpliced(i, 1, { column, value: currentTarget.value }))
              }
            />
          </div>
        </Removable>
      ))}
      <ColumnSelect
        label="A value for blank cells of"
        columns={free}
        value={null}
        none="choose a column …"
        onChange={(column) => {
          if (column !== null) onChange([...value, { column, value: '' }]);
        }}
      />
    </div>
  );
}

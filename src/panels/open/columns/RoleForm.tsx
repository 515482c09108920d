/*
 * The form of a mapping: for each thing that an event has, which column holds it.
 * Knows: mappings, profiles of columns. Must not know: cells, how a mapping is applied.
 */
import { useId } from 'react';
import type { TableMapping } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';
import { DateFields } from './DateFields.tsx';
import { ColumnsField } from './fields.tsx';
import { MoreFields } from './MoreFields.tsx';
import { ActorsFields, NamesFields } from './NamesFields.tsx';

export interface MappingFormProps {
  readonly columns: readonly ColumnProfile[];
  readonly value: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

export function RoleForm({ columns, value, onChange }: MappingFormProps) {
  const titleId = useId();
  const patch = (part: Partial<TableMapping>): void => onChange({ ...value, ...part });
  return (
    <div className="role-form">
      <fieldset className="role-group">
        <legend>What</legend>
        <ColumnsField
          label="Title"
          more="add a column to the title"
          columns={columns}
          value={value.title.columns}
          onChange={(chosen) => patch({ title: { ...value.title, columns: chosen } })}
        />
        <ColumnsField
          label="Description"
          more="add a column to the description"
          columns={columns}
          value={value.summary.columns}
          onChange={(chosen) => patch({ summary: { ...value.summary, columns: chosen } })}
        />
      </fieldset>
      <DateFields columns={columns} value={value.date} onChange={(date) => patch({ date })} />
      <fieldset className="role-group">
        <legend>Who</legend>
        <ActorsFields
          label="Organisations"
          kinds={['organisation', 'group']}
          columns={columns}
          value={value.actors}
          onChange={(actors) => patch({ actors })}
        />
        <ActorsFields
          label="People"
          kinds={['person', 'office']}
          columns={columns}
          value={value.actors}
          onChange={(actors) => patch({ actors })}
        />
      </fieldset>
      <fieldset className="role-group">
        <legend>Where and about what</legend>
        <NamesFields
          label="Places"
          columns={columns}
          value={value.places}
          make={(names) => names}
          onChange={(places) => patch({ places })}
        />
        <NamesFields
          label="Themes"
          columns={columns}
          value={value.themes}
          make={(names) => names}
          onChange={(themes) => patch({ themes })}
        />
      </fieldset>
      <fieldset className="role-group">
        <legend>Rows</legend>
        <ColumnsField
          label="One event where rows agree in"
          none="nothing: each row is an event"
          more="add a column that has to agree"
          columns={columns}
          value={value.joinBy}
          onChange={(joinBy) => patch({ joinBy })}
        />
        <ColumnsField
          label="Blank cells take the value above in"
          more="add a column that is carried down"
          columns={columns}
          value={value.carryDown}
          onChange={(carryDown) => patch({ carryDown })}
        />
      </fieldset>
      <MoreFields columns={columns} value={value} onChange={onChange} />
      <div className="column-field">
        <label htmlFor={titleId} className="column-label">
          Title of the history
        </label>
        <input
          id={titleId}
          className="field"
          autoComplete="off"
          value={value.historyTitle}
          onChange={({ currentTarget }) => patch({ historyTitle: currentTarget.value })}
        />
      </div>
    </div>
  );
}

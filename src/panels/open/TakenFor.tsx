/*
 * What a file was taken for, with the others that it may be.
 * Knows: the names of formats. Must not know: how a file is recognised or read.
 */
import { useId } from 'react';
import type { FormatEntry } from '../../formats/desk/messages.ts';

interface TakenForProps {
  readonly format: FormatEntry;
  readonly possible: readonly FormatEntry[];
  readonly onChange: (id: string) => void;
}

export function TakenFor({ format, possible, onChange }: TakenForProps) {
  const id = useId();
  return (
    <div className="cut-field">
      <label htmlFor={id}>Taken for</label>
      <select
        id={id}
        className="select"
        value={format.id}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {possible.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
}

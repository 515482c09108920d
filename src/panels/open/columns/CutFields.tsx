/*
 * How a table is cut into cells: between what, and which row holds the headers.
 * Knows: cuts. Must not know: cells.
 */
import { useId } from 'react';
import type { TableCut } from '../../../formats/table/types.ts';

interface CutFieldsProps {
  readonly cut: TableCut;
  readonly onChange: (cut: TableCut) => void;
}

const DELIMITERS: readonly { readonly mark: string; readonly words: string }[] = [
  { mark: ',', words: 'commas' },
  { mark: ';', words: 'semicolons' },
  { mark: '\t', words: 'tabs' },
  { mark: '|', words: 'bars' },
];

/** More rows than stand above any table. */
const HEADER_ROWS = 10;
const NO_HEADER = 'none';

export function CutFields({ cut, onChange }: CutFieldsProps) {
  const id = useId();
  const delimiters = DELIMITERS.some(({ mark }) => mark === cut.delimiter)
    ? DELIMITERS
    : [...DELIMITERS, { mark: cut.delimiter, words: `“${cut.delimiter}”` }];
  const rows = Array.from({ length: Math.max(HEADER_ROWS, cut.headerRow ?? 0) }, (_, i) => i + 1);
  return (
    <>
      <div className="cut-field">
        <label htmlFor={`${id}-mark`}>Cells between</label>
        <select
          id={`${id}-mark`}
          className="select"
          value={cut.delimiter}
          onChange={({ currentTarget }) => onChange({ ...cut, delimiter: currentTarget.value })}
        >
          {delimiters.map(({ mark, words }) => (
            <option key={mark} value={mark}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div className="cut-field">
        <label htmlFor={`${id}-header`}>Headers in</label>
        <select
          id={`${id}-header`}
          className="select"
          value={cut.headerRow ?? NO_HEADER}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...cut, headerRow: value === NO_HEADER ? null : Number(value) })
          }
        >
          {rows.map((row) => (
            <option key={row} value={row}>
              {`row ${String(row)}`}
            </option>
          ))}
          <option value={NO_HEADER}>no row</option>
        </select>
      </div>
    </>
  );
}

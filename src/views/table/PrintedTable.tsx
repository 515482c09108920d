import type { ReactNode } from 'react';
import type { EventColumn, EventRow } from '../../engine/port.ts';
import { cellText, COLUMN_NAMES, type Names } from './columns.ts';

interface PrintedTableProps {
  readonly rows: readonly EventRow[];
  readonly matched: number;
  readonly columns: readonly EventColumn[];
  readonly names: Names;
}

const NUMBER = new Intl.NumberFormat('en-GB');

/** On paper there is no scrolling: a plain table, whose head stands on every sheet. */
export function PrintedTable({ rows, matched, columns, names }: PrintedTableProps): ReactNode {
  return (
    <table className="table-printed">
      {rows.length < matched ? (
        <caption>
          The first {NUMBER.format(rows.length)} of {NUMBER.format(matched)} events; the CSV has all
          of them.
        </caption>
      ) : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {COLUMN_NAMES[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) => (
              <td key={column} dir="auto">
                {cellText(row, column, names)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/*
 * The columns of a table with what stands in them, and what each is taken for.
 * Knows: profiles, a mapping's uses. Must not know: how the mapping is changed.
 */
import { useMemo } from 'react';
import type { TableMapping } from '../../../formats/table/mapping.ts';
import type { ColumnProfile } from '../../../formats/table/types.ts';
import { usesOf } from './uses.ts';

interface ColumnListProps {
  readonly columns: readonly ColumnProfile[];
  readonly mapping: TableMapping;
}

export function ColumnList({ columns, mapping }: ColumnListProps) {
  const uses = useMemo(() => usesOf(mapping), [mapping]);
  const unused = columns.filter(({ name }) => !uses.has(name)).length;
  return (
    <section className="column-list" aria-label="Columns in the file">
      <h3>
        Columns in the file
        <span className="column-list-count">
          {unused === 0
            ? 'all are used'
            : `${String(unused)} of ${String(columns.length)} not used`}
        </span>
      </h3>
      <div className="column-list-box">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Used as</th>
              <th scope="col">Filled</th>
              <th scope="col">Such as</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const words = uses.get(column.name) ?? [];
              return (
                <tr key={column.name} data-unused={words.length === 0 || undefined}>
                  <th scope="row" dir="auto">
                    {column.name}
                  </th>
                  <td>
                    {words.length === 0 ? (
                      'not used'
                    ) : (
                      <span className="tag">{words.join(', ')}</span>
                    )}
                  </td>
                  <td className="column-filled">{filledWords(column)}</td>
                  <td className="column-cells" dir="auto">
                    {column.samples.slice(0, 4).join(' · ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function filledWords({ filledTotal, lookedAtTotal }: ColumnProfile): string {
  if (lookedAtTotal === 0) return '0%';
  const share = filledTotal / lookedAtTotal;
  if (share > 0 && share < 0.01) return 'under 1%';
  // Nothing that has gaps is called full.
  return `${String(share === 1 ? 100 : Math.min(99, Math.round(share * 100)))}%`;
}

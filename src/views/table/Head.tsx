import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EventColumn } from '../../engine/port.ts';
import type { TableChoices } from '../../state/choices.ts';
import { COLUMN_NAMES } from './columns.ts';

interface HeadProps {
  readonly columns: readonly EventColumn[];
  readonly sort: TableChoices['sort'];
  /** The column that the tab key reaches; null while it reaches an event. */
  readonly focusColumn: EventColumn | null;
  readonly onSort: (column: EventColumn) => void;
}

/** The names of the columns, each a button that sorts by it, and the other way round the next time. */
export function Head({ columns, sort, focusColumn, onSort }: HeadProps): ReactNode {
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" className="table-head-row" aria-rowindex={1} data-index={-1}>
        {columns.map((column) => {
          const isSorted = sort.by === column;
          return (
            <div
              key={column}
              role="columnheader"
              className={`table-head-cell is-${column}`}
              aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
              data-column={column}
            >
              <button
                type="button"
                className="table-sort"
                tabIndex={column === focusColumn ? 0 : -1}
                onClick={() => onSort(column)}
              >
                {COLUMN_NAMES[column]}
                {isSorted ? (
                  sort.isDescending ? (
                    <ArrowDown aria-hidden="true" />
                  ) : (
                    <ArrowUp aria-hidden="true" />
                  )
                ) : null}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}

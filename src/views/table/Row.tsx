import { memo, type ReactNode } from 'react';
import { Lazy } from '../../ui/Lazy.tsx';
import type { EventColumn, EventRow } from '../../engine/port.ts';
import type { Leaving } from './CellEditor.tsx';
import { cellText, COLUMN_NAMES, type Names } from './columns.ts';

const loadCellEditor = () => import('./CellEditor.tsx').then((module) => module.CellEditor);

interface RowProps {
  readonly index: number;
  /** Null while it is on its way. */
  readonly row: EventRow | null;
  readonly columns: readonly EventColumn[];
  readonly names: Names;
  readonly topPx: number;
  /** The column that the tab key reaches in this row; null in all rows but one. */
  readonly focusColumn: EventColumn | null;
  /** The column that is being written in this row. */
  readonly editedColumn: EventColumn | null;
  readonly onLeave: (where: Leaving) => void;
  readonly whenShown: () => Promise<void>;
  readonly isMarked: boolean;
  /** Its event is open in the details. */
  readonly isOpen: boolean;
  /** Its event is lit by what the pointer or the focus is on, here or elsewhere. */
  readonly isLit: boolean;
}

/** One event. What pointer and keys do here, the grid around it hears; while one scrolls, it stays as it is. */
export const Row = memo(function Row(props: RowProps): ReactNode {
  const { index, row, columns, names, topPx, focusColumn, editedColumn } = props;
  const { isMarked, isOpen, isLit, onLeave, whenShown } = props;
  const classes = ['table-row'];
  if (index % 2 === 1) classes.push('is-odd');
  if (row !== null && row.status !== 'happened') classes.push('is-tentative');
  if (isLit) classes.push('is-lit');
  return (
    <div
      role="row"
      className={classes.join(' ')}
      aria-rowindex={index + 2}
      aria-selected={isMarked}
      aria-current={isOpen || undefined}
      aria-busy={row === null || undefined}
      data-index={index}
      style={{ transform: `translateY(${String(topPx)}px)` }}
    >
      {columns.map((column) => (
        <div
          key={column}
          role={column === 'title' ? 'rowheader' : 'gridcell'}
          className={`table-cell is-${column}${column === editedColumn ? ' is-edited' : ''}`}
          data-column={column}
          tabIndex={column === focusColumn ? 0 : -1}
        >
          {row === null ? (
            <Waiting />
          ) : column === editedColumn ? (
            <Lazy
              name="the cell"
              load={loadCellEditor}
              props={{ row, column, onLeave, whenShown }}
              fallback={<Cell row={row} column={column} names={names} />}
            />
          ) : (
            <Cell row={row} column={column} names={names} />
          )}
        </div>
      ))}
    </div>
  );
});

function Waiting(): ReactNode {
  return (
    <>
      <span className="table-waiting" aria-hidden="true" />
      <span className="visually-hidden">On its way</span>
    </>
  );
}

interface CellProps {
  readonly row: EventRow;
  readonly column: EventColumn;
  readonly names: Names;
}

function Cell({ row, column, names }: CellProps): ReactNode {
  if (column === 'themes') return <Themes ids={row.themes} names={names} />;
  const text = cellText(row, column, names);
  return text === '' ? (
    <span className="visually-hidden">No {COLUMN_NAMES[column].toLowerCase()}</span>
  ) : (
    <span className="table-text" dir="auto">
      {text}
    </span>
  );
}

function Themes({
  ids,
  names,
}: {
  readonly ids: readonly string[];
  readonly names: Names;
}): ReactNode {
  if (ids.length === 0) return <span className="visually-hidden">No themes</span>;
  return (
    <span className="table-text">
      {ids.map((id, i) => {
        const theme = names.themes.get(id);
        return (
          <span key={id}>
            <span className="table-theme-name" dir="auto">
              <span
                className="table-dot"
                style={{ color: `var(--slot-${String(theme?.colour ?? 7)})` }}
                aria-hidden="true"
              />
              {theme?.name ?? id}
            </span>
            {i < ids.length - 1 ? ', ' : ''}
          </span>
        );
      })}
    </span>
  );
}

/*
 * All events in rows: the same filters as everywhere, in any order, to read, to copy, to take along.
 * Knows: React, the store, pages. Must not know: who answers, the other views.
 */
import { Columns3, Copy, Download, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { namesOf, shownColumns, type Names } from './columns.ts';
import { Grid } from './Grid.tsx';
import { PrintedTable } from './PrintedTable.tsx';
import { usePages } from './usePages.ts';
import { usePrintedRows } from './usePrintedRows.ts';
import { useTakeOut, type TakeOut } from './useTakeOut.ts';
import './table.css';

interface TableViewProps {
  /** What stands first in the view's bar. */
  readonly lead?: ReactNode;
}

const NO_NAMES: Names = { actors: new Map(), places: new Map(), themes: new Map() };
const loadColumnsMenu = () => import('./ColumnsMenu.tsx').then((module) => module.ColumnsMenu);

export function TableView({ lead }: TableViewProps): ReactNode {
  const history = useApp((state) => state.history);
  const chosen = useApp((state) => state.choices.table.columns);
  const [pages, snapshot] = usePages();
  const columns = shownColumns(chosen);
  const names = history === null ? NO_NAMES : namesOf(history);
  const printed = usePrintedRows(snapshot);
  const takeOut = useTakeOut(columns, names, snapshot.matched);
  return (
    <section className="table" aria-label="Events">
      <div className="view-toolbar">
        {lead}
        <Tools takeOut={takeOut} />
      </div>
      {snapshot.failure === null ? null : (
        <p className="table-failure" role="alert">
          Some events could not be read. {snapshot.failure}{' '}
          <button type="button" className="text-button" onClick={() => pages.retry()}>
            Try again
          </button>
        </p>
      )}
      <Grid
        pages={pages}
        snapshot={snapshot}
        columns={columns}
        names={names}
        onCopy={takeOut.copy}
      />
      {snapshot.matched === 0 ? (
        <p className="table-empty">No event matches what is chosen.</p>
      ) : null}
      {printed === null ? null : (
        <PrintedTable
          rows={printed}
          matched={snapshot.matched ?? printed.length}
          columns={columns}
          names={names}
        />
      )}
    </section>
  );
}

function Tools({ takeOut }: { readonly takeOut: TakeOut }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  return (
    <div className="view-tools">
      <Said takeOut={takeOut} />
      <button
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Columns3 aria-hidden="true" />
        Columns
      </button>
      <button type="button" className="button" onClick={() => takeOut.copy(null)}>
        <Copy aria-hidden="true" />
        Copy
      </button>
      <button
        type="button"
        className="button"
        aria-label="Download CSV"
        onClick={() => takeOut.save()}
      >
        <Download aria-hidden="true" />
        CSV
      </button>
      {anchor === null ? null : (
        <Lazy
          name="the menu"
          load={loadColumnsMenu}
          props={{ anchor, onClose: () => setAnchor(null) }}
          fallback={null}
        />
      )}
    </div>
  );
}

function Said({ takeOut: { said, progress, cancel } }: { readonly takeOut: TakeOut }): ReactNode {
  return (
    <>
      <p className="table-said" aria-live="polite">
        {said}
      </p>
      {progress === null ? null : (
        <>
          <progress className="table-progress" aria-label="Rows read" value={progress} />
          <button
            type="button"
            className="button is-icon is-quiet"
            aria-label="Cancel"
            onClick={cancel}
          >
            <X aria-hidden="true" />
          </button>
        </>
      )}
    </>
  );
}

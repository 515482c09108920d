/*
 * Which cell is being written, and what comes after it.
 * Knows: pages, the cursor, whether the history is being edited. Must not know: how a cell is written, or saved.
 */
import { useState } from 'react';
import type { EventColumn } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import type { Leaving } from './CellEditor.tsx';
import { HEAD, isWritten, writtenNext, type Cursor, type Grid } from './cursor.ts';
import type { Pages } from './pages.ts';

type Cell = Pick<Cursor, 'row' | 'column'>;

interface WrittenCell extends Cell {
  /** Of the event: in another order it may come to stand in another row. */
  readonly id: string;
}

interface WritingOptions {
  readonly pages: Pages;
  readonly grid: Grid;
  readonly cursor: Cursor;
  readonly goTo: (cursor: Cursor, takesFocus: boolean) => void;
}

export interface Writing {
  /** Begins to write a cell; false where there is nothing to write. */
  readonly write: (at: Cell) => boolean;
  readonly isWriting: (at: Cell | null) => boolean;
  readonly columnIn: (row: number) => EventColumn | null;
  /** The cell is done with: the focus goes back to it, or the next one is written. */
  readonly onLeave: (where: Leaving) => void;
}

export function useWriting({ pages, grid, cursor, goTo }: WritingOptions): Writing {
  const isEditing = useApp((state) => state.isEditing);
  const [held, setWritten] = useState<WrittenCell | null>(null);
  const written = isEditing ? held : null;

  const write = (at: Cell): boolean => {
    const row = isEditing && at.row !== HEAD ? pages.snapshot().row(at.row) : null;
    if (row === null || !isWritten(at.column)) return false;
    setWritten({ row: at.row, column: at.column, id: row.id });
    return true;
  };
  return {
    write,
    isWriting: (at) => at !== null && at.row === written?.row && at.column === written.column,
    columnIn: (row) => (row === written?.row ? written.column : null),
    onLeave: (where) => {
      setWritten((now) => (now === written ? null : now));
      if (where === 'away' || written === null) return;
      const row = pages.snapshot().indexOf(written.id) ?? written.row;
      const here = { ...cursor, row, column: written.column };
      const step = where === 'next' ? 1 : -1;
      const next = where === 'stay' ? null : writtenNext(here, step, grid);
      goTo(next ?? here, next === null);
      if (next !== null) write(next);
    },
  };
}

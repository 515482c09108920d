/*
 * The rows as a grid (WAI-ARIA): one stop for the tab key, arrows go from cell to cell.
 * Knows: pages, the cursor, the store. Must not know: who answers, what is copied.
 *
 * A grid and not a plain table, because only the rows in sight are on the page: a screen reader that
 * walks through a table by itself would come to the last of them and believe that it was the end. Here
 * the focus moves, and brings the rows with it; every row says which of how many it is.
 */
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import type { EventColumn } from '../../engine/port.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { cellAt, focusCell, isNothingSelected, rangeWith } from './cells.ts';
import { COLUMN_NAMES, sortedBy, trackList, type Names } from './columns.ts';
import { allMarked, HEAD, markedAt, moved, rangeOf, START, within, type Cursor } from './cursor.ts';
import { Head } from './Head.tsx';
import { rowsInSight, scrollTo, type RowsInput } from './layoutRows.ts';
import type { Pages, PagesSnapshot } from './pages.ts';
import { Row } from './Row.tsx';
import { useSizes } from './useSizes.ts';
import { useWriting } from './useWriting.ts';

export interface Range {
  readonly first: number;
  readonly last: number;
}

interface GridProps {
  readonly pages: Pages;
  readonly snapshot: PagesSnapshot;
  readonly columns: readonly EventColumn[];
  readonly names: Names;
  /** The marked rows, or all where none are. */
  readonly onCopy: (range: Range | null) => void;
}

/** What hangs on the rows of one query in one order; another begins at the top. */
interface Held {
  readonly generation: number;
  readonly cursor: Cursor;
  readonly scrollPx: number;
}

export function Grid({ pages, snapshot, columns, names, onCopy }: GridProps): ReactNode {
  const store = useAppStore();
  const sort = useApp((state) => state.choices.table.sort);
  const openId = useApp(({ choices }) =>
    choices.selection?.kind === 'event' ? choices.selection.id : null,
  );
  const isEditing = useApp((state) => state.isEditing);
  const isLit = useLit();
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const isFocusDue = useRef(false);
  const { viewPx, rowPx } = useSizes(scroller, probe);
  const keysId = useId();
  const [held, setHeld] = useState<Held>({ generation: 0, cursor: START, scrollPx: 0 });

  const { generation } = snapshot;
  const count = snapshot.matched ?? 0;
  const grid = { columns, count, pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1) };
  const isOfNow = held.generation === generation;
  const kept = isOfNow
    ? held.cursor
    : { ...held.cursor, row: Math.min(0, held.cursor.row), marked: null };
  const cursor = within(kept, grid);
  const rowsInput: RowsInput = { count, rowPx, viewPx, scrollPx: isOfNow ? held.scrollPx : 0 };
  const { first, end, heightPx, topOf } = rowsInSight(rowsInput);
  const marked = rangeOf(cursor);

  useEffect(() => pages.setInSight(first, end), [pages, first, end]);
  useLayoutEffect(() => {
    if (!isOfNow && scroller.current !== null) scroller.current.scrollTop = 0;
  }, [isOfNow]);
  useLayoutEffect(() => {
    if (!isFocusDue.current) return;
    isFocusDue.current = false;
    focusCell(scroller.current, cursor);
  });

  /** Draws anew only where other rows come into sight, or stand elsewhere. */
  const onScroll = (scrollPx: number): void => {
    const next = rowsInSight({ ...rowsInput, scrollPx });
    if (next.first === first && next.end === end && next.topOf(first) === topOf(first)) return;
    setHeld({ generation, cursor, scrollPx });
  };

  /** What was opened elsewhere comes into sight, where its row is at hand. */
  const bringIntoSight = useEffectEvent((id: string) => {
    const index = snapshot.indexOf(id);
    if (index === null || scroller.current === null) return;
    const scrollPx = scrollTo(index, { ...rowsInput, scrollPx: scroller.current.scrollTop });
    scroller.current.scrollTop = scrollPx;
    onScroll(scrollPx);
  });
  const isAnyHere = count > 0;
  useEffect(() => {
    if (openId !== null && isAnyHere) bringIntoSight(openId);
  }, [openId, isAnyHere]);

  const setCursor = (next: Cursor): void =>
    setHeld({ generation, cursor: next, scrollPx: rowsInput.scrollPx });

  /** Moves the focus, and scrolls so far that it can be seen. */
  const goTo = (next: Cursor, takesFocus = true): void => {
    isFocusDue.current = takesFocus;
    const now = { ...rowsInput, scrollPx: scroller.current?.scrollTop ?? 0 };
    const scrollPx = next.row === HEAD ? now.scrollPx : scrollTo(next.row, now);
    if (scroller.current !== null) scroller.current.scrollTop = scrollPx;
    setHeld({ generation, cursor: next, scrollPx });
  };

  const open = (index: number): void => {
    const row = snapshot.row(index);
    if (row === null) return;
    store
      .getState()
      .choose((choices) => ({ ...choices, selection: { kind: 'event', id: row.id } }));
  };

  const writing = useWriting({ pages, grid, cursor, goTo });

  const sortBy = (column: EventColumn): void => {
    setCursor({ ...cursor, row: HEAD, column });
    store.getState().choose((choices) => ({
      ...choices,
      table: { ...choices.table, sort: sortedBy(column, choices.table.sort) },
    }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      onCommand(event);
      return;
    }
    const isInRow = cursor.row !== HEAD;
    if ((event.key === 'Enter' || event.key === 'F2') && writing.write(cursor)) {
      event.preventDefault();
    } else if (isInRow && event.key === 'Enter') {
      event.preventDefault();
      setCursor(markedAt(cursor, cursor.row, false));
      open(cursor.row);
    } else if (event.key === 'Escape' && marked !== null && marked.first < marked.last) {
      // One level back: from many marked rows to none.
      event.preventDefault();
      event.stopPropagation();
      setCursor({ ...cursor, marked: null });
    } else {
      const next = moved(cursor, event, grid);
      if (next === null) return;
      event.preventDefault();
      goTo(next);
    }
  };

  const onCommand = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (key === 'home' || key === 'end') {
      const next = moved(cursor, event, grid);
      if (next === null) return;
      event.preventDefault();
      goTo(next);
    } else if (key === 'a') {
      event.preventDefault();
      setCursor(allMarked(cursor, count));
    } else if (key === 'c' && isNothingSelected()) {
      event.preventDefault();
      onCopy(marked);
    }
  };

  const onClick = (event: MouseEvent): void => {
    const at = cellAt(event.target);
    if (writing.isWriting(at)) return;
    if (at === null || at.row === HEAD || !isNothingSelected()) return;
    setCursor(markedAt({ ...cursor, column: at.column }, at.row, event.shiftKey));
    if (!event.shiftKey) open(at.row);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const at = cellAt(event.target);
    if (at !== null && !writing.isWriting(at)) writing.write(at);
  };

  /** The pointer or the focus is on a row: what goes with it is lit everywhere. */
  const onPointed = (event: SyntheticEvent): void => {
    const at = cellAt(event.target);
    const row = at === null || at.row === HEAD ? null : snapshot.row(at.row);
    store.getState().setHighlight(row === null ? null : { kind: 'event', id: row.id });
  };

  const onFocus = (event: SyntheticEvent): void => {
    const at = cellAt(event.target);
    const isElsewhere = at !== null && (at.row !== cursor.row || at.column !== cursor.column);
    if (isElsewhere) setCursor({ ...cursor, ...at });
    onPointed(event);
  };

  const leave = (): void => store.getState().setHighlight(null);
  // The row with the focus stays on the page, wherever one scrolls.
  const indices = rangeWith(first, end, cursor.row);
  return (
    <div
      ref={scroller}
      role="grid"
      className="table-grid"
      aria-label={`Events by ${COLUMN_NAMES[sort.by].toLowerCase()}`}
      aria-describedby={keysId}
      aria-rowcount={snapshot.matched === null ? -1 : count + 1}
      aria-multiselectable="true"
      aria-busy={snapshot.isStale}
      tabIndex={-1}
      // The rows inherit it: all of them have the same columns.
      style={{ gridTemplateColumns: trackList(columns) }}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onPointerOver={onPointed}
      onPointerLeave={leave}
      onFocus={onFocus}
      onBlur={leave}
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
    >
      <p id={keysId} hidden>
        Arrow keys go from cell to cell, Home and End to the first and last event, Enter opens an
        event. Up from the first event are the columns’ names, which sort. Shift with the arrows
        marks events, Control and C copies them.
        {isEditing
          ? ' In date, title, status, kind and weight, Enter and F2 write the cell; there Enter and Tab save, Escape leaves it as it was.'
          : ''}
      </p>
      <div ref={probe} className="table-probe" aria-hidden="true" />
      <Head
        columns={columns}
        sort={sort}
        focusColumn={cursor.row === HEAD || count === 0 ? cursor.column : null}
        onSort={sortBy}
      />
      <div role="rowgroup" className="table-rows" style={{ blockSize: heightPx }}>
        {indices.map((index) => {
          const row = snapshot.row(index);
          return (
            <Row
              key={index}
              index={index}
              row={row}
              columns={columns}
              names={names}
              topPx={Math.min(topOf(index), heightPx)}
              focusColumn={index === cursor.row ? cursor.column : null}
              editedColumn={writing.columnIn(index)}
              onLeave={writing.onLeave}
              whenShown={pages.atRest}
              isMarked={marked !== null && index >= marked.first && index <= marked.last}
              isOpen={row !== null && row.id === openId}
              isLit={row !== null && isLit(row.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Whether an event is lit by what the pointer or the focus is on somewhere. */
function useLit(): (id: string) => boolean {
  const highlight = useApp((state) => state.highlight);
  const related = useApp((state) => (state.highlight === null ? null : state.related));
  const events = new Set(related?.events);
  return (id) => (highlight?.kind === 'event' && highlight.id === id) || events.has(id);
}

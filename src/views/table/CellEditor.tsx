/*
 * One cell while it is written: taken over with Enter and Tab, left as it was with Esc.
 * Knows: the row, the editor of the history. Must not know: the grid around it.
 */
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { EventColumn, EventRow } from '../../engine/port.ts';
import { dateOf } from '../../model/dates.ts';
import { readWrittenDate } from '../../model/writtenDate.ts';
import { changeFields, editorOf } from '../../state/historyEditor.ts';
import { useAppStore } from '../../state/hooks.tsx';
import { fail, ok, type Result } from '../../base/result.ts';
import { COLUMN_NAMES } from './columns.ts';

/** Where the focus goes when the cell is done with. */
export type Leaving = 'stay' | 'next' | 'before' | 'away';

export interface CellEditorProps {
  readonly row: EventRow;
  readonly column: EventColumn;
  readonly onLeave: (where: Leaving) => void;
  /** Resolves when what was saved stands in the table. */
  readonly whenShown: () => Promise<void>;
}

const STATUSES = [
  ['happened', 'Happened'],
  ['planned', 'Planned'],
  ['unconfirmed', 'Unconfirmed'],
  ['cancelled', 'Cancelled'],
  ['postponed', 'Postponed'],
] as const;

export function CellEditor({ row, column, onLeave, whenShown }: CellEditorProps): ReactNode {
  const store = useAppStore();
  const noteId = useId();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const first = textIn(row, column);
  const [text, setText] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    if (column !== 'status') field.current?.select();
  }, [column]);

  const leave = (where: Leaving): void => {
    isDone.current = true;
    onLeave(where);
  };
  const save = async (where: Leaving): Promise<void> => {
    if (isDone.current) return;
    if (text.trim() === first) {
      leave(where);
      return;
    }
    const read = valueFrom(text, column);
    const editor = editorOf(store);
    if (!read.ok || editor === null) {
      setProblem(read.ok ? 'This history cannot be changed here.' : read.error);
      return;
    }
    isDone.current = true;
    try {
      const fields = { [column]: read.value };
      const saved = await changeFields(editor, 'events', row.id, fields, [COLUMN_NAMES[column]]);
      if (saved.ok) {
        // In another order the event may stand elsewhere now: what comes next is beside it there.
        await whenShown();
        onLeave(where);
        return;
      }
      setProblem(
        saved.error.map(({ expected, remedy }) => `${expected} is needed. ${remedy}`).join(' '),
      );
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    isDone.current = false;
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is typed here is no key of the table's.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const where = leavingBy(event);
    if (where === null) return;
    event.preventDefault();
    if (event.key === 'Escape') leave('stay');
    else void save(where);
  };

  const attributes = {
    ref: field,
    className: 'field table-edit-field',
    'aria-label': `${COLUMN_NAMES[column]} of ${row.title}`,
    'aria-invalid': problem !== null,
    'aria-describedby': noteId,
    onKeyDown,
    onBlur: () => void save('away'),
  };
  return (
    <span className="table-edit">
      {column === 'status' ? (
        <select
          {...attributes}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        >
          {STATUSES.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...attributes}
          type="text"
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => {
            setProblem(null);
            setText(event.currentTarget.value);
          }}
        />
      )}
      <span
        id={noteId}
        className={problem === null ? 'table-edit-note' : 'table-edit-note is-problem'}
        aria-live="polite"
      >
        {problem ?? noteOf(text, column)}
      </span>
    </span>
  );
}

function leavingBy({ key, shiftKey }: KeyboardEvent): Leaving | null {
  if (key === 'Enter' || key === 'Escape') return 'stay';
  if (key === 'Tab') return shiftKey ? 'before' : 'next';
  return null;
}

/** As it is written in the history. */
function textIn(row: EventRow, column: EventColumn): string {
  if (column === 'date') return row.date.text;
  const { [column]: value } = row;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value of the field; undefined where it says nothing. */
function valueFrom(text: string, column: EventColumn): Result<unknown, string> {
  const written = text.trim();
  switch (column) {
    case 'date':
      return readWrittenDate(written);
    case 'title':
      return written === '' ? fail('An event has a title. Write one, or press Esc.') : ok(written);
    case 'status':
      return ok(written === 'happened' ? undefined : written);
    case 'weight': {
      const weight = Number(written);
      if (written === '') return ok(undefined);
      return weight >= 1 && weight <= 5 ? ok(weight) : fail('A weight is a number from 1 to 5.');
    }
    case 'kind':
    case 'actors':
    case 'places':
    case 'themes':
      return ok(written === '' ? undefined : written);
  }
}

/** What a date means as it is written. */
function noteOf(text: string, column: EventColumn): string {
  if (column !== 'date') return '';
  const read = readWrittenDate(text);
  return read.ok ? dateOf(read.value).words : '';
}

/*
 * What ends the step of the columns: open, and whether what was said is remembered.
 * Knows: the step. Must not know: how a file is read.
 */
import type { FileOpening, Stage } from '../fileOpening.ts';
import { dateQuestionOf } from './dateQuestion.ts';

interface ColumnsFooterProps {
  readonly stage: Stage & { readonly kind: 'columns' };
  readonly opening: FileOpening;
}

export function ColumnsFooter({ stage, opening }: ColumnsFooterProps) {
  const { opened, columns } = stage;
  const { mapping, table, isRemembered } = columns;
  const missing = missingWords(columns);
  return (
    <div className="columns-footer">
      <label className="columns-remember">
        <input
          type="checkbox"
          className="checkbox"
          checked={isRemembered}
          onChange={({ currentTarget }) =>
            opening.goTo({
              ...stage,
              columns: { ...columns, isRemembered: currentTarget.checked },
            })
          }
        />
        Remember this for tables with these headers
      </label>
      <p className="columns-missing" aria-live="polite">
        {missing ??
          (mapping.date.order === null && dateQuestionOf(table.columns, mapping.date) === 'either'
            ? 'Say which comes first in its dates, day or month.'
            : null)}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => opening.goTo({ kind: 'choose', failure: null, url: null })}
      >
        Back
      </button>
      <button
        type="button"
        className="button is-primary"
        aria-disabled={missing !== null}
        onClick={() => {
          if (missing === null) opening.read(opened, columns);
        }}
      >
        Open history
      </button>
    </div>
  );
}

/** Without a title an event cannot be told from another. */
function missingWords({
  mapping,
}: (Stage & { readonly kind: 'columns' })['columns']): string | null {
  return mapping.title.columns.length === 0 ? 'Choose which column is the title.' : null;
}

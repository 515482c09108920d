/*
 * The step between a table and a history: what the columns are, with what becomes of it beside.
 * Knows: the form, the preview, mappings kept on this device. Must not know: how a table is read or a mapping applied.
 */
import { useMemo, useState } from 'react';
import type { SavedMapping } from '../../../document/tableMappings.ts';
import type { Desk } from '../../../formats/desk/client.ts';
import type { TableCut } from '../../../formats/table/types.ts';
import { FailureWords } from '../../failure/ProblemList.tsx';
import { numberWords } from '../../names.ts';
import { nameWords } from '../brought.ts';
import { TakenFor } from '../TakenFor.tsx';
import type { Columns, Stage } from '../fileOpening.ts';
import { ColumnList } from './ColumnList.tsx';
import { CutFields } from './CutFields.tsx';
import { Preview, PreviewCounts } from './Preview.tsx';
import { RoleForm } from './RoleForm.tsx';
import { useTrial } from './useTrial.ts';

interface ColumnsStepProps {
  readonly stage: Stage & { readonly kind: 'columns' };
  readonly desk: () => Desk;
  readonly onChange: (columns: Columns) => void;
  readonly onRetake: (as: string | null, cut: TableCut | null) => void;
  readonly onForget: () => void;
}

export function ColumnsStep({ stage, desk, onChange, onRetake, onForget }: ColumnsStepProps) {
  const { opened, columns, failure } = stage;
  const { look, table, mapping, saved } = columns;
  const question = useMemo(
    () => ({ file: opened.file, cut: table.cut, mapping }),
    [opened.file, table.cut, mapping],
  );
  const trial = useTrial(desk, question);
  // What was taken from an earlier table is said until the form is changed.
  const [isTold, setTold] = useState(true);
  const change = (next: Columns['mapping']): void => onChange({ ...columns, mapping: next });
  return (
    <div className="columns-step">
      <div className="columns-top">
        <p className="columns-file" dir="auto">
          <strong>{nameWords(opened.file.name)}</strong>
          {` · ${numberWords(table.rowsTotal)} rows · ${table.encoding}`}
        </p>
        <div className="columns-cut">
          <TakenFor
            format={look.format}
            possible={look.possible}
            onChange={(as) => onRetake(as, null)}
          />
          <CutFields cut={table.cut} onChange={(cut) => onRetake(look.format.id, cut)} />
        </div>
        {saved === null || !isTold ? null : (
          <SavedWords
            saved={saved}
            onGuess={() => {
              setTold(false);
              change(table.guess);
            }}
            onForget={() => {
              setTold(false);
              onForget();
            }}
          />
        )}
        {failure === null ? null : (
          <div className="open-failed" role="alert">
            <FailureWords failure={failure} />
          </div>
        )}
      </div>
      <section className="columns-form" aria-label="What the columns are">
        <RoleForm columns={table.columns} value={mapping} onChange={change} />
      </section>
      <PreviewCounts trial={trial} rowsTotal={table.rowsTotal} />
      <div className="columns-result">
        <Preview trial={trial} />
        <ColumnList columns={table.columns} mapping={mapping} />
      </div>
    </div>
  );
}

interface SavedWordsProps {
  readonly saved: SavedMapping;
  readonly onGuess: () => void;
  readonly onForget: () => void;
}

function SavedWords({ saved, onGuess, onForget }: SavedWordsProps) {
  const date = new Date(saved.savedAtMs).toLocaleDateString('en-GB', { dateStyle: 'long' });
  return (
    <p className="columns-saved">
      {`The columns are as you said on ${date} for a table with the same headers. `}
      <button type="button" className="text-button" onClick={onGuess}>
        Guess afresh
      </button>
      {' or '}
      <button type="button" className="text-button" onClick={onForget}>
        forget what was said
      </button>
    </p>
  );
}

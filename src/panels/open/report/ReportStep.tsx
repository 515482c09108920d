/*
 * After the opening: what came of it, and the way to read the file otherwise.
 * Knows: the step. Must not know: how a file is read.
 */
import { useEffect, useRef } from 'react';
import { useApp } from '../../../state/hooks.tsx';
import type { FileOpening, Stage } from '../fileOpening.ts';
import { TakenFor } from '../TakenFor.tsx';
import { ReportView } from './ReportView.tsx';

interface ReportStepProps {
  readonly stage: Stage & { readonly kind: 'report' };
}

export function ReportStep({ stage: { report } }: ReportStepProps) {
  const title = useApp((state) => state.history?.title);
  return (
    <div className="report-step">
      <h3 className="report-title" dir="auto">
        {title}
      </h3>
      <ReportView report={report} />
    </div>
  );
}

interface ReportFooterProps extends ReportStepProps {
  readonly opening: FileOpening;
  readonly onClose: () => void;
}

export function ReportFooter({ stage: { from }, opening, onClose }: ReportFooterProps) {
  const url = useApp((state) => state.source?.url ?? '');
  const show = useRef<HTMLButtonElement>(null);
  useEffect(() => show.current?.focus(), []);
  const columns = from?.columns ?? null;
  return (
    <div className="report-ways">
      {from === null || columns !== null ? null : (
        <TakenFor
          format={from.look.format}
          possible={from.look.possible}
          onChange={(as) => opening.retake(from.opened, as, null)}
        />
      )}
      {from === null || columns === null ? null : (
        <button
          type="button"
          className="button"
          onClick={() =>
            opening.goTo({ kind: 'columns', opened: from.opened, columns, failure: null })
          }
        >
          Change the columns
        </button>
      )}
      {from === null && /^https?:/u.test(url) ? (
        <button
          type="button"
          className="button"
          onClick={() => opening.take({ kind: 'address', url })}
        >
          Read it another way
        </button>
      ) : null}
      <button ref={show} type="button" className="button is-primary" onClick={onClose}>
        Show the history
      </button>
    </div>
  );
}

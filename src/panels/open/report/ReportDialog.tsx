/*
 * The report on the history that is open, whenever somebody wants it again.
 * Knows: the store. Must not know: how a file is read.
 */
import { useApp } from '../../../state/hooks.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ReportView } from './ReportView.tsx';
import '../open.css';

interface ReportDialogProps {
  readonly onClose: () => void;
  /** Reads what stands at the address again, and asks what its columns are. */
  readonly onReread: (url: string) => void;
}

export function ReportDialog({ onClose, onReread }: ReportDialogProps) {
  const report = useApp((state) => state.report);
  const source = useApp((state) => state.source);
  const url = source !== null && /^https?:/u.test(source.url) ? source.url : null;
  return (
    <Dialog
      title="How it was read"
      className="open-dialog"
      onClose={onClose}
      footer={
        <>
          {url === null ? null : (
            <button type="button" className="button" onClick={() => onReread(url)}>
              Read it another way
            </button>
          )}
          <button type="button" className="button is-primary" data-first-focus onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      {report === null ? (
        <p>This history came in the program’s own form: there is nothing to tell.</p>
      ) : (
        <ReportView report={report} />
      )}
    </Dialog>
  );
}

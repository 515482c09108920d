/*
 * The dialog that opens a history: the ways in, what the columns of a table are, how far it is, what came of it.
 * Knows: the steps. Must not know: how a file is read, where a history is kept.
 */
import { useEffect, useRef, type ReactNode } from 'react';
import type { DeskWorker } from '../../formats/desk/client.ts';
import type { DeskProgress } from '../../formats/desk/messages.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Brought } from './brought.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { ColumnsFooter } from './columns/ColumnsFooter.tsx';
import { ColumnsStep } from './columns/ColumnsStep.tsx';
import { ReportFooter, ReportStep } from './report/ReportStep.tsx';
import type { FileOpening, Stage } from './fileOpening.ts';
import { useFileOpening } from './useFileOpening.ts';
import './open.css';

/** Starts a worker of the formats'. */
export type StartsFormats = () => DeskWorker;

interface OpenDialogProps {
  /** What was dropped or pasted on the page, or is to be read again. */
  readonly brought: Brought | null;
  readonly startFormats: StartsFormats;
  readonly onClose: () => void;
}

export function OpenDialog({ brought, startFormats, onClose }: OpenDialogProps) {
  const [opening, stage] = useFileOpening(startFormats, brought);
  const isDone = stage.kind === 'done';
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Dialog
      title={TITLES[stage.kind]}
      className={stage.kind === 'columns' ? 'open-dialog is-wide' : 'open-dialog'}
      onClose={onClose}
      {...footerOf(stage, opening, onClose)}
    >
      <Step stage={stage} opening={opening} />
    </Dialog>
  );
}

function footerOf(
  stage: Stage,
  opening: FileOpening,
  onClose: () => void,
): { readonly footer?: ReactNode } {
  if (stage.kind === 'columns')
    return { footer: <ColumnsFooter stage={stage} opening={opening} /> };
  return stage.kind === 'report'
    ? { footer: <ReportFooter stage={stage} opening={opening} onClose={onClose} /> }
    : {};
}

const TITLES: Readonly<Record<Stage['kind'], string>> = {
  choose: 'Open a history',
  busy: 'Open a history',
  done: 'Open a history',
  columns: 'What the columns are',
  report: 'Opened',
};

interface StepProps {
  readonly stage: Stage;
  readonly opening: FileOpening;
}

function Step({ stage, opening }: StepProps) {
  const { take, retake, openAddress, goTo, forget } = opening;
  switch (stage.kind) {
    case 'choose':
      return <ChooseStep stage={stage} onTake={take} onAddress={openAddress} />;
    case 'busy':
      return <Busy name={stage.name} progress={stage.progress} onCancel={opening.cancel} />;
    case 'columns':
      return (
        <ColumnsStep
          stage={stage}
          desk={opening.desk}
          onChange={(columns) => goTo({ ...stage, columns })}
          onRetake={(as, cut) => retake(stage.opened, as, cut)}
          onForget={() => forget(stage)}
        />
      );
    case 'report':
      return <ReportStep stage={stage} />;
    case 'done':
      return null;
    default:
      return stage satisfies never;
  }
}

interface BusyProps {
  readonly name: string | null;
  readonly progress: DeskProgress;
  readonly onCancel: () => void;
}

function Busy({ name, progress: { words, share }, onCancel }: BusyProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  // What had the focus has gone with the step before.
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div className="open-progress">
      <p role="status">{`${words} …`}</p>
      {name === null ? null : (
        <p className="open-hint" dir="auto">
          {name}
        </p>
      )}
      <progress aria-label="Progress" {...(share === null ? {} : { value: share })} />
      <button ref={cancel} type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

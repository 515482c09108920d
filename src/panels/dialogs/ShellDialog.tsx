import { assertNever } from '../../base/assertNever.ts';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Lazy } from '../../ui/Lazy.tsx';
import type { DialogName } from '../header/Header.tsx';
import type { Brought } from '../open/brought.ts';
import type { StartsFormats } from '../open/OpenDialog.tsx';

const loadOpen = () => import('../open/OpenDialog.tsx').then((module) => module.OpenDialog);
const loadReport = () =>
  import('../open/report/ReportDialog.tsx').then((module) => module.ReportDialog);
const loadShare = () => import('../share/ShareDialog.tsx').then((module) => module.ShareDialog);
const loadExport = () => import('../export/ExportDialog.tsx').then((module) => module.ExportDialog);
const loadHelp = () => import('./HelpDialog.tsx').then((module) => module.HelpDialog);
const loadFilters = () => import('./FiltersSheet.tsx').then((module) => module.FiltersSheet);

export interface Bringing {
  readonly brought: Brought;
  readonly nth: number;
}

interface ShellDialogProps {
  readonly name: DialogName | null;
  readonly isPhone: boolean;
  readonly Arrangement: DrawsArrangement;
  /** What is to be opened, with a number that tells it from what was brought before. */
  readonly bringing: Bringing | null;
  readonly onBring: (brought: Brought) => void;
  readonly startFormats: StartsFormats;
  readonly onClose: () => void;
}

/** The dialog that is open; those that few open are fetched when they are. */
export function ShellDialog({
  name,
  isPhone,
  Arrangement,
  bringing,
  onBring,
  startFormats,
  onClose,
}: ShellDialogProps) {
  switch (name) {
    case null:
      return null;
    case 'open':
      return (
        <Lazy
          key={bringing?.nth ?? 0}
          name="the dialog"
          load={loadOpen}
          props={{ brought: bringing?.brought ?? null, startFormats, onClose }}
          fallback={null}
        />
      );
    case 'report':
      return (
        <Lazy
          name="the dialog"
          load={loadReport}
          props={{
            onClose,
            onReread: (url: string) => onBring({ kind: 'address', url }),
          }}
          fallback={null}
        />
      );
    case 'share':
      return (
        <Lazy
          name="the dialog"
          load={loadShare}
          props={{ Arrangement, startFormats, onClose }}
          fallback={null}
        />
      );
    case 'export':
      return (
        <Lazy
          name="the dialog"
          load={loadExport}
          props={{ Arrangement, startFormats, onClose }}
          fallback={null}
        />
      );
    case 'help':
      return <Lazy name="the dialog" load={loadHelp} props={{ onClose }} fallback={null} />;
    case 'filters':
      // Where there is room they stand beside the view anyway: turning a tablet closes the sheet.
      return isPhone ? (
        <Lazy name="the filters" load={loadFilters} props={{ onClose }} fallback={null} />
      ) : null;
    default:
      return assertNever(name);
  }
}

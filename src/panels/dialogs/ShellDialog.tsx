import { assertNever } from '../../base/assertNever.ts';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Lazy } from '../../ui/Lazy.tsx';
import type { DialogName } from '../header/Header.tsx';

const loadOpen = () => import('../open/OpenDialog.tsx').then((module) => module.OpenDialog);
const loadExport = () => import('../export/ExportDialog.tsx').then((module) => module.ExportDialog);
const loadHelp = () => import('./HelpDialog.tsx').then((module) => module.HelpDialog);
const loadFilters = () => import('./FiltersSheet.tsx').then((module) => module.FiltersSheet);

interface ShellDialogProps {
  readonly name: DialogName | null;
  readonly isPhone: boolean;
  readonly Arrangement: DrawsArrangement;
  readonly onClose: () => void;
}

/** The dialog that is open; those that few open are fetched when they are. */
export function ShellDialog({ name, isPhone, Arrangement, onClose }: ShellDialogProps) {
  switch (name) {
    case null:
      return null;
    case 'open':
      return <Lazy name="the dialog" load={loadOpen} props={{ onClose }} fallback={null} />;
    case 'export':
      return (
        <Lazy
          name="the dialog"
          load={loadExport}
          props={{ Arrangement, onClose }}
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

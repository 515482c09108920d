import { assertNever } from '../../base/assertNever.ts';
import { useApp } from '../../state/hooks.tsx';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { Filters } from '../filters/Filters.tsx';
import type { DialogName } from '../header/Header.tsx';
import { eventsWords, numberWords } from '../names.ts';

const loadOpen = () => import('./OpenDialog.tsx').then((module) => module.OpenDialog);
const loadExport = () => import('../export/ExportDialog.tsx').then((module) => module.ExportDialog);
const loadHelp = () => import('./HelpDialog.tsx').then((module) => module.HelpDialog);

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
      return isPhone ? <FiltersSheet onClose={onClose} /> : null;
    default:
      return assertNever(name);
  }
}

function FiltersSheet({ onClose }: { readonly onClose: () => void }) {
  const facets = useApp((state) => state.facets);
  return (
    <Dialog
      title="Filters"
      className="is-sheet"
      onClose={onClose}
      footer={
        <button type="button" className="button is-primary is-wide" onClick={onClose}>
          {facets === null
            ? 'Show events'
            : `Show ${numberWords(facets.matched)} of ${eventsWords(facets.total)}`}
        </button>
      }
    >
      <Filters />
    </Dialog>
  );
}

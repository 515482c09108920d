import { useApp } from '../../state/hooks.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Filters } from '../filters/Filters.tsx';
import { eventsWords, numberWords } from '../names.ts';

/** The filters of a phone: over the view, and away again. */
export function FiltersSheet({ onClose }: { readonly onClose: () => void }) {
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

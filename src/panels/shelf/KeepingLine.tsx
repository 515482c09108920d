/*
 * How the open history stands on this device, in a word or two beside the status.
 * Knows: the kept history's state. Must not know: what can be done about it (KeepingNotice).
 */
import { Check, CloudOff, History, Lock } from 'lucide-react';
import { useStore } from 'zustand/react';
import { assertNever } from '../../base/assertNever.ts';
import type { KeptStore } from '../../state/keeping.ts';
import { whenWords } from './words.ts';
import './shelf.css';

export function KeepingLine({ kept }: { readonly kept: KeptStore }) {
  const keeping = useStore(kept, (state) => state.keeping);
  const isCopy = useStore(kept, (state) => state.copyOf !== null);
  return (
    <>
      <span
        className={`keeping is-${keeping.kind}`}
        data-unsaved={(keeping.kind === 'elsewhere' && keeping.isUnsaved) || undefined}
      >
        <Words keeping={keeping} isCopy={isCopy} />
      </span>
      {/* Heard once: the line itself changes with every letter. */}
      <span role="status" className="visually-hidden">
        {isCopy ? 'Your changes are kept in a copy on this device.' : null}
      </span>
    </>
  );
}

type Keeping = ReturnType<KeptStore['getState']>['keeping'];

function Words({ keeping, isCopy }: { readonly keeping: Keeping; readonly isCopy: boolean }) {
  switch (keeping.kind) {
    case 'original':
      return null;
    case 'saved':
      return (
        <>
          <Check aria-hidden />
          <span title={`Saved ${whenWords(keeping.atMs)}`}>
            {isCopy ? 'Saved in a copy on this device' : 'Saved on this device'}
          </span>
        </>
      );
    case 'saving':
      return 'Saving…';
    case 'failed':
      return (
        <>
          <CloudOff aria-hidden />
          Not saved
        </>
      );
    case 'elsewhere':
      return (
        <>
          <Lock aria-hidden />
          {keeping.isUnsaved ? 'Not saved: open in another window' : 'Open in another window'}
        </>
      );
    case 'before':
      return (
        <>
          <History aria-hidden />
          As it was saved {whenWords(keeping.savedAtMs)}
        </>
      );
    default:
      return assertNever(keeping);
  }
}

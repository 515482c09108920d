/*
 * What is told in a corner whatever is on the page: work that is not kept, a new version that is ready.
 * Knows: the briefing's document, the kept history, the service worker's client. Must not know: where either comes from.
 */
import { useState } from 'react';
import { useStore } from 'zustand/react';
import type { StoreApi } from 'zustand/vanilla';
import type { BriefingStore } from '../../state/briefingDocument.ts';
import { useApp } from '../../state/hooks.tsx';
import { isPresenterWindow } from '../../state/source.ts';
import { saveBriefing, saveJson } from '../briefing/saveBriefing.ts';
import { KeepingNotice } from '../shelf/KeepingNotice.tsx';
import { InUse, Notice } from './Notice.tsx';
import type { UpdateState } from './serviceWorkerClient.ts';
import './update.css';

interface LaterNoticesProps {
  /** Null where the page is not one to keep, or not yet known to be. */
  readonly updates: StoreApi<UpdateState> | null;
}

export function LaterNotices({ updates }: LaterNoticesProps) {
  const document = useApp((state) => state.briefing.document);
  const kept = useApp((state) => state.kept);
  const title = useApp((state) => state.history?.title ?? 'History');
  const isPresenting =
    useApp((state) => state.choices.presenting !== null) || isPresenterWindow(location.search);
  return (
    <div className="later-notices" aria-live="polite">
      {isPresenting ? <InUse /> : null}
      {document === undefined ? null : (
        <BriefingNotice document={document} isSilent={isPresenting} />
      )}
      {kept === null ? null : <KeepingNotice kept={kept} title={title} isSilent={isPresenting} />}
      {updates === null ? null : <UpdateNotice updates={updates} isSilent={isPresenting} />}
    </div>
  );
}

interface BriefingNoticeProps {
  readonly document: BriefingStore;
  /** Nothing is told in front of an audience. */
  readonly isSilent: boolean;
}

function BriefingNotice({ document, isSilent }: BriefingNoticeProps) {
  const keeping = useStore(document, (state) => state.keeping);
  const unreadable = useStore(document, (state) => state.unreadable);
  const isTouched = useStore(document, ({ past, future }) => past.length + future.length > 0);
  const { insist, takeTheirs, dismissUnreadable } = document.getState();
  const title = useApp((state) => state.history?.title ?? 'Briefing');

  if (isSilent || keeping.kind === 'waiting') return keeping.kind === 'kept' ? null : <InUse />;
  const download = (
    <button
      type="button"
      className="button"
      onClick={() => {
        saveBriefing(title, document.getState().scenes);
      }}
    >
      Download the briefing
    </button>
  );
  if (keeping.kind === 'failed' && isTouched) {
    return (
      <Notice isAlert words="Your changes to the briefing are not kept." more={keeping.reason}>
        <InUse />
        {download}
        <button type="button" className="button" onClick={() => void insist()}>
          Try again
        </button>
      </Notice>
    );
  }
  if (keeping.kind === 'overtaken') {
    return (
      <Notice
        isAlert
        words="The briefing was changed in another window too."
        more="Which one counts? What you do not take can be undone, or downloaded first."
      >
        <InUse />
        <button type="button" className="button" onClick={() => void insist()}>
          Keep this one
        </button>
        <button type="button" className="button" onClick={() => void takeTheirs()}>
          Take the other
        </button>
        {download}
      </Notice>
    );
  }
  if (unreadable === null) return null;
  return (
    <Notice
      isAlert
      words="Part of the briefing that was kept here cannot be read."
      more={unreadable.problems
        .slice(0, 3)
        .map(({ place, found, expected }) => `${place}: ${found}, expected ${expected}.`)
        .join(' ')}
    >
      <button
        type="button"
        className="button"
        onClick={() => {
          saveJson(JSON.stringify(unreadable.kept, null, 2), 'briefing-as-kept.json');
        }}
      >
        Download it as it was kept
      </button>
      <button type="button" className="button is-quiet" onClick={dismissUnreadable}>
        Close
      </button>
    </Notice>
  );
}

function UpdateNotice({
  updates,
  isSilent,
}: {
  readonly updates: StoreApi<UpdateState>;
  readonly isSilent: boolean;
}) {
  const update = useStore(updates, (state) => state.update);
  const { apply } = updates.getState();
  const [put, setPut] = useState<typeof update>('none');
  if (isSilent || update === 'none' || update === put) return null;
  return (
    <Notice
      words={
        update === 'elsewhere'
          ? 'Threadline was updated in another window.'
          : 'A new version of Threadline is ready.'
      }
      more={
        update === 'held-up'
          ? 'One of its windows presents, or has changes that are not kept: that comes first.'
          : null
      }
    >
      <button
        type="button"
        className="button is-primary"
        onClick={() => (update === 'elsewhere' ? location.reload() : void apply())}
      >
        {update === 'elsewhere' ? 'Reload' : 'Update now'}
      </button>
      <button type="button" className="button is-quiet" onClick={() => setPut(update)}>
        Later
      </button>
    </Notice>
  );
}

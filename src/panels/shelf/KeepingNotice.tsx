/*
 * What is told while the open history is not kept, or is open in another window, and what can be done.
 * Knows: the kept history's state. Must not know: how anything is kept.
 */
import { useState } from 'react';
import { useStore } from 'zustand/react';
import { download } from '../../export/files/download.ts';
import { fileName } from '../../export/sheet/fileName.ts';
import type { KeptState, KeptStore } from '../../state/keeping.ts';
import { saveJson } from '../briefing/saveBriefing.ts';
import { InUse, Notice } from '../update/Notice.tsx';

interface KeepingNoticeProps {
  readonly kept: KeptStore;
  readonly title: string;
  /** Nothing is told in front of an audience. */
  readonly isSilent: boolean;
}

export function KeepingNotice({ kept, title, isSilent }: KeepingNoticeProps) {
  const state = useStore(kept);
  const { keeping } = state;
  const isUnsaved =
    keeping.kind === 'saving' ||
    keeping.kind === 'failed' ||
    (keeping.kind === 'elsewhere' && keeping.isUnsaved);
  return (
    <>
      {isUnsaved ? <InUse /> : null}
      {isSilent ? null : (
        <>
          <Told state={state} title={title} />
          {state.refused.length === 0 ? null : <Refused refused={state.refused} />}
        </>
      )}
    </>
  );
}

function Told({ state, title }: { readonly state: KeptState; readonly title: string }) {
  const { keeping, insist, takeOver, keepCopy, showTheirs } = state;
  if (keeping.kind === 'failed') {
    return (
      <Notice
        isAlert
        words="Not saved:"
        more={`${keeping.reason} You can go on; what you change is in this page alone until it can be saved.`}
      >
        <DownloadCopy state={state} title={title} />
        <button type="button" className="button" onClick={() => void insist()}>
          Try again
        </button>
      </Notice>
    );
  }
  if (keeping.kind !== 'elsewhere') return null;
  return keeping.isUnsaved ? (
    <Notice
      isAlert
      words="Not saved: another window has taken this history over."
      more="What you changed here since is in this page alone."
    >
      <button type="button" className="button" onClick={() => void keepCopy()}>
        Keep mine as a copy
      </button>
      <DownloadCopy state={state} title={title} />
      <button type="button" className="button is-quiet" onClick={showTheirs}>
        Show the other
      </button>
    </Notice>
  ) : (
    <Notice
      words="This history is open in another window."
      more={
        keeping.isBehind
          ? 'It has been changed there since.'
          : 'It can be read here, and edited there.'
      }
    >
      {keeping.isBehind ? (
        <button type="button" className="button is-primary" onClick={showTheirs}>
          Show the changes
        </button>
      ) : null}
      <button type="button" className="button" onClick={() => void takeOver()}>
        Edit here
      </button>
      <button type="button" className="button" onClick={() => void keepCopy()}>
        Edit a copy
      </button>
    </Notice>
  );
}

function DownloadCopy({ state, title }: { readonly state: KeptState; readonly title: string }) {
  const save = async (): Promise<void> => {
    const whole = await state.desk.whole();
    download(new Blob([whole], { type: 'application/json' }), fileName([title], 'json'));
  };
  return (
    <button type="button" className="button is-primary" onClick={() => void save()}>
      Download a copy
    </button>
  );
}

/** What another version of the program kept, and this one cannot make anything of. */
function Refused({ refused }: Pick<KeptState, 'refused'>) {
  const [isClosed, setClosed] = useState(false);
  if (isClosed) return null;
  return (
    <Notice
      isAlert
      words={`${refused.length === 1 ? 'A change' : `${String(refused.length)} changes`} kept on this device cannot be read by this version of the program.`}
      more="The rest is there, and they stay where they are."
    >
      <button
        type="button"
        className="button"
        onClick={() => saveJson(JSON.stringify(refused, null, 2), 'changes-as-kept.json')}
      >
        Download them as they were kept
      </button>
      <button type="button" className="button is-quiet" onClick={() => setClosed(true)}>
        Close
      </button>
    </Notice>
  );
}

/*
 * The dialog that hands the picture on: its address, and as a QR code for the room; where the history is on
 * this device alone, a file instead.
 * Knows: what may be shared how. Must not know: how a file is made.
 */
import { useState } from 'react';
import { oneFile } from '../../base/oneFile.ts';
import { linkTo } from '../../export/takeAlong.ts';
import type { DeskWorker } from '../../formats/desk/client.ts';
import type { AppState } from '../../state/appState.ts';
import { useAppStore } from '../../state/hooks.tsx';
import { isShared } from '../../state/source.ts';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ShareAddress } from './ShareAddress.tsx';
import { ShareFiles } from './ShareFiles.tsx';
import './share.css';

interface ShareDialogProps {
  readonly Arrangement: DrawsArrangement;
  readonly startFormats: () => DeskWorker;
  readonly onClose: () => void;
}

export function ShareDialog({ Arrangement, startFormats, onClose }: ShareDialogProps) {
  const store = useAppStore();
  const [address] = useState(() => addressOf(store.getState()));
  return (
    <Dialog title="Share" className="share-dialog" onClose={onClose}>
      {address === null ? (
        <ShareFiles Arrangement={Arrangement} startFormats={startFormats} />
      ) : (
        <ShareAddress address={address} title={store.getState().history?.title ?? 'Threadline'} />
      )}
    </Dialog>
  );
}

/** Null where no address leads others to the history. */
function addressOf({ source, choices }: AppState): string | null {
  if (source !== null && !isShared(source)) return null;
  if (/^https?:$/u.test(location.protocol)) return location.href;
  // A file with a page that it was made from; that page shows its own history.
  const home = source?.isBundled === true ? (oneFile()?.home ?? '') : '';
  return home === '' ? null : linkTo(home, choices);
}

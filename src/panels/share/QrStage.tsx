import { useEffect, useId, useRef } from 'react';
import { X } from 'lucide-react';
import type { QrCode } from './qrCode.ts';
import { QrPicture } from './QrPicture.tsx';

interface QrStageProps {
  readonly code: QrCode;
  readonly title: string;
  readonly address: string;
  readonly onClose: () => void;
}

/**
 * The code as large as the screen, for a projector: fullscreen where the browser has it, else over the whole
 * window. Esc and the button lead back.
 */
export function QrStage({ code, title, address, onClose }: QrStageProps) {
  const stage = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    element.showModal();
    let wasFullscreen = false;
    const watch = (): void => {
      if (document.fullscreenElement === element) wasFullscreen = true;
      else if (wasFullscreen) element.close();
    };
    document.addEventListener('fullscreenchange', watch);
    // A refusal leaves it over the whole window, which does as well.
    if (document.fullscreenEnabled) void element.requestFullscreen().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', watch);
      if (document.fullscreenElement === element) void document.exitFullscreen();
      element.close();
    };
  }, []);

  return (
    <dialog
      ref={stage}
      className="qr-stage"
      aria-labelledby={titleId}
      onClose={(event) => {
        event.stopPropagation();
        // The event comes late: the dialog may have been shown again since (React's strict mode does so).
        if (!event.currentTarget.open) onClose();
      }}
    >
      <h2 id={titleId} dir="auto">
        {title}
      </h2>
      <QrPicture code={code} title={`QR code of ${address}`} />
      <p className="qr-address">{hostOf(address)}</p>
      <button
        type="button"
        className="button is-icon"
        aria-label="Close the QR code"
        onClick={() => stage.current?.close()}
      >
        <X aria-hidden />
      </button>
    </dialog>
  );
}

/** What a person in the room may want to see before they trust it; the rest is for the camera. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

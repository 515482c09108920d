import { useEffect, useMemo, useRef, useState } from 'react';
import { Check, Copy, Maximize } from 'lucide-react';
import { qrCodeOf } from './qrCode.ts';
import { QrPicture } from './QrPicture.tsx';
import { QrStage } from './QrStage.tsx';

interface ShareAddressProps {
  readonly address: string;
  /** The history's. */
  readonly title: string;
}

type Copied = 'not yet' | 'copied' | 'by hand';

/** Copies the address, which holds everything that was chosen; where that is not allowed, it stands selected. */
export function ShareAddress({ address, title }: ShareAddressProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<Copied>('not yet');
  const [isOnStage, setOnStage] = useState(false);
  const code = useMemo(() => qrCodeOf(address), [address]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('copied');
    } catch {
      // No clipboard here (an insecure page, a refused permission): the reader copies by hand.
      setCopied('by hand');
      field.current?.select();
    }
  };
  // Whoever pressed Share wants the address: it is there before anything else is read.
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void copy();
  });

  return (
    <div className="share-ways">
      <div className="share-address">
        <label>
          Copy this address
          <input ref={field} className="field" readOnly value={address} />
        </label>
        <div className="share-copy">
          <button
            type="button"
            className="button is-primary"
            data-first-focus
            onClick={() => void copy()}
          >
            <Copy aria-hidden />
            Copy
          </button>
          <p role="status" className="share-copied">
            {copied === 'copied' ? (
              <>
                <Check aria-hidden />
                Address copied
              </>
            ) : copied === 'by hand' ? (
              'This browser does not let a page copy. The address is selected: copy it by keys or menu.'
            ) : null}
          </p>
        </div>
        <p className="share-hint">
          It opens this picture as it stands: the view, what is filtered, the time that is shown and
          what is selected.
        </p>
      </div>
      <div className="share-qr">
        {code === null ? (
          <p className="share-hint">
            This address is too long for a QR code, which holds about 2,900 letters. Clear filters,
            words or pins that the room does not need, then share again; or send the address itself.
          </p>
        ) : (
          <>
            <QrPicture code={code} title="QR code of this address" />
            <button type="button" className="button" onClick={() => setOnStage(true)}>
              <Maximize aria-hidden />
              Show to the room
            </button>
          </>
        )}
      </div>
      {isOnStage && code !== null ? (
        <QrStage code={code} title={title} address={address} onClose={() => setOnStage(false)} />
      ) : null}
    </div>
  );
}

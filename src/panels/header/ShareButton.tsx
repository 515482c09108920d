import { useEffect, useRef, useState } from 'react';
import { Check, Share2 } from 'lucide-react';

/** So long the word of thanks stays; nothing depends on it. */
const DONE_MS = 4000;

type Shared = 'not yet' | 'copied' | 'by hand';

/** Copies the address, which holds everything that was chosen; where that is not allowed, shows it. */
export function ShareButton({ hasIcon }: { readonly hasIcon: boolean }) {
  const [shared, setShared] = useState<Shared>('not yet');

  useEffect(() => {
    if (shared !== 'copied') return undefined;
    const timer = setTimeout(() => setShared('not yet'), DONE_MS);
    return () => clearTimeout(timer);
  }, [shared]);

  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setShared('copied');
    } catch {
      // No clipboard here (an insecure page, a refused permission): the reader copies by hand.
      setShared('by hand');
    }
  };

  return (
    <div className="share">
      <button
        type="button"
        className={hasIcon ? 'button' : 'button is-foldable'}
        title={hasIcon ? undefined : 'Share'}
        aria-label="Share"
        onClick={() => void share()}
      >
        <Share2 aria-hidden />
        <span>Share</span>
      </button>
      <div className="share-said" aria-live="polite">
        {shared === 'copied' ? (
          <p className="share-bubble">
            <Check aria-hidden />
            Address copied
          </p>
        ) : null}
      </div>
      {shared === 'by hand' ? <ByHand onDone={() => setShared('not yet')} /> : null}
    </div>
  );
}

function ByHand({ onDone }: { readonly onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <div className="share-bubble is-form">
      <label>
        Copy this address
        <input
          ref={field}
          className="field"
          readOnly
          value={location.href}
          onBlur={onDone}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            onDone();
          }}
        />
      </label>
    </div>
  );
}

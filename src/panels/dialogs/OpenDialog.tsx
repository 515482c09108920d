import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureWords } from '../failure/ProblemList.tsx';
import { readAddress } from './readAddress.ts';
import './dialogs.css';

/** Opens a history from an address; what is open stays until the new one stands. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useApp((state) => state.open);
  const opening = useApp((state) => state.opening);
  const source = useApp((state) => state.source);
  const failure = useApp((state) => state.openFailure);
  const stayed = useApp((state) => state.history?.title);
  const dismissFailure = useApp((state) => state.dismissOpenFailure);
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const mistakeId = useId();
  const hintId = useId();

  const isDone = asked !== null && opening === null && failure === null && source?.url === asked;
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const address = readAddress(text, document.baseURI);
    setMistake(address.ok ? null : address.error);
    if (address.ok) {
      setAsked(address.value);
      open({ url: address.value, isBundled: false });
    } else {
      field.current?.focus();
    }
  };

  /** The dialog has said it: the page need not say it again. */
  const close = (): void => {
    if (asked !== null) dismissFailure();
    onClose();
  };

  return (
    <Dialog title="Open a history" onClose={close}>
      <form className="open-form" noValidate onSubmit={submit}>
        <label htmlFor={fieldId}>Address</label>
        <div className="open-line">
          <input
            ref={field}
            id={fieldId}
            data-first-focus
            className="field"
            type="url"
            inputMode="url"
            autoComplete="url"
            spellCheck={false}
            placeholder="https://example.org/history.json"
            value={text}
            aria-invalid={mistake !== null}
            aria-describedby={`${mistakeId} ${hintId}`}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" className="button is-primary">
            Open history
          </button>
        </div>
        <p id={mistakeId} className="open-mistake" aria-live="polite">
          {mistake}
        </p>
        <p id={hintId} className="open-hint">
          A JSON file in Threadline’s own form, on this site or on one that lets other sites read it
          (CORS); or a database as clickhouse:https://host/name. What is open now stays until the
          new history stands.
        </p>
      </form>
      <div aria-live="polite">
        {opening === null ? null : (
          <div className="open-progress">
            <progress aria-label="Opening" />
            <p>Opening {opening.url} …</p>
          </div>
        )}
        {asked === null || failure === null ? null : (
          <div className="open-failed">
            <h3>It could not be opened</h3>
            <FailureWords failure={failure} />
            {stayed === undefined ? null : (
              <p>
                <strong dir="auto">{stayed}</strong> stays open.
              </p>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}

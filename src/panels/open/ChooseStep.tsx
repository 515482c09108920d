/*
 * The ways in: a file, a text, an address.
 * Knows: the browser's files and fields. Must not know: formats, how anything is read.
 */
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { FileUp } from 'lucide-react';
import { useApp } from '../../state/hooks.tsx';
import { FailureWords } from '../failure/ProblemList.tsx';
import { ShelfList } from '../shelf/ShelfList.tsx';
import { broughtFile, broughtText, type Brought } from './brought.ts';
import type { Stage } from './fileOpening.ts';
import { readAddress } from './readAddress.ts';

interface ChooseStepProps {
  readonly stage: Stage & { readonly kind: 'choose' };
  readonly onTake: (brought: Brought) => void;
  readonly onAddress: (url: string) => void;
}

export function ChooseStep({ stage, onTake, onAddress }: ChooseStepProps) {
  const { failure, url } = stage;
  const stayed = useApp((state) => state.history?.title);
  return (
    <div className="open-ways">
      {failure === null ? null : (
        <div className="open-failed" role="alert">
          <h3>It could not be opened</h3>
          <FailureWords failure={failure} />
          {stayed === undefined ? null : (
            <p>
              <strong dir="auto">{stayed}</strong> stays open.
            </p>
          )}
          {failure.kind === 'invalid' && url !== null ? (
            <button
              type="button"
              className="button"
              onClick={() => onTake({ kind: 'address', url })}
            >
              Read it another way
            </button>
          ) : null}
        </div>
      )}
      <FileWay onTake={onTake} />
      <ShelfList onOpen={onAddress} />
      <AddressWay onAddress={onAddress} />
      <PasteWay onTake={onTake} />
    </div>
  );
}

function FileWay({ onTake }: Pick<ChooseStepProps, 'onTake'>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="open-file">
      <FileUp aria-hidden />
      <div>
        <button type="button" className="button is-primary" onClick={() => input.current?.click()}>
          Choose a file …
        </button>
        <p className="open-hint">
          or drop it anywhere on the page. Tables (CSV, TSV), TimelineJS, GEXF, GraphML, graphology
          and Threadline’s own JSON. It stays on this device.
        </p>
      </div>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to open"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen again, once it has been mended.
          currentTarget.value = '';
          if (file !== undefined) onTake(broughtFile(file));
        }}
      />
    </div>
  );
}

function AddressWay({ onAddress }: Pick<ChooseStepProps, 'onAddress'>) {
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const address = readAddress(text, document.baseURI);
    setMistake(address.ok ? null : address.error);
    if (address.ok) onAddress(address.value);
    else field.current?.focus();
  };
  return (
    <form className="open-form" noValidate onSubmit={submit}>
      <label htmlFor={id}>Address</label>
      <div className="open-line">
        <input
          ref={field}
          id={id}
          data-first-focus
          className="field"
          type="url"
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          placeholder="https://example.org/history.csv"
          value={text}
          aria-invalid={mistake !== null}
          aria-describedby={`${id}-mistake ${id}-hint`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button">
          Open history
        </button>
      </div>
      <p id={`${id}-mistake`} className="open-mistake" aria-live="polite">
        {mistake}
      </p>
      <p id={`${id}-hint`} className="open-hint">
        Of a file on this site, or on one that lets other sites read it (CORS); or of a database, as
        clickhouse:https://host/name.
      </p>
    </form>
  );
}

function PasteWay({ onTake }: Pick<ChooseStepProps, 'onTake'>) {
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') setMistake('Paste the rows of a spreadsheet, or the text of a file.');
    else onTake(broughtText(text));
  };
  return (
    <details className="open-paste">
      <summary>Paste a text</summary>
      <form className="open-form" noValidate onSubmit={submit}>
        <label htmlFor={id} className="visually-hidden">
          Text to open
        </label>
        <textarea
          id={id}
          className="field"
          rows={6}
          spellCheck={false}
          placeholder="Rows copied from a spreadsheet, or the text of a file"
          value={text}
          aria-invalid={mistake !== null}
          aria-describedby={`${id}-mistake`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-mistake`} className="open-mistake" aria-live="polite">
          {mistake}
        </p>
        <button type="submit" className="button">
          Open text
        </button>
      </form>
    </details>
  );
}

import { useId, useState } from 'react';
import { plannedText, readPlanned } from './plannedTime.ts';

interface PlannedFieldProps {
  readonly seconds: number | undefined;
  readonly onChange: (seconds: number | undefined) => void;
}

/** How long the scene should take, as minutes and seconds; empty for no plan. */
export function PlannedField({ seconds, onChange }: PlannedFieldProps) {
  const id = useId();
  const [written, setWritten] = useState<string | null>(null);
  const present = seconds === undefined ? '' : plannedText(seconds);
  const text = written ?? present;
  const isFine = text.trim() === '' || readPlanned(text) !== null;
  return (
    <div className="making-part">
      <label className="making-label" htmlFor={id}>
        Planned time
      </label>
      <input
        id={id}
        className="field making-field is-short"
        type="text"
        autoComplete="off"
        placeholder="1:30"
        value={text}
        aria-invalid={!isFine}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setWritten(next);
          const read = readPlanned(next);
          if (read !== null) onChange(read);
          else if (next.trim() === '') onChange(undefined);
        }}
        onBlur={() => {
          if (isFine) setWritten(null);
        }}
      />
      <p id={`${id}-problem`} className="making-problem" aria-live="polite">
        {isFine ? null : 'Expected here: minutes and seconds, such as 1:30.'}
      </p>
    </div>
  );
}

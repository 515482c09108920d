import { useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** An on/off choice that takes effect at once. */
export function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  const labelId = useId();
  const hintId = useId();
  return (
    <label className="switch">
      <span className="switch-words">
        <span id={labelId}>{label}</span>
        {hint === undefined ? null : (
          <span id={hintId} className="switch-hint">
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch-input"
        checked={isOn}
        aria-checked={isOn}
        aria-labelledby={labelId}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

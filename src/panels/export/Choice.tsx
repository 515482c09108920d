import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function Choice<Value extends string>({
  legend,
  value,
  values,
  words,
  onChange,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="export-choice">
      <legend>{legend}</legend>
      <div className="export-choice-values">
        {values.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            {words[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { useId } from 'react';
import { FORMAT_WORDS, GROUPS, NO_SCENES, type Kind } from './formats.ts';

interface FormatChoiceProps {
  readonly kind: Kind;
  readonly hasScenes: boolean;
  readonly onChange: (kind: Kind) => void;
}

/** All formats as one list of radio buttons, in two groups. */
export function FormatChoice({ kind, hasScenes, onChange }: FormatChoiceProps) {
  const name = useId();
  return GROUPS.map(({ legend, kinds }) => (
    <fieldset key={legend} className="export-formats">
      <legend>{legend}</legend>
      {kinds.map((each) => {
        const words = FORMAT_WORDS[each];
        const isOff = words.isOfBriefing && !hasScenes;
        return (
          <label key={each} className={`export-format ${isOff ? 'is-off' : ''}`}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={kind === each}
              disabled={isOff}
              aria-describedby={`${name}-${each}`}
              data-first-focus={kind === each || undefined}
              onChange={() => onChange(each)}
            />
            <span className="export-format-name">{words.name}</span>
            <span id={`${name}-${each}`} className="export-format-hint">
              {isOff ? NO_SCENES : words.hint}
            </span>
          </label>
        );
      })}
    </fieldset>
  ));
}

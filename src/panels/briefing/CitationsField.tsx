import { Trash2, X } from 'lucide-react';
import type { Citation, Source } from '../../model/types.ts';

interface CitationsFieldProps {
  readonly citations: readonly Citation[];
  readonly sources: readonly Source[];
  readonly onChange: (citations: readonly Citation[], isWriting: boolean) => void;
  readonly onRest: () => void;
}

/** The sources of a scene, picked among the history's own. */
export function CitationsField({ citations, sources, onChange, onRest }: CitationsFieldProps) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const nameOf = (id: string): string => {
    const source = byId.get(id);
    return source === undefined ? `“${id}”, which this history does not have` : sourceName(source);
  };
  const put = (index: number, citation: Citation, isWriting = false): void =>
    onChange(citations.with(index, citationOf(citation)), isWriting);
  return (
    <fieldset className="making-group">
      <legend>Sources</legend>
      {citations.map((citation, index) => {
        const { source, locator = '', cites = [] } = citation;
        const name = `Source ${String(index + 1)}`;
        return (
          // Rows are told apart by their place: a scene may cite a source twice.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="making-item" role="group" aria-label={name}>
            <div className="making-item-head">
              <span dir="auto">{nameOf(source)}</span>
              <button
                type="button"
                className="button is-icon is-quiet"
                aria-label={`Delete ${name.toLowerCase()}`}
                title={`Delete ${name.toLowerCase()}`}
                onClick={() => onChange(citations.toSpliced(index, 1), false)}
              >
                <Trash2 aria-hidden />
              </button>
            </div>
            <label>
              <span className="making-small">Where in it</span>
              <input
                className="field"
                type="text"
                autoComplete="off"
                maxLength={500}
                placeholder="paragraph 4"
                aria-label={`${name}: where in it`}
                value={locator}
                onChange={(event) => {
                  put(index, { ...citation, locator: event.currentTarget.value }, true);
                }}
                onBlur={onRest}
              />
            </label>
            {cites.length === 0 ? null : (
              <ul className="making-cites" aria-label={`${name} refers to`}>
                {cites.map((cited) => (
                  <li key={cited} className="chip">
                    <span className="chip-words" dir="auto">
                      {nameOf(cited)}
                    </span>
                    <button
                      type="button"
                      className="chip-remove"
                      aria-label={`Remove ${nameOf(cited)}`}
                      onClick={() =>
                        put(index, { ...citation, cites: cites.filter((id) => id !== cited) })
                      }
                    >
                      <X aria-hidden />
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <SourceSelect
              label={`${name}: add what it refers to`}
              empty="Referring to…"
              sources={sources.filter(({ id }) => id !== source && !cites.includes(id))}
              onPick={(id) => put(index, { ...citation, cites: [...cites, id] })}
            />
          </div>
        );
      })}
      {sources.length === 0 ? (
        <p className="making-hint">This history lists no sources.</p>
      ) : (
        <SourceSelect
          label="Add source"
          empty="Add a source…"
          sources={sources}
          onPick={(source) => onChange([...citations, { source }], false)}
        />
      )}
    </fieldset>
  );
}

interface SourceSelectProps {
  readonly label: string;
  readonly empty: string;
  readonly sources: readonly Source[];
  readonly onPick: (id: string) => void;
}

function SourceSelect({ label, empty, sources, onPick }: SourceSelectProps) {
  if (sources.length === 0) return null;
  return (
    <select
      className="select making-select"
      aria-label={label}
      value=""
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="">{empty}</option>
      {sources.map((source) => (
        <option key={source.id} value={source.id}>
          {sourceName(source)}
        </option>
      ))}
    </select>
  );
}

/** "7: On-line safety …", as the account numbers it. */
function sourceName({ number, title }: Source): string {
  return number === undefined ? title : `${String(number)}: ${title}`;
}

/** A citation without what it does not say. */
function citationOf({ source, locator = '', quote = '', cites = [] }: Citation): Citation {
  return {
    source,
    ...(locator === '' ? {} : { locator }),
    ...(quote === '' ? {} : { quote }),
    ...(cites.length === 0 ? {} : { cites }),
  };
}

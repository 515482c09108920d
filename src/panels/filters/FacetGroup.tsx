import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { ChevronDown, Search } from 'lucide-react';
import type { FacetAnswer, FacetName, FacetValue } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { FACET_WORDS, numberWords } from '../names.ts';
import { FacetRow } from './FacetRow.tsx';
import type { ValueMenuTarget } from './ValueMenu.tsx';

/** A long list grows by so many at a time: the page stays quick, and the box finds the rest. */
const PAGE = 100;
/** Stable, so that a group without an answer does not render again and again. */
const NO_VALUES: readonly FacetValue[] = [];

interface FacetGroupProps {
  readonly facet: FacetName;
  readonly menuAnchor: HTMLButtonElement | null;
  readonly onMenu: (target: ValueMenuTarget) => void;
}

/** One facet: a heading that folds, a box that finds, a row a value, and more of them on demand. */
export function FacetGroup({ facet, menuAnchor, onMenu }: FacetGroupProps) {
  const words = FACET_WORDS[facet];
  const [isOpen, setOpen] = useState(words.isOpenAtFirst);
  // A filter shows in the picture first, and in all the counts beside it as soon as that stands.
  const answer = useDeferredValue(
    useApp((state) => state.facets?.facets.find((found) => found.facet === facet)),
  );
  const titleId = useId();
  const bodyId = useId();
  return (
    <div role="group" aria-labelledby={titleId} className="facet">
      <div className="facet-head">
        <h3 className="facet-title">
          <button
            type="button"
            className="facet-fold"
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronDown aria-hidden />
            <span id={titleId}>{words.title}</span>
          </button>
        </h3>
        {isOpen ? <FindBox facet={facet} /> : null}
        <span className="facet-found">{answer === undefined ? '' : numberWords(answer.found)}</span>
      </div>
      {isOpen ? (
        <div id={bodyId} className="facet-body">
          <Values facet={facet} answer={answer} menuAnchor={menuAnchor} onMenu={onMenu} />
        </div>
      ) : null}
    </div>
  );
}

function FindBox({ facet }: { readonly facet: FacetName }) {
  const request = useApp((state) => state.facetRequests[facet]);
  const askFacet = useApp((state) => state.askFacet);
  return (
    <label className="facet-find">
      <Search aria-hidden />
      <input
        type="search"
        aria-label={FACET_WORDS[facet].find}
        placeholder="Find"
        autoComplete="off"
        spellCheck={false}
        value={request.find}
        onChange={(event) => askFacet(facet, { ...request, find: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || request.find === '') return;
          // One level back: the words go, the panel stays.
          event.preventDefault();
          askFacet(facet, { ...request, find: '' });
        }}
      />
    </label>
  );
}

interface ValuesProps extends FacetGroupProps {
  readonly answer: FacetAnswer | undefined;
}

function Values({ facet, answer, menuAnchor, onMenu }: ValuesProps) {
  const request = useApp((state) => state.facetRequests[facet]);
  const startLimit = useStartLimit(request.limit);
  const askFacet = useApp((state) => state.askFacet);
  const list = useRef<HTMLUListElement>(null);
  /** The row that takes the focus once the longer list is here: the button that asked may be gone. */
  const firstNew = useRef<number | null>(null);
  const values = answer?.values ?? NO_VALUES;

  useEffect(() => {
    if (firstNew.current === null || values.length <= firstNew.current) return;
    list.current?.children[firstNew.current]?.querySelector('input')?.focus();
    firstNew.current = null;
  }, [values]);

  if (answer === undefined) return null;
  const more = answer.found - values.length;
  const widest = Math.max(1, ...values.map((value) => value.total));
  const step = Math.min(more, PAGE);
  return (
    <>
      <ul ref={list} className="facet-values">
        {values.map((value) => (
          <FacetRow
            key={value.id}
            facet={facet}
            value={value}
            widest={widest}
            menuAnchor={menuAnchor}
            onMenu={onMenu}
          />
        ))}
      </ul>
      {values.length === 0 ? <p className="facet-empty">Nothing with “{request.find}”.</p> : null}
      <div className="facet-more">
        {more > 0 ? (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              firstNew.current = values.length;
              askFacet(facet, { ...request, limit: values.length + step });
            }}
          >
            {step < more ? `${step} more of ${numberWords(more)}` : `${numberWords(more)} more`}
          </button>
        ) : null}
        {request.limit > startLimit ? (
          <button
            type="button"
            className="text-button"
            onClick={() => askFacet(facet, { ...request, limit: startLimit })}
          >
            Fewer
          </button>
        ) : null}
      </div>
    </>
  );
}

/** The limit that the store began with: what "Fewer" goes back to. */
function useStartLimit(limit: number): number {
  const [start] = useState(limit);
  return Math.min(start, limit);
}

/*
 * Above the view: what filters, how many events are left, and a way back to all of them.
 * Knows: chips, counts. Must not know: the view below.
 */
import { useRef } from 'react';
import { X } from 'lucide-react';
import { withoutFilters } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import type { Chip } from '../chips.ts';
import { eventsWords, numberWords, reportButtonWords } from '../names.ts';
import { useChips } from '../useChips.ts';
import './bar.css';

interface StatusBarProps {
  readonly onReport: () => void;
}

const loadKeeping = () => import('../shelf/KeepingLine.tsx').then((module) => module.KeepingLine);

export function StatusBar({ onReport }: StatusBarProps) {
  const chips = useChips();
  const kept = useApp((state) => state.kept);
  const choose = useApp((state) => state.choose);
  const report = useApp((state) => state.report);
  const bar = useRef<HTMLDivElement>(null);

  /** Takes a filter away; the focus moves on to the status, since its button goes with the chip. */
  const remove = (change: Chip['remove']): void => {
    choose(change);
    bar.current?.focus();
  };

  return (
    <div ref={bar} className="bar" role="group" aria-label="Active filters" tabIndex={-1}>
      {chips.length === 0 ? null : (
        <ul className="chips">
          {chips.map((chip) => (
            <li key={chip.key} className="chip">
              <span className="chip-words" dir="auto">
                {chip.words}
              </span>
              <button
                type="button"
                className="chip-remove"
                aria-label={`Remove filter: ${chip.words}`}
                onClick={() => remove(chip.remove)}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Status />
      <Slow />
      <CancelOpening />
      {kept === null ? null : (
        <Lazy name="the saving" load={loadKeeping} props={{ kept }} fallback={null} />
      )}
      {report === null ? null : (
        <button type="button" className="text-button bar-report" onClick={onReport}>
          {reportButtonWords(report)}
        </button>
      )}
      {chips.length > 0 ? (
        <button
          type="button"
          className="text-button bar-clear"
          onClick={() => remove(withoutFilters)}
        >
          Clear filters
        </button>
      ) : null}
    </div>
  );
}

/** While the page waits for its first history, and that takes a while. */
function CancelOpening() {
  const takesWhile = useApp((state) => state.openingProgress !== null && state.history === null);
  const cancel = useApp((state) => state.cancelOpening);
  return takesWhile ? (
    <button type="button" className="text-button" onClick={cancel}>
      Cancel
    </button>
  ) : null;
}

/** The one line that says aloud what a filter did. */
function Status() {
  const facets = useApp((state) => state.facets);
  const eventsTotal = useApp((state) => state.history?.eventsTotal ?? 0);
  const isOpening = useApp((state) => state.opening !== null && state.history === null);
  const words = useApp((state) => state.openingProgress?.words ?? 'Opening the history');
  return (
    // Until the first count is here, its room is held by words that only the style sheet reads.
    <p role="status" className="status" data-room={countWords(eventsTotal, eventsTotal).join('')}>
      {facets === null ? null : <Count matched={facets.matched} total={facets.total} />}
      {isOpening ? `${words} …` : null}
    </p>
  );
}

/** What is on the page stays while something slow is asked: that is told, as it may look done. */
function Slow() {
  const isSlow = useApp((state) => state.isSlow && state.history !== null);
  return (
    <p role="status" className="slow">
      {isSlow ? 'Still counting …' : null}
    </p>
  );
}

function Count({ matched, total }: { readonly matched: number; readonly total: number }) {
  const [first, rest] = countWords(matched, total);
  return (
    <>
      <strong>{first}</strong>
      {rest}
    </>
  );
}

/** "4" and " of 26 events". */
function countWords(matched: number, total: number): readonly [string, string] {
  return [numberWords(matched), ` of ${eventsWords(total)}`];
}

import { X } from 'lucide-react';
import type { Answers } from '../../state/appState.ts';
import { useApp } from '../../state/hooks.tsx';
import './failure.css';

const QUESTION_WORDS: Readonly<Record<keyof Answers, string>> = {
  facets: 'The counts in the filters could not be brought up to date.',
  timeline: 'The timeline could not be brought up to date.',
  overview: 'The overview could not be brought up to date.',
  details: 'The details could not be read.',
  search: 'The search could not be done.',
  network: 'The network could not be brought up to date.',
  networkRest: 'What the filters leave out of the network could not be brought up to date.',
  neighbours: 'The ties could not be read.',
  places: 'The map could not be brought up to date.',
  statistics: 'The statistics could not be brought up to date.',
  related: 'What belongs together could not be lit.',
};

/** What is to be told once, and a question that got no answer. Said politely, not in the way. */
export function Notices() {
  const notice = useApp((state) => state.notice);
  const dismiss = useApp((state) => state.dismissNotice);
  const failure = useApp((state) => state.answerFailure);
  const refresh = useApp((state) => state.refresh);
  return (
    <div className="notices" aria-live="polite">
      {notice === null ? null : (
        <div className="notice">
          <p>{notice}</p>
          <button
            type="button"
            className="button is-icon is-quiet"
            aria-label="Close notice"
            onClick={dismiss}
          >
            <X aria-hidden />
          </button>
        </div>
      )}
      {failure === null ? null : (
        <div className="notice is-alert">
          <p>
            <strong>{QUESTION_WORDS[failure.question]}</strong> {failure.message}
          </p>
          <button type="button" className="button" onClick={() => refresh(() => undefined)}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}

/*
 * What a mapping makes of the table: counts, problems, the first events as they will be.
 * Knows: trials. Must not know: how one comes about.
 */
import type { Trial, TrialEvent } from '../../../formats/desk/messages.ts';
import { FailureWords, ProblemList } from '../../failure/ProblemList.tsx';
import { eventsWords, numberWords } from '../../names.ts';
import type { TrialState } from './useTrial.ts';

interface CountsProps {
  readonly trial: TrialState;
  readonly rowsTotal: number;
}

/** The one line that says aloud what a change of the form did. */
export function PreviewCounts({ trial: { result, isAwaited }, rowsTotal }: CountsProps) {
  return (
    <p role="status" className="preview-counts" aria-busy={isAwaited}>
      {result === null
        ? `Trying ${numberWords(rowsTotal)} rows …`
        : result.ok
          ? countWords(result.value)
          : 'This cannot be opened yet.'}
    </p>
  );
}

export function Preview({ trial: { result, isAwaited } }: { readonly trial: TrialState }) {
  return (
    <section className="preview" aria-label="Preview" aria-busy={isAwaited}>
      {result === null ? null : result.ok ? (
        <Tried trial={result.value} />
      ) : (
        <div className="open-failed">
          <FailureWords failure={result.error} />
        </div>
      )}
    </section>
  );
}

/** "8,054 events from 15,781 rows, 4,120 people and organisations, 12 problems". */
function countWords(trial: Trial): string {
  const { eventsTotal, rowsTried, rowsTotal, actorsTotal, problemsTotal, leftOutTotal } = trial;
  const rows =
    rowsTried < rowsTotal
      ? `the first ${numberWords(rowsTried)} of ${numberWords(rowsTotal)} rows`
      : `${numberWords(rowsTotal)} ${rowsTotal === 1 ? 'row' : 'rows'}`;
  return [
    `${eventsWords(eventsTotal)} from ${rows}`,
    actorsTotal === 0 ? null : `${numberWords(actorsTotal)} people and organisations`,
    leftOutTotal === 0 ? null : `${numberWords(leftOutTotal)} left out`,
    problemsTotal === 0
      ? 'no problems'
      : `${numberWords(problemsTotal)} ${problemsTotal === 1 ? 'problem' : 'problems'}`,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

function Tried({ trial }: { readonly trial: Trial }) {
  const { events, problems, problemsTotal } = trial;
  return (
    <>
      <ol className="preview-events" aria-label="The first events as they will be">
        {events.map((event) => (
          <li key={event.id}>
            <PreviewEvent event={event} />
          </li>
        ))}
      </ol>
      {problemsTotal === 0 ? null : (
        <details className="preview-problems">
          <summary>What does not fit</summary>
          <ProblemList problems={problems} total={problemsTotal} />
        </details>
      )}
    </>
  );
}

function PreviewEvent({ event }: { readonly event: TrialEvent }) {
  const names = [
    { label: 'Organisations', values: event.organisations },
    { label: 'People', values: event.people },
    { label: 'Places', values: event.places },
    { label: 'Themes', values: event.themes },
    { label: 'Source', values: event.sources },
  ].filter(({ values }) => values.length > 0);
  return (
    <article className="preview-event" dir="auto">
      <p className={event.isDateRaw ? 'preview-date is-raw' : 'preview-date'}>{event.dateWords}</p>
      <div className="preview-words">
        <p className="preview-title">{event.title}</p>
        {event.summary === null ? null : <p className="preview-summary">{event.summary}</p>}
        {names.length === 0 ? null : (
          <dl className="preview-names">
            {names.map(({ label, values }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{values.slice(0, 6).join(', ') + (values.length > 6 ? ' …' : '')}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </article>
  );
}

/*
 * Problems a page at a time: there may be ten thousand.
 * Knows: problems. Must not know: where they come from.
 */
import { useId, useState } from 'react';
import type { Problem } from '../../../model/types.ts';
import { numberWords } from '../../names.ts';

interface ReportProblemsProps {
  readonly problems: readonly Problem[];
  readonly total: number;
}

const PER_PAGE = 25;

export function ReportProblems({ problems, total }: ReportProblemsProps) {
  const [page, setPage] = useState(0);
  const headingId = useId();
  const from = page * PER_PAGE;
  const shown = problems.slice(from, from + PER_PAGE);
  const pages = Math.ceil(problems.length / PER_PAGE);
  return (
    <section className="report-problems" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {`${numberWords(total)} ${total === 1 ? 'problem' : 'problems'}, and what was done`}
      </h3>
      <ol className="report-list" start={from + 1}>
        {shown.map((problem, i) => (
          // A page of a list that never changes; the same problem may stand in it twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={from + i} className="report-problem">
            <p className="report-problem-top">
              <code className="problem-place">{problem.place}</code>
              <span className="tag">
                {problem.severity === 'error' ? 'left out' : 'kept and marked'}
              </span>
            </p>
            <dl>
              <dt>Found</dt>
              <dd dir="auto">{problem.found}</dd>
              <dt>Expected</dt>
              <dd>{problem.expected}</dd>
              <dt>Done</dt>
              <dd>{problem.remedy}</dd>
            </dl>
          </li>
        ))}
      </ol>
      {pages > 1 ? (
        <div className="report-pages">
          <button
            type="button"
            className="button"
            aria-disabled={page === 0}
            onClick={() => setPage(Math.max(0, page - 1))}
          >
            Previous
          </button>
          <p role="status">
            {`${numberWords(from + 1)} to ${numberWords(from + shown.length)} of ${numberWords(total)}`}
          </p>
          <button
            type="button"
            className="button"
            aria-disabled={page === pages - 1}
            onClick={() => setPage(Math.min(pages - 1, page + 1))}
          >
            Next
          </button>
        </div>
      ) : null}
      {total > problems.length ? (
        <p className="problems-more">
          {`The first ${numberWords(problems.length)} are listed; ${numberWords(total - problems.length)} more are of the same kinds or come later.`}
        </p>
      ) : null}
    </section>
  );
}

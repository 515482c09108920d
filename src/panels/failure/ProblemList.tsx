import type { OpenFailure } from '../../engine/port.ts';
import type { Problem } from '../../model/types.ts';
import { numberWords } from '../names.ts';
import './failure.css';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** What is wrong with a file: where, what was found, what was expected, what to do. */
export function ProblemList({ problems, total }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <div className="problems">
      <ol className="problems-list">
        {problems.map((problem, index) => (
          // A list of problems is shown once and never changes; the same one may stand in it twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="problem">
            <code className="problem-place">{problem.place}</code>
            <dl>
              <dt>Found</dt>
              <dd>{problem.found}</dd>
              <dt>Expected</dt>
              <dd>{problem.expected}</dd>
              <dt>What to do</dt>
              <dd>{problem.remedy}</dd>
            </dl>
          </li>
        ))}
      </ol>
      {total > problems.length ? (
        <p className="problems-more">
          And {numberWords(total - problems.length)} more problems, not listed.
        </p>
      ) : null}
    </div>
  );
}

/** The failure of an opening in words, with what is wrong and where. */
export function FailureWords({ failure }: { readonly failure: OpenFailure }) {
  return (
    <>
      <p className="failure-message">{failure.message}</p>
      <ProblemList problems={failure.problems} total={failure.problemsTotal} />
    </>
  );
}

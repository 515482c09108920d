/*
 * What came of reading a file: counts, what was assumed, each problem, what was left out.
 * Knows: reports. Must not know: formats, how a file is read.
 */
import { Download } from 'lucide-react';
import { download } from '../../../export/files/download.ts';
import type { ReadReport } from '../../../model/readReport.ts';
import { numberWords } from '../../names.ts';
import { nameWords } from '../brought.ts';
import { becameWords } from './reportWords.ts';
import { ReportProblems } from './ReportProblems.tsx';

export function ReportView({ report }: { readonly report: ReadReport }) {
  const { leftOut, notes, problems, problemsTotal } = report;
  return (
    // It may be longer than the screen: with the focus on it, keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="report" tabIndex={0}>
      <p className="report-file" dir="auto">
        <strong>{nameWords(report.fileName)}</strong>
        {`, taken for ${report.format.name}`}
      </p>
      <p className="report-counts">{becameWords(report)}</p>
      {leftOut === null ? null : (
        <div className="report-left-out">
          <p>
            {`${numberWords(leftOut.total)} of the ${report.unit} became nothing. Here they are as they came, to be mended and opened again.`}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => download(leftOut.content, leftOut.name)}
          >
            <Download aria-hidden />
            Download what was left out
          </button>
        </div>
      )}
      {notes.length === 0 ? null : (
        <section aria-label="What was assumed">
          <h3>What was assumed</h3>
          <ul className="report-notes">
            {notes.map((note) => (
              <li key={note} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </section>
      )}
      {problemsTotal === 0 ? (
        <p className="report-clean">Nothing was wrong with it.</p>
      ) : (
        <ReportProblems problems={problems} total={problemsTotal} />
      )}
    </div>
  );
}

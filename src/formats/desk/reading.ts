/*
 * Reads a file whole: the history as the shelf keeps it and the engine opens it, and what came of it.
 * Knows: every format. Must not know: where the file came from, where the history goes.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { canonicalJson } from '../../model/canonicalJson.ts';
import type { LeftOutFile, ReadReport } from '../../model/readReport.ts';
import type { Format, ReadingReport } from '../format.ts';
import { FORMATS } from '../index.ts';
import type { HeldFiles } from './heldFiles.ts';
import { deskFailure, type DeskFailure, type ReadHistory, type ReadQuestion } from './messages.ts';
import type { TellsProgress } from './server.ts';

export async function answerRead(
  { file, as }: ReadQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<ReadHistory, DeskFailure>> {
  const format = FORMATS.find(({ id }) => id === as);
  if (format === undefined) {
    return fail(deskFailure('invalid', 'This version of the program does not know that format.'));
  }
  const read = format.read(await held.source(file), {
    onProgress: (done, total) =>
      onProgress({ words: 'Reading the file', share: shareOf(done, total) }),
  });
  if (!read.ok) return read;
  const { dataset, report } = read.value;
  onProgress({ words: 'Putting the history together', share: null });
  return ok({
    content: new Blob([canonicalJson(dataset)], { type: 'application/json' }),
    title: dataset.title,
    report: reportOf(file.name, format, report),
  });
}

function shareOf(done: number, total: number): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}

function reportOf(
  fileName: string | null,
  { id, name }: Format,
  { leftOut, format: _, ...report }: ReadingReport,
): ReadReport {
  return { ...report, fileName, format: { id, name }, leftOut: leftOutFile(leftOut, fileName) };
}

/** What was left out, as it came. */
function leftOutFile(
  leftOut: ReadingReport['leftOut'],
  fileName: string | null,
): LeftOutFile | null {
  if (leftOut.length === 0) return null;
  const [, base, ending] = /^(.*?)(\.\w{1,10})?$/su.exec(fileName ?? 'pasted') ?? [];
  return {
    total: leftOut.length,
    name: `${base ?? 'pasted'} (left out)${ending ?? '.txt'}`,
    content: new Blob([leftOut.map(({ raw }) => `${raw}\n`).join('')], { type: 'text/plain' }),
  };
}

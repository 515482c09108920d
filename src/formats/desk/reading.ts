/*
 * Reads a file whole: the history as the shelf keeps it and the engine opens it, and what came of it.
 * Knows: every format, tables. Must not know: where the file came from, where the history goes.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { canonicalJson } from '../../model/canonicalJson.ts';
import type { LeftOutFile, ReadReport } from '../../model/readReport.ts';
import type { Format, ReadFailure, Reading } from '../format.ts';
import { FORMATS, readAs, withNotes } from '../index.ts';
import { applyMapping } from '../table/apply.ts';
import { guessMapping } from '../table/guess.ts';
import { profileColumns } from '../table/profile.ts';
import { TABLE_FORMAT } from '../table/tableFormat.ts';
import type { Table } from '../table/types.ts';
import type { HeldFiles } from './heldFiles.ts';
import { deskFailure, type DeskFailure, type ReadHistory, type ReadQuestion } from './messages.ts';
import type { TellsProgress } from './server.ts';

export async function answerRead(
  question: ReadQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<ReadHistory, DeskFailure>> {
  const format = FORMATS.find(({ id }) => id === question.as);
  if (format === undefined) {
    return fail(deskFailure('invalid', 'This version of the program does not know that format.'));
  }
  const isTable = format.id === TABLE_FORMAT.id;
  const read = isTable
    ? await readTableAs(question, held, onProgress)
    : await readWhole(format, question, held, onProgress);
  if (!read.ok) return read;
  const { dataset } = read.value.reading;
  onProgress({ words: 'Putting the history together', share: null });
  return ok({
    content: new Blob([canonicalJson(dataset)], { type: 'application/json' }),
    title: dataset.title,
    report: reportOf(question, format, read.value),
  });
}

interface ReadFile {
  readonly reading: Reading;
  /** Null where the file is no table. */
  readonly table: Table | null;
}

async function readWhole(
  format: Format,
  { file }: ReadQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<ReadFile, ReadFailure>> {
  const source = await held.source(file);
  const read = readAs(format, source, {
    onProgress: (done, total) =>
      onProgress({ words: 'Reading the file', share: shareOf(done, total) }),
  });
  return read.ok ? ok({ reading: read.value, table: null }) : read;
}

async function readTableAs(
  { file, table: told }: ReadQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<ReadFile, DeskFailure>> {
  const read = await held.table(file, told?.cut ?? null, (done, total) =>
    onProgress({ words: 'Reading rows', share: shareOf(done, total) }),
  );
  if (!read.ok) return read;
  const { table } = read.value;
  const mapping = told?.mapping ?? guessMapping(table, profileColumns(table), file.name);
  const applied = applyMapping(table, mapping, {
    onProgress: (done, total) =>
      onProgress({ words: 'Making events of rows', share: shareOf(done, total) }),
  });
  if (!applied.ok) return applied;
  return ok({ reading: withNotes(applied.value, await held.source(file)), table });
}

function shareOf(done: number, total: number): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}

function reportOf(
  { file }: ReadQuestion,
  { id, name }: Format,
  { reading: { report }, table }: ReadFile,
): ReadReport {
  const { leftOut: _, format: __, ...rest } = report;
  return {
    ...rest,
    fileName: file.name,
    format: { id, name },
    leftOut: leftOutFile(report.leftOut, table, file.name),
  };
}

/** What was left out as it came: of a table, a table again. */
function leftOutFile(
  leftOut: readonly { readonly raw: string }[],
  table: Table | null,
  fileName: string | null,
): LeftOutFile | null {
  if (leftOut.length === 0) return null;
  const header = table?.headerRaw ?? null;
  const lines = [...(header === null ? [] : [header]), ...leftOut.map(({ raw }) => raw)];
  const [, base, ending] = /^(.*?)(\.\w{1,10})?$/su.exec(fileName ?? 'pasted') ?? [];
  return {
    total: leftOut.length,
    name: `${base ?? 'pasted'} (left out)${ending ?? (table === null ? '.txt' : '.csv')}`,
    content: new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }),
  };
}

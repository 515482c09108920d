/*
 * A first look at a file: what it may be, and where it is a table, what its columns seem to hold.
 * Knows: every format, tables. Must not know: where the file came from, how the look is shown.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Format, SourceFile } from '../format.ts';
import { FORMATS, recognise } from '../index.ts';
import { guessMapping } from '../table/guess.ts';
import { profileColumns } from '../table/profile.ts';
import { TABLE_FORMAT } from '../table/tableFormat.ts';
import type { HeldFiles } from './heldFiles.ts';
import type { DeskFailure, Look, LookQuestion, TableLook } from './messages.ts';
import type { TellsProgress } from './server.ts';
import { binaryFile, unknownFile } from '../unknownFile.ts';

export async function answerLook(
  { file, as, cut }: LookQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<Look, DeskFailure>> {
  onProgress({ words: 'Looking at the file', share: null });
  const source = await held.source(file);
  const binary = as === null ? binaryFile(source) : null;
  if (binary !== null) return fail(binary);
  const format = formatOf(source, as);
  if (format === null) return fail(unknownFile(source));
  const look: Look = { format: entryOf(format), possible: entries(source), table: null };
  if (format.id !== TABLE_FORMAT.id) return ok(look);

  const read = await held.table(file, cut, (done, total) =>
    onProgress({ words: 'Reading rows', share: done / total }),
  );
  if (!read.ok) return read;
  const { table, encoding } = read.value;
  const columns = profileColumns(table);
  const guess = guessMapping(table, columns, file.name);
  const told: TableLook = {
    cut: table.cut,
    encoding,
    rowsTotal: table.rows.length,
    columns,
    guess,
  };
  return ok({ ...look, table: told });
}

/** Null where no format knows the file and none is asked for. */
function formatOf(source: SourceFile, as: string | null): Format | null {
  const asked = FORMATS.find(({ id }) => id === as);
  return asked ?? recognise(source)[0]?.format ?? null;
}

/** All of them, since whoever knows better may choose any: the likeliest first. */
function entries(source: SourceFile): Look['possible'] {
  const likely = recognise(source).map(({ format }) => format);
  const others = FORMATS.filter((format) => !likely.includes(format));
  return [...likely, ...others].map(entryOf);
}

function entryOf({ id, name }: Format): Look['format'] {
  return { id, name };
}

/*
 * Writes a history in another format.
 * Knows: the writers. Must not know: who asks, how the file is saved.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { readText } from '../readText.ts';
import { writeHistory, WRITERS } from '../write/index.ts';
import type { DeskFailure, WriteQuestion, WrittenFile } from './messages.ts';

export async function answerWrite({
  history,
  writer,
  only,
  options,
}: WriteQuestion): Promise<Result<WrittenFile, DeskFailure>> {
  const read = readText(await history.text());
  if (!read.ok) return fail(read.error);
  const { text, ...told } = writeHistory(read.value.dataset, writer, only, options);
  const { mediaType, ending } = WRITERS[writer];
  return ok({ ...told, ending, content: new Blob([text], { type: mediaType }) });
}

/** Opens an input by the formats' worker's own steps: a look, then a reading of what it is taken for. */
import { heldFiles } from '../../../src/formats/desk/heldFiles.ts';
import { answerLook } from '../../../src/formats/desk/looking.ts';
import type { DeskFailure } from '../../../src/formats/desk/messages.ts';
import { answerRead } from '../../../src/formats/desk/reading.ts';
import type { ReadReport } from '../../../src/model/readReport.ts';
import type { HostileInput } from './hostileInput.ts';

export type Outcome =
  { readonly refused: DeskFailure } | { readonly report: ReadReport; readonly json: string };

export async function openHostile({ name, content }: HostileInput): Promise<Outcome> {
  const made = content();
  const file = { key: 'one', name, content: new Blob([made as BlobPart]) };
  const held = heldFiles();
  const look = await answerLook({ file, as: null, cut: null }, held, () => undefined);
  if (!look.ok) return { refused: look.error };
  const question = { file, as: look.value.format.id, table: null };
  const read = await answerRead(question, held, () => undefined);
  if (!read.ok) return { refused: read.error };
  return { report: read.value.report, json: await read.value.content.text() };
}

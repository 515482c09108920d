/*
 * What to say of a file that no format knows.
 * Knows: what people open by mistake. Must not know: any one format.
 */
import type { SourceFile } from '../format.ts';
import { deskFailure, type DeskFailure } from './messages.ts';

const CAN_READ =
  'Files that can be opened: tables (CSV, TSV), TimelineJS, GEXF, GraphML, graphology JSON, and this program’s own JSON.';

/** By their first bytes. */
const KINDS: readonly (readonly [bytes: readonly number[], words: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a zip archive or an office file, such as an Excel workbook. Save the sheet as CSV, or unpack the archive, then open that.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Open the table or the data that it was made from.'],
  [[0x1f, 0x8b], 'This file is packed (gzip). Unpack it, then open what is in it.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture.'],
  [[0xff, 0xd8, 0xff], 'This is a picture.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old office file. Save the sheet as CSV, then open that.'],
];

export function unknownFile(source: SourceFile): DeskFailure {
  const kind = KINDS.find(([bytes]) => bytes.every((byte, i) => source.bytes[i] === byte));
  if (kind !== undefined) return deskFailure('invalid', kind[1]);
  const head = source.head().trim();
  if (head === '') {
    return deskFailure(
      'not-json',
      'The file is empty. Check that it was saved and uploaded whole, then open it again.',
    );
  }
  if (/^<(?:!doctype html|html)/iu.test(head)) {
    return deskFailure(
      'not-json',
      'This is a web page, not a dataset. The file may have moved, or one must sign in to see it: open its address in the browser, and save the file itself.',
    );
  }
  const json = /^[[{]/u.test(head) ? source.json() : null;
  if (json !== null && !json.ok) {
    return {
      kind: 'not-json',
      message:
        'This begins like JSON and then is not. The place where it goes wrong is below: mend it there, or check that this is the right file.',
      problems: [json.error],
      problemsTotal: 1,
    };
  }
  return deskFailure('invalid', `What kind of file this is could not be told. ${CAN_READ}`);
}

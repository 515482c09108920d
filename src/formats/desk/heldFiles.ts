/*
 * What has been worked out of the last file: its bytes and text, and its rows where it is a table.
 * Knows: files, tables. Must not know: who asks, and what for.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Encoding, SourceFile } from '../format.ts';
import { understood } from '../looseJson.ts';
import { sourceFileOf } from '../sourceFile.ts';
import { readTable } from '../table/readTable.ts';
import type { Table, TableCut } from '../table/types.ts';
import type { DeskFailure, DeskFile } from './messages.ts';

export interface HeldTable {
  readonly table: Table;
  readonly encoding: Encoding;
}

export interface HeldFiles {
  source(file: DeskFile): Promise<SourceFile>;
  /** `cut` null: as the content says. */
  table(
    file: DeskFile,
    cut: TableCut | null,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<HeldTable, DeskFailure>>;
}

export function heldFiles(): HeldFiles {
  let held: { readonly key: string; readonly source: SourceFile } | null = null;
  let cutTable: { readonly key: string; readonly held: HeldTable } | null = null;

  const source = async ({ key, name, content }: DeskFile): Promise<SourceFile> => {
    if (held?.key !== key) {
      // The old one is let go before the new one comes: there may not be room for both.
      held = null;
      cutTable = null;
      const bytes = new Uint8Array(await content.arrayBuffer());
      held = { key, source: understood(sourceFileOf(name, bytes)) };
    }
    return held.source;
  };

  return {
    source,
    async table(file, cut, onProgress) {
      const key = `${file.key} ${JSON.stringify(cut)}`;
      if (cutTable?.key === key) return ok(cutTable.held);
      const decoded = (await source(file)).decoded();
      if (!decoded.ok) {
        return fail({
          kind: 'invalid',
          message: 'The file’s text could not be read. Why is said below.',
          problems: [decoded.error],
          problemsTotal: 1,
        });
      }
      const { text, encoding } = decoded.value;
      const read = { table: readTable(text, cut ?? {}, onProgress), encoding };
      cutTable = { key: `${file.key} ${JSON.stringify(read.table.cut)}`, held: read };
      return ok(read);
    },
  };
}

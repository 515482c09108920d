/*
 * The steps of opening a file: look, say what its columns are, read, open, report.
 * Knows: the formats' worker, the store, where a history is kept. Must not know: React, how a step is drawn.
 *
 *   choose ─▶ looking ─▶ columns ─▶ reading ─▶ opening ─▶ report
 *                  └── no table ──────▲
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../base/result.ts';
import { createTableMappings, type SavedMapping } from '../../document/tableMappings.ts';
import type { OpenFailure } from '../../engine/port.ts';
import { createDesk, type Asking, type Desk, type DeskWorker } from '../../formats/desk/client.ts';
import type { DeskFile, DeskProgress, Look, TableLook } from '../../formats/desk/messages.ts';
import type { TableMapping } from '../../formats/table/mapping.ts';
import type { TableCut } from '../../formats/table/types.ts';
import type { ReadReport } from '../../model/readReport.ts';
import type { AppStore } from '../../state/store.ts';
import { deskFile, type Brought } from './brought.ts';
import { fileNameIn } from './fileNames.ts';
import { dropOpened, keepOpened, type HistoryContent } from './keepOpened.ts';
import { largeOwnTitle } from './largeOwn.ts';
import { openInStore } from './openInStore.ts';

/** A file on its way, with the address that it came from. */
export interface FileOpened {
  readonly file: DeskFile;
  readonly url: string | null;
}

export interface Columns {
  readonly look: Look;
  readonly table: TableLook;
  readonly mapping: TableMapping;
  /** What was said for a table with the same headers before; null where nothing was. */
  readonly saved: SavedMapping | null;
  /** Whether what is said now is kept for the next table with these headers. */
  readonly isRemembered: boolean;
}

export type Stage =
  | {
      readonly kind: 'choose';
      readonly failure: OpenFailure | null;
      /** The address that failed, which may be read otherwise; null where it was none. */
      readonly url: string | null;
    }
  /** Opened, and nothing to tell. */
  | { readonly kind: 'done' }
  | {
      readonly kind: 'busy';
      readonly name: string | null;
      readonly progress: DeskProgress;
      /** Where Cancel leads. */
      readonly back: Stage;
    }
  | {
      readonly kind: 'columns';
      readonly opened: FileOpened;
      readonly columns: Columns;
      readonly failure: OpenFailure | null;
    }
  | {
      readonly kind: 'report';
      readonly report: ReadReport;
      /** Null where the file is not at hand, as after a reload. */
      readonly from: {
        readonly opened: FileOpened;
        readonly look: Look;
        readonly columns: Columns | null;
      } | null;
    };

export interface FileOpening {
  readonly stage: StoreApi<Stage>;
  readonly desk: () => Desk;
  readonly take: (brought: Brought) => void;
  /** Looks at the file anew, as another format or cut otherwise. */
  readonly retake: (opened: FileOpened, as: string | null, cut: TableCut | null) => void;
  readonly read: (opened: FileOpened, columns: Columns) => void;
  readonly openAddress: (url: string) => void;
  readonly goTo: (stage: Stage) => void;
  /** Forgets what was said for a table with the same headers. */
  readonly forget: (stage: Stage & { readonly kind: 'columns' }) => void;
  readonly cancel: () => void;
  /** Ends the worker and whatever is under way. */
  readonly end: () => void;
}

const CHOOSE: Stage & { readonly kind: 'choose' } = { kind: 'choose', failure: null, url: null };

interface FileOpeningOptions {
  readonly store: AppStore;
  readonly startWorker: () => DeskWorker;
}

export function createFileOpening({ store, startWorker }: FileOpeningOptions): FileOpening {
  const stage = createStore<Stage>(() => CHOOSE);
  const mappings = createTableMappings();
  let started: Desk | null = null;
  let running: AbortController | null = null;
  /** Where the last file stands, so that the same one, read otherwise, takes its place. */
  let placed: { readonly key: string; readonly url: string } | null = null;

  const setStage = (next: Stage): void => stage.setState(next, true);

  const desk = (): Desk => {
    started ??= createDesk(startWorker);
    return started;
  };

  /** One piece of work at a time; a newer one takes the place of an older. */
  const work = async (
    name: string | null,
    words: string,
    back: Stage,
    run: (asking: Required<Asking>) => Promise<Stage>,
  ): Promise<void> => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const onProgress = (progress: DeskProgress): void => {
      if (running === mine) setStage({ kind: 'busy', name, progress, back });
    };
    onProgress({ words, share: null });
    let next: Stage;
    try {
      next = await run({ signal: mine.signal, onProgress });
    } catch (error) {
      if (mine.signal.aborted) return;
      reportError(error);
      const why = error instanceof Error ? error.message : String(error);
      next = withFailure(back, failureOf(`It could not be opened: ${why}`));
    }
    if (running !== mine) return;
    running = null;
    setStage(next);
  };

  const cancel = (): void => {
    running?.abort();
    running = null;
    const present = stage.getState();
    if (present.kind === 'busy') setStage(present.back);
  };

  /** Hands the store what was read, and waits until it stands. */
  const place = async <Report extends ReadReport | null>(
    { report, ...read }: HistoryContent & { readonly report: Report },
    opened: FileOpened,
    isAsGuessed: boolean,
    { signal, onProgress }: Required<Asking>,
  ): Promise<Result<Report, OpenFailure>> => {
    const { content } = read;
    // What its address gives again by itself needs no place on this device.
    const url = opened.url !== null && isAsGuessed ? opened.url : await keepOpened(read, opened);
    const asContent = url.startsWith('kept:') ? {} : { content };
    const address = {
      url,
      isBundled: false,
      ...(report === null ? {} : { report }),
      ...asContent,
    };
    try {
      signal.throwIfAborted();
      const failure = await openInStore(store, address, { signal, onProgress });
      if (failure !== null) {
        await dropOpened(url);
        return { ok: false, error: failure };
      }
    } catch (error) {
      // Whoever stops the opening wants nothing of it on the shelf.
      await dropOpened(url);
      throw error;
    }
    if (placed?.key === opened.file.key && placed.url !== url) await dropOpened(placed.url);
    placed = { key: opened.file.key, url };
    return { ok: true, value: report };
  };

  const readAndOpen = async (
    opened: FileOpened,
    look: Look,
    columns: Columns | null,
    back: Stage,
    asking: Required<Asking>,
  ): Promise<Stage> => {
    const table = columns === null ? null : { cut: columns.table.cut, mapping: columns.mapping };
    const question = { file: opened.file, as: look.format.id, table };
    const read = await desk().ask('read', question, asking);
    asking.signal.throwIfAborted();
    if (!read.ok) return withFailure(back, read.error);
    if (columns !== null && columns.isRemembered && columns.mapping !== columns.table.guess) {
      // Where this device keeps nothing, the next table is guessed afresh.
      await mappings.save(headersOf(columns.table), columns.mapping).catch(() => undefined);
    }
    const isAsGuessed = columns === null || columns.mapping === columns.table.guess;
    const stands = await place(read.value, opened, isAsGuessed, asking);
    return stands.ok
      ? { kind: 'report', report: stands.value, from: { opened, look, columns } }
      : withFailure(back, stands.error);
  };

  /** What is large and says that it is our own needs no look; where it is not after all, it gets one. */
  const lookUnlessOwn = async (
    opened: FileOpened,
    back: Stage,
    asking: Required<Asking>,
  ): Promise<Stage> => {
    const { name, content } = opened.file;
    const title = await largeOwnTitle(content, name);
    if (title === null) return lookAt(opened, null, null, back, asking);
    const stands = await place({ content, title, report: null }, opened, true, asking);
    if (stands.ok) return { kind: 'done' };
    return stands.error.kind === 'crashed'
      ? withFailure(back, stands.error)
      : lookAt(opened, null, null, back, asking);
  };

  const lookAt = async (
    opened: FileOpened,
    as: string | null,
    cut: TableCut | null,
    back: Stage,
    asking: Required<Asking>,
  ): Promise<Stage> => {
    const look = await desk().ask('look', { file: opened.file, as, cut }, asking);
    if (!look.ok) return withFailure(back, look.error);
    const { table } = look.value;
    if (table === null) return readAndOpen(opened, look.value, null, back, asking);
    const saved = await mappings.find(headersOf(table));
    const columns: Columns = {
      look: look.value,
      table,
      mapping: saved === null ? table.guess : usedAgain(saved.mapping, table.guess),
      saved,
      isRemembered: true,
    };
    return { kind: 'columns', opened, columns, failure: null };
  };

  const retake: FileOpening['retake'] = (opened, as, cut) => {
    const back = stage.getState();
    void work(opened.file.name, 'Looking at the file', back, (asking) =>
      lookAt(opened, as, cut, back, asking),
    );
  };

  const take = (brought: Brought): void => {
    if (brought.kind === 'nothing') {
      running?.abort();
      setStage({ ...CHOOSE, failure: failureOf(brought.words) });
    } else if (brought.kind === 'file') {
      const opened = { file: brought.file, url: null };
      void work(opened.file.name, 'Looking at the file', CHOOSE, (asking) =>
        lookUnlessOwn(opened, CHOOSE, asking),
      );
    } else {
      const { url } = brought;
      void work(url, 'Fetching the file', CHOOSE, async (asking) => {
        const fetched = await desk().ask('fetch', { url }, asking);
        if (!fetched.ok) return { ...CHOOSE, failure: fetched.error };
        const file = deskFile(fileNameIn(url), fetched.value);
        return lookUnlessOwn({ file, url }, CHOOSE, asking);
      });
    }
  };

  const openAddress = (url: string): void =>
    void work(url, 'Opening', CHOOSE, async (asking) => {
      const failure = await openInStore(store, { url, isBundled: false }, asking);
      if (failure !== null) return { kind: 'choose', failure, url };
      const { report } = store.getState();
      return report === null ? { kind: 'done' } : { kind: 'report', report, from: null };
    });

  const read: FileOpening['read'] = (opened, columns) => {
    const back: Stage = { kind: 'columns', opened, columns, failure: null };
    void work(opened.file.name, 'Reading rows', back, (asking) =>
      readAndOpen(opened, columns.look, columns, back, asking),
    );
  };

  const forget: FileOpening['forget'] = (from) => {
    const { table } = from.columns;
    void mappings.forget(headersOf(table)).catch(() => undefined);
    setStage({ ...from, columns: { ...from.columns, mapping: table.guess, saved: null } });
  };

  const end = (): void => {
    running?.abort();
    running = null;
    started?.close();
    started = null;
  };

  return { stage, desk, take, retake, read, openAddress, goTo: setStage, forget, cancel, end };
}

/** What was said of an earlier table, without what only that table's name knew. */
function usedAgain(saved: TableMapping, guess: TableMapping): TableMapping {
  const year = guess.date.year ?? saved.date.year;
  return { ...saved, historyTitle: guess.historyTitle, date: { ...saved.date, year } };
}

function headersOf({ columns }: TableLook): readonly string[] {
  return columns.map(({ name }) => name);
}

/** The step that it goes back to, with why; where that is no step to say it in, the first. */
function withFailure(back: Stage, failure: OpenFailure): Stage {
  return back.kind === 'columns' ? { ...back, failure } : { ...CHOOSE, failure };
}

function failureOf(message: string): OpenFailure {
  return { kind: 'invalid', message, problems: [], problemsTotal: 0 };
}

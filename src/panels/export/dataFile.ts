/*
 * The history, or what matches the filters, as a file of another format: gathers what the formats' worker
 * needs, and has it written there.
 * Knows: the store, the worker's questions. Must not know: how a format is written, React.
 */
import { fileName } from '../../export/sheet/fileName.ts';
import { wholeHistory } from '../../export/files/wholeHistory.ts';
import { linkTo, type MadeFile, type Work } from '../../export/takeAlong.ts';
import type { Engine } from '../../engine/port.ts';
import { createDesk, type DeskWorker } from '../../formats/desk/client.ts';
import type { WrittenFile } from '../../formats/desk/messages.ts';
import type { NetworkToWrite, WriterId } from '../../formats/write/writer.ts';
import { isFiltered, queryOf, type Choices } from '../../state/choices.ts';
import { chosenNetworkQuestion } from '../../state/questions.ts';
import { isShared } from '../../state/source.ts';
import type { AppStore } from '../../state/store.ts';

export interface DataFileOptions {
  readonly store: AppStore;
  readonly startFormats: () => DeskWorker;
  readonly writer: WriterId;
  /** The present filters' matches alone. */
  readonly isPart: boolean;
  /** The page's address without what stands after '#'. */
  readonly home: string;
}

export interface DataFile extends MadeFile {
  /** What the writer tells of it. */
  readonly told: Omit<WrittenFile, 'content' | 'ending'>;
}

/** Few enough that the page stays awake between two answers. */
const PIECE_EVENTS = 5000;

const OF_NETWORK: ReadonlySet<WriterId> = new Set(['gexf', 'graphml']);

export async function dataFile(
  { store, startFormats, writer, isPart, home }: DataFileOptions,
  { signal, onProgress }: Work,
): Promise<DataFile> {
  const state = store.getState();
  const { choices, briefing } = state;
  const engine = state.lendEngine();
  if (engine === null) throw new Error('no history is open yet.');
  onProgress({ words: 'Gathering the history', share: 0.1 });
  const isNetwork = OF_NETWORK.has(writer);
  const [history, only, network] = await Promise.all([
    wholeHistory(state),
    isPart && !isNetwork ? matchingIds(engine, choices, signal) : null,
    isNetwork ? shownNetwork(engine, choices, signal) : null,
  ]);
  signal.throwIfAborted();
  onProgress({ words: 'Writing the file', share: 0.4 });
  const desk = createDesk(startFormats);
  try {
    const written = await desk.ask(
      'write',
      {
        history,
        writer,
        only,
        options: {
          scenes: briefing.scenes,
          network,
          nowMs: Date.now(),
          // An address that leads nobody else anywhere is left out.
          link: isShared(state.source) && isWeb(home) ? linkTo(home, choices) : null,
        },
      },
      { signal },
    );
    if (!written.ok) throw new Error(written.error.message);
    const { content, ending, ...told } = written.value;
    const parts = [state.history?.title ?? '', NAME_PART[writer], only === null ? '' : 'part'];
    return { content, name: fileName(parts, ending), told };
  } finally {
    desk.close();
  }
}

function isWeb(address: string): boolean {
  return /^https?:/u.test(address);
}

/** What tells apart the files of one history. */
const NAME_PART: Readonly<Record<WriterId, string>> = {
  threadline: '',
  csv: '',
  timelinejs: 'timelinejs',
  gexf: 'network',
  graphml: 'network',
  icalendar: '',
  markdown: 'chronology',
};

async function matchingIds(
  engine: Engine,
  choices: Choices,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const question = {
      query: queryOf(choices),
      sort: { by: 'date', isDescending: false },
      offset: ids.length,
      limit: PIECE_EVENTS,
    } as const;
    // One piece after another, so that no more than one is held.
    // oxlint-disable-next-line no-await-in-loop
    const { rows, matched } = await engine.events(question, signal);
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= matched) return ids;
  }
}

async function shownNetwork(
  engine: Engine,
  choices: Choices,
  signal: AbortSignal,
): Promise<NetworkToWrite> {
  const question = chosenNetworkQuestion(choices);
  const [answer, events] = await Promise.all([
    engine.network(question, signal),
    isFiltered(choices) ? matchingIds(engine, choices, signal) : null,
  ]);
  const { window, includesTentative, measure } = question;
  return { answer, events, window, includesTentative, measure };
}

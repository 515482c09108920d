/*
 * The one HTML file: fetches the program's own file and the history's text, and puts one into the other.
 * Knows: where both are. Must not know: the dialog, what the file looks like inside (oneFile.ts).
 */
import { oneFile } from '../../base/oneFile.ts';
import type { AppState } from '../../state/appState.ts';
import { withHistory } from './oneFile.ts';

/** Written beside the page by the build (scripts/oneFile.ts). */
const ADDRESS = 'one-file.html';

export async function wholeProgram(
  { history, source, briefing }: Pick<AppState, 'history' | 'source' | 'briefing'>,
  home: string,
  signal: AbortSignal,
): Promise<Blob> {
  if (history === null || source === null) throw new Error('No history is open yet.');
  if (source.url.startsWith('clickhouse:')) {
    throw new Error('a history in a database stays there; take pictures, slides or the handout.');
  }
  const within = oneFile();
  const [page, text] = await Promise.all([
    within === null ? fetched(new URL(ADDRESS, document.baseURI).href, signal) : within.page(),
    within !== null && source.isBundled ? within.history() : fetched(source.url, signal),
  ]);
  const dataset: unknown = JSON.parse(text);
  if (typeof dataset !== 'object' || dataset === null || !('events' in dataset)) {
    throw new Error('only a history in Threadline’s own JSON can be put into a file.');
  }
  const file = withHistory(page, {
    // The briefing as it stands on this page, edited or not.
    history: { ...dataset, scenes: briefing.scenes },
    title: history.title,
    home,
  });
  return new Blob([file], { type: 'text/html' });
}

async function fetched(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} cannot be fetched (${String(response.status)}).`);
  return response.text();
}

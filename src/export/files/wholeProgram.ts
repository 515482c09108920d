/*
 * The one HTML file: fetches the program's own file, and puts the history that is open into it.
 * Knows: where both are. Must not know: the dialog, what the file looks like inside (oneFile.ts).
 */
import { oneFile } from '../../base/oneFile.ts';
import type { AppState } from '../../state/appState.ts';
import { withHistory } from './oneFile.ts';
import { wholeHistory } from './wholeHistory.ts';

/** Written beside the page by the build (scripts/oneFile.ts). */
const ADDRESS = 'one-file.html';

export async function wholeProgram(
  state: Pick<AppState, 'history' | 'lendEngine' | 'briefing'>,
  home: string,
  signal: AbortSignal,
): Promise<Blob> {
  const within = oneFile();
  const [page, whole] = await Promise.all([
    within === null ? fetched(new URL(ADDRESS, document.baseURI).href, signal) : within.page(),
    wholeHistory(state),
  ]);
  const dataset: unknown = JSON.parse(await whole.text());
  if (typeof dataset !== 'object' || dataset === null) throw new Error('the history is no object.');
  const file = withHistory(page, {
    // The briefing as it stands on this page, edited or not.
    history: { ...dataset, scenes: state.briefing.scenes },
    title: state.history?.title ?? '',
    home,
  });
  return new Blob([file], { type: 'text/html' });
}

async function fetched(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} cannot be fetched (${String(response.status)}).`);
  return response.text();
}

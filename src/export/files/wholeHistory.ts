/*
 * The whole history that is open, as the project's own JSON: with all that was changed in it.
 * Knows: the engine's desk. Must not know: what becomes of it.
 */
import type { AppState } from '../../state/appState.ts';

/** Rejects in words where nothing is open, or the engine does not hold the history itself. */
export async function wholeHistory({
  history,
  lendEngine,
}: Pick<AppState, 'history' | 'lendEngine'>): Promise<Blob> {
  const engine = lendEngine();
  if (history === null || engine === null) throw new Error('no history is open yet.');
  if (engine.desk === null) {
    throw new Error(
      'this history stays in its database, which answers questions and does not hand itself over.',
    );
  }
  return new Blob([await engine.desk.whole()], { type: 'application/json' });
}

/*
 * How long each question takes, asked several times: a table for docs/clickhouse.md.
 * Knows: the engine, the list of questions. Must not know: how servers are started, what they hold.
 */
import type { Engine } from '../../src/engine/port.ts';
import { openHistory } from '../../src/engine/remote/openHistory.ts';
import { sql } from '../../src/engine/remote/sql.ts';
import { questionsFor } from './measureQuestions.ts';

export { madeUpHistory } from '../../bench/madeUpHistory.ts';
export { standBetween } from './between.ts';
export { isLoaded, loadMadeUp, sizesOf } from './measureData.ts';

export const versionQuery = sql`SELECT version()`;

export interface Measured {
  readonly question: string;
  /** Of each round. */
  readonly ms: readonly number[];
}

/**
 * Each round opens the history anew, as another visitor does, and asks everything in the same order: what an
 * earlier question of its own left known is used, as it is in the page.
 */
export async function measure(
  address: string,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  const measured = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round++) {
    const startMs = performance.now();
    const opened = await openHistory(address);
    if (!opened.ok) throw new Error(opened.error.message);
    note(measured, 'opening', performance.now() - startMs);
    // One question at a time, as they would be measured together else.
    await askAll(opened.value, measured);
    opened.value.close();
    say(`round ${String(round)}: ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  }
  return Array.from(measured, ([question, ms]) => ({ question, ms }));
}

async function askAll(engine: Engine, measured: Map<string, number[]>): Promise<void> {
  for (const { name, ask } of questionsFor(await engine.dataset())) {
    const startMs = performance.now();
    await ask(engine);
    note(measured, name, performance.now() - startMs);
  }
}

function note(measured: Map<string, number[]>, name: string, ms: number): void {
  const known = measured.get(name);
  if (known === undefined) measured.set(name, [ms]);
  else known.push(ms);
}

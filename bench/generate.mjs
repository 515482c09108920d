/**
 * Writes a made-up history as JSON: node bench/generate.mjs 100000 history.json [seed]
 * The same numbers give the same file.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [eventsText, path, seedText = '1'] = process.argv.slice(2);
const events = Number(eventsText);
const seed = Number(seedText);
if (!Number.isSafeInteger(events) || events < 0 || !Number.isSafeInteger(seed) || !path) {
  console.error('Usage: node bench/generate.mjs <number of events> <file> [seed]');
  process.exit(1);
}

/** @type {{ module: typeof import('./madeUpHistory.ts') }} */
const { module } = await runnerImport(
  fileURLToPath(new URL('./madeUpHistory.ts', import.meta.url)),
);
const frame = JSON.stringify(module.frameOf({ events, seed }));
const file = createWriteStream(path);
file.write(`${frame.slice(0, -1)},"events":[`);
let separator = '\n';
for (const event of module.eventsOf({ events, seed })) {
  // Piece by piece: a million events do not fit into one string everywhere.
  if (!file.write(separator + JSON.stringify(event))) await once(file, 'drain');
  separator = ',\n';
}
file.end('\n]}\n');
await once(file, 'finish');
console.log(`${events} events written to ${path}`);

/**
 * Brings a history into ClickHouse: node scripts/clickhouse/load.mjs <file> <http://server:8123/database>
 * See docs/clickhouse.md.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./command.ts') }} */
const { module } = await runnerImport(fileURLToPath(new URL('./command.ts', import.meta.url)));
try {
  await module.runLoader(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stdout.write(process.stdout.isTTY ? `\r${line}\x1B[K` : `${line}\n`),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

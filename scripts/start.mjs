/**
 * `npm start`: sets up, builds and serves the app, and prints its address. `--port` chooses where;
 * a port that is taken gives way to the next one.
 */
import { parseArgs } from 'node:util';
import { prepare } from './install.mjs';

/** @returns {number} the port that `--port` names; leaves with a plain message if it names none */
function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
    const port = Number(values.port);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    console.error(`--port wants a number from 1 to 65535, not "${values.port}".`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return process.exit(1);
}

const port = readPort();
prepare();
// Only now, since it may just have been installed.
const { build, preview } = await import('vite');

console.log('Building …');
await build({ logLevel: 'warn' });

const server = await preview({ logLevel: 'warn', preview: { port, strictPort: false } });
console.log(`Threadline is at ${server.resolvedUrls?.local[0]}  (Ctrl+C ends it)`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    // Pages still open hold connections; waiting for them would hold the terminal.
    void server.close().finally(() => process.exit(0));
  });
}

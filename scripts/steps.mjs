/**
 * What `npm test` runs: the steps, as data.
 *
 * @typedef {object} Step
 * @property {string} name as `--only` takes it
 * @property {string[]} commands one after the other
 * @property {string} [zone] the time zone that it runs in
 * @property {string} [after] the step that must have ended well before
 * @property {'vitest' | 'playwright'} [runner] whose report counts its tests
 * @property {{ isThere: () => boolean, advice: string }} [needs] what must be installed, or else it is skipped
 * @property {RegExp} [news] the lines of its output worth showing even when all is well
 */
import { findServer } from './clickhouse/servers.mjs';

/** Dates mean the same everywhere: at Greenwich, far behind it and ahead of it. */
const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Apia'];

/** Two at a time, in this order. @type {Step[]} */
export const sideBySide = [
  { name: 'build', commands: ['vite build'] },
  ...zones.map((zone) => ({
    name: 'unit',
    zone,
    commands: ['vitest run --project unit'],
    runner: /** @type {const} */ ('vitest'),
  })),
  { name: 'component', commands: ['vitest run --project component'], runner: 'vitest' },
  {
    name: 'server',
    commands: ['vitest run --project server'],
    runner: 'vitest',
    after: 'build',
    needs: {
      isThere: () => findServer() !== null,
      advice: 'clickhouse-server is not installed: apt-get install -y clickhouse-server',
    },
  },
  { name: 'lint', commands: ['oxlint'] },
  { name: 'format', commands: ['prettier --check .'] },
  { name: 'types', commands: ['tsc', 'tsc -p src'] },
  { name: 'unused', commands: ['knip'] },
  { name: 'size', commands: ['node scripts/size.mjs'], after: 'build', news: /KiB/ },
];

/** Last and with nothing beside them: they measure, and a neighbour would be measured too. @type {Step[]} */
export const alone = [
  {
    name: 'browser',
    commands: ['playwright test'],
    after: 'build',
    runner: 'playwright',
    news: /^Browser:/,
  },
];

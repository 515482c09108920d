/**
 * `npm test`: sets up and runs every check, the browser tests included. Each step prints one line
 * as it ends; one that fails prints all that it said, and the others go on. The last line counts the
 * tests, from the runners' own reports. `npm test -- --only lint,unit` runs just these.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';
import { parseArgs } from 'node:util';
import { prepare, projectFolder } from './install.mjs';
import { readCount, reporting, reportVariable } from './report.mjs';
import { alone, sideBySide } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

const reports = join(projectFolder, 'test-results/reports');

/**
 * @param {string} command
 * @param {Record<string, string>} extraEnv
 * @returns {Promise<{ isWell: boolean, output: string }>}
 */
function run(command, extraEnv) {
  const path = join(projectFolder, 'node_modules/.bin') + delimiter + (env['PATH'] ?? '');
  const [program = '', ...args] = command.split(' ');
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...env, PATH: path, NO_COLOR: '1', ...extraEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ isWell: false, output: output + error.message }));
    child.on('close', (code) => resolve({ isWell: code === 0, output }));
  });
}

/** Whether each step that ended did so well. @type {Map<string, boolean>} */
const ended = new Map();
/** Steps that need what is not installed. @type {string[]} */
const left = [];
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {Step} step */
async function perform({ name, commands, zone, after, runner, needs, news }) {
  const label = zone === undefined ? name : `${name}, ${zone}`;
  if (needs?.isThere() === false) {
    console.log(`skipped: ${label}, as ${needs.advice}`);
    left.push(label);
    return;
  }
  const report = join(reports, `${label.replaceAll(/\W+/g, '-')}.json`);
  const startMs = performance.now();
  let isWell = after === undefined || ended.get(after) === true;
  let output = isWell ? '' : `Not run, since "${after}" did not end well.`;
  for (const command of isWell ? commands : []) {
    const args = runner === undefined ? command : `${command} ${reporting[runner](report)}`;
    const result = await run(args, {
      [reportVariable]: report,
      ...(zone !== undefined && { TZ: zone }),
    });
    output += result.output;
    isWell &&= result.isWell;
  }
  const count = runner === undefined ? { passed: 0, failed: 0, skipped: 0 } : readCount(report);
  // A run of no tests proves nothing.
  if (runner !== undefined && count.passed === 0) isWell = false;
  // What fails without a failing test (a type, a file that does not load) counts as one.
  if (!isWell && count.failed === 0) count.failed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  ended.set(name, isWell);

  const seconds = ((performance.now() - startMs) / 1000).toFixed(1).padStart(6);
  const tests = runner === undefined ? '' : `  ${count.passed} passed, ${count.failed} failed`;
  console.log(`${isWell ? 'ok    ' : 'FAILED'}  ${label.padEnd(26)} ${seconds} s${tests}`);
  const lines = output.trimEnd().split('\n');
  for (const line of isWell ? lines.filter((said) => news?.test(said)) : lines) {
    console.log(`        ${line}`.trimEnd());
  }
}

/** @param {Step[]} steps @param {number} width how many run at a time */
async function performAll(steps, width) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      await perform(step);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const all = [...sideBySide, ...alone];
const wanted = new Set(values.only?.split(',') ?? all.map(({ name }) => name));
const unknown = [...wanted].filter((name) => !all.some((step) => step.name === name));
if (unknown.length > 0) {
  const names = [...new Set(all.map(({ name }) => name))].join(', ');
  console.error(`--only knows ${names}, not "${unknown.join(', ')}".`);
  process.exit(1);
}
for (const { name, after } of all) if (after !== undefined && wanted.has(name)) wanted.add(after);

prepare();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// A stop by hand stops what was started too: the terminal sends the signal to them all.
await performAll(
  sideBySide.filter(({ name }) => wanted.has(name)),
  2,
);
await performAll(
  alone.filter(({ name }) => wanted.has(name)),
  1,
);

const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
// A run without a single test, such as `--only lint`, is judged by its steps alone.
const hasRunTests = all.some(({ name, runner }) => wanted.has(name) && runner !== undefined);
if (total.failed > 0 || (hasRunTests && left.length === 0 && total.passed === 0))
  process.exitCode = 1;

/**
 * Finds a Chromium for the browser tests and the benchmark, so that their command is enough by
 * itself on any machine. In this order: the one that CHROME_BIN names, an installed one, the one
 * that comes as a package with its own libraries and font (Linux on x64), Playwright's download,
 * Debian's package. `node scripts/browser.mjs` says which it takes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, arch, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string>} env what its process needs beside the environment
 * @property {string} origin where it comes from, in words
 */

/** Beside the --no-sandbox that Playwright gives by itself: no GPU, and no calls to its makers. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Whether it starts: a file may be a distribution's placeholder, or lack a library.
 * @param {string} executablePath
 * @param {Record<string, string>} [extraEnv]
 */
function starts(executablePath, extraEnv = {}) {
  if (!existsSync(executablePath)) return false;
  // On Windows the question for its version would open a window.
  if (platform === 'win32') return true;
  return spawnSync(executablePath, ['--version'], { env: { ...env, ...extraEnv } }).status === 0;
}

/** @returns {Browser | undefined} */
function named() {
  const executablePath = env['CHROME_BIN'];
  if (executablePath === undefined || executablePath === '') return undefined;
  // Someone asked for this one: another in its place would mislead.
  if (!starts(executablePath)) {
    throw new Error(`CHROME_BIN names ${executablePath}, which does not start.`);
  }
  return { executablePath, env: {}, origin: 'named by CHROME_BIN' };
}

/** @returns {Browser | undefined} */
function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (env['PATH'] ?? '').split(platform === 'win32' ? ';' : ':');
  const executablePath = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    String.raw`${env['PROGRAMFILES'] ?? ''}\Google\Chrome\Application\chrome.exe`,
  ].find((path) => starts(path));
  if (executablePath === undefined) return undefined;
  return { executablePath, env: {}, origin: 'installed on this machine' };
}

/** Where the packaged browser is unpacked; `npm ci` clears it away with the rest. */
const unpackedFolder = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

/**
 * Unpacks @sparticuz/chromium, made for servers without libraries and fonts, in a process of its own,
 * whose environment says where and that it is such a server. The folder gets its name when complete.
 */
function unpack() {
  const parent = join(unpackedFolder, '..');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'unpacking-'));
  const script = fileURLToPath(new URL('unpackBrowser.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], {
    env: { ...env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) return;
  // The list of fonts that comes with it knows only Lambda's own folders.
  writeFileSync(
    join(folder, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
  );
  renameSync(folder, unpackedFolder);
}

/** @returns {Browser | undefined} */
function packaged() {
  if (platform !== 'linux' || arch !== 'x64') return undefined;
  if (!existsSync(unpackedFolder)) unpack();
  const executablePath = join(unpackedFolder, 'chromium');
  const own = {
    LD_LIBRARY_PATH: join(unpackedFolder, 'al2023/lib'),
    FONTCONFIG_PATH: join(unpackedFolder, 'fonts'),
  };
  if (!starts(executablePath, own)) return undefined;
  return { executablePath, env: own, origin: 'the package @sparticuz/chromium' };
}

/** @returns {Promise<Browser | undefined>} */
async function downloaded() {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  if (!existsSync(executablePath)) {
    console.error('No Chromium here: asking Playwright to download one …');
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
      shell: platform === 'win32',
    });
  }
  if (!starts(executablePath)) return undefined;
  return { executablePath, env: {}, origin: "Playwright's download" };
}

/** @returns {Browser | undefined} */
function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('No Chromium here: installing Debian’s (apt-get install chromium) …');
  const stdio = /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]);
  spawnSync('apt-get', ['update'], { stdio });
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { stdio });
  return installed();
}

/**
 * @returns {Promise<Browser>} the first in the order above that starts
 * @throws if there is none, or if the one that CHROME_BIN names does not start
 */
export async function findBrowser() {
  const found = named() ?? installed() ?? packaged() ?? (await downloaded()) ?? fromDebian();
  if (found === undefined) {
    throw new Error('No Chromium was found. Install one, or name one: CHROME_BIN=/path/to/chrome');
  }
  return found;
}

/**
 * @param {Browser} browser
 * @returns {string} one line for whoever runs the command
 */
export function describeBrowser({ executablePath, origin }) {
  return `Browser: ${executablePath} (${origin}; CHROME_BIN=/path/to/chrome takes another)`;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log(describeBrowser(await findBrowser()));

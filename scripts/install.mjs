/**
 * What every command needs first: a Node.js that is new enough, and the packages that
 * package-lock.json names. Only Node's own modules here, since nothing may be installed yet.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was called from. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** Vite's own lower bound. */
const oldestNode = { major: 20, minor: 19 };

/**
 * Leaves with a plain message if this Node.js is too old.
 */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return;
  console.error(
    `Threadline needs Node.js ${oldestNode.major}.${oldestNode.minor} or later; this is ${process.version}.`,
  );
  process.exit(1);
}

/**
 * @param {string} path
 * @returns {number} when the file was last written, or -Infinity if there is none
 */
function writtenMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}

/**
 * Installs what package-lock.json names, if that was not done since the file last changed.
 * Leaves with npm's own exit code if it fails.
 */
export function prepare() {
  process.chdir(projectFolder);
  checkNode();
  // npm writes this file at the end of every install.
  if (writtenMs('node_modules/.package-lock.json') >= writtenMs('package-lock.json')) return;
  console.log('Installing the packages that package-lock.json names (npm ci) …');
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    // npm's own chatter goes to the error stream, so that a command's last line stays its own.
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(status ?? 1);
  }
}

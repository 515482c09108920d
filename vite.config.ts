import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { pageChunks } from './scripts/chunks.ts';
import { firstPicture } from './scripts/firstPicture.ts';
import { servedHeaders } from './scripts/headers.ts';
import { oneFile } from './scripts/oneFile.ts';
import { serviceWorker } from './scripts/serviceWorker.ts';

/** A worker has no document, which this package's file for browsers reads character references with. */
function withoutDocument(): Plugin {
  const name = 'decode-named-character-reference';
  const file = fileURLToPath(new URL('src/base/noCharacterReferences.ts', import.meta.url));
  return {
    name: 'threadline:without-document',
    enforce: 'pre',
    resolveId: (id) => (id === name ? file : null),
  };
}

export default defineConfig({
  // Relative addresses: the built folder works on any host and under any sub-path.
  base: './',
  // One page and no router: an address that is not there is a 404, never index.html in its place.
  appType: 'mpa',
  plugins: [react({ compiler: true }), servedHeaders(), firstPicture(), oneFile(), serviceWorker()],
  resolve: {
    // jsPDF would bring them to turn HTML into pictures.
    alias: Object.fromEntries(
      ['canvg', 'dompurify', 'html2canvas'].map((name) => [
        name,
        fileURLToPath(new URL('src/export/pdf/leftOut.ts', import.meta.url)),
      ]),
    ),
  },
  worker: { format: 'es', plugins: () => [withoutDocument()] },
  build: {
    // The first browsers with CSS light-dark(), on which the colours rest (all of them from before mid-2024).
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // One style sheet for all, so that a part loaded later brings no flash of its own.
    cssCodeSplit: false,
    // Nothing becomes a data: address: the policy in public/_headers lets fonts come as files only.
    assetsInlineLimit: 0,
    // Every browser of that age preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: pageChunks } },
  },
  test: {
    // A guard against what hangs, not a measure of speed: machines are noisy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that pass have nothing to say.
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No module here holds anything that changes: read once for all files, they take half the time.
          isolate: false,
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/setup/unit.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: 'tests/server/setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/setup/component.ts'],
        },
      },
    ],
  },
});

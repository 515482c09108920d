/*
 * The boot of the worker that asks a database: fetched only where the address names one.
 * Knows: how a remote history is opened and served. Must not know: the page, files.
 */
import { openHistory } from './engine/remote/openHistory.ts';
import { serveEngine } from './engine/serveEngine.ts';

serveEngine(self, ({ url }) => openHistory(url));

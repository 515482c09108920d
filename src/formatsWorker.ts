/*
 * The boot of the worker that reads and writes files of all formats; it starts when one is first met.
 * Knows: formats. Must not know: the engine, the page.
 */
import { serveDesk } from './formats/desk/server.ts';

serveDesk(self);

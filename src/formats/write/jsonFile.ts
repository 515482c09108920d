/*
 * Writes the project's own JSON, the one file that holds all of a history.
 * Knows: the canonical text. Must not know: other formats.
 */
import { canonicalJson } from '../../model/canonicalJson.ts';
import { eventsWritten, type Writer } from './writer.ts';

export const jsonWriter: Writer = {
  ending: 'json',
  mediaType: 'application/json',
  isOfNetwork: false,
  write: (dataset) => ({ ...eventsWritten(dataset, []), text: canonicalJson(dataset), notes: [] }),
};

/*
 * The project's own JSON (public/datasets/dataset.v1.schema.json).
 * Knows: the model's border. Must not know: other formats, where a file came from.
 */
import { parseDataset } from '../model/parse.ts';
import type { Format } from './format.ts';

export const threadlineJson: Format = {
  name: 'Threadline JSON',
  detect(source) {
    const json = source.json();
    if (!json.ok || typeof json.value !== 'object' || json.value === null) return false;
    return 'events' in json.value && 'version' in json.value;
  },
  read(source) {
    const json = source.json();
    return json.ok
      ? parseDataset(json.value)
      : { ok: false, error: { problems: [json.error], total: 1 } };
  },
  write: (dataset) => `${JSON.stringify(dataset, null, 2)}\n`,
};

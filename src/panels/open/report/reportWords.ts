/*
 * A report in a sentence.
 * Knows: reports. Must not know: React.
 */
import type { ReadReport } from '../../../model/readReport.ts';
import { eventsWords, numberWords } from '../../names.ts';

/** "15,781 rows became 8,054 events with 4,120 people and organisations." */
export function becameWords(report: ReadReport): string {
  const { unit, unitsTotal, eventsTotal, actorsTotal, tiesTotal } = report;
  const actors = `${numberWords(actorsTotal)} people and organisations`;
  const ties = `${numberWords(tiesTotal)} ${tiesTotal === 1 ? 'tie' : 'ties'}`;
  const parts =
    eventsTotal === 0 && actorsTotal > 0
      ? [actors]
      : [eventsWords(eventsTotal), ...(actorsTotal === 0 ? [] : [actors])];
  const all = tiesTotal === 0 ? parts : [...parts, ties];
  return `${numberWords(unitsTotal)} ${unit} became ${listed(all)}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length <= 1
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

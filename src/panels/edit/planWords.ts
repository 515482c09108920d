/*
 * What deleting or merging comes to, in sentences.
 * Knows: plans. Must not know: React, how a plan is made.
 */
import { countedRecords } from '../../document/history/commands.ts';
import type { Effect } from '../../model/edits/plans.ts';

/** "3 events (Opening speech, Spring summit, Pledges)" */
function effectWords({ list, total, names }: Effect): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  if (shown.length === 0) return countedRecords(list, total);
  const more = total > shown.length ? ', …' : '';
  return `${countedRecords(list, total)} (${shown.join(', ')}${more})`;
}

/** Ties cannot stand without either of their ends: they go too. Everything else stays. */
export function deletionWords(name: string, effects: readonly Effect[]): readonly string[] {
  const ties = effects.find(({ list }) => list === 'ties');
  const others = effects.filter(({ list }) => list !== 'ties');
  const words = others.map(effectWords).join('; ');
  return [
    others.length === 0 && ties === undefined ? `Nothing else refers to “${name}”.` : '',
    others.length === 0 ? '' : `It is named in ${words}. They stay, and name it no longer.`,
    ties === undefined
      ? ''
      : `${countedRecords('ties', ties.total)} of it ${ties.total === 1 ? 'goes' : 'go'} with it.`,
  ].filter((sentence) => sentence !== '');
}

export function mergeWords(
  from: string,
  into: string,
  effects: readonly Effect[],
): readonly string[] {
  return [
    effects.length === 0
      ? `Nothing refers to “${from}”.`
      : `${effects.map(effectWords).join('; ')} will name “${into}” instead.`,
    `What only “${from}” says, its name among it, is added to “${into}”; then “${from}” is gone. Undo brings both back.`,
  ];
}

/*
 * What a scene says beside its text, in the few words that fit a stage: sources by number, figures at their shortest.
 * Knows: the model. Must not know: React, where it is shown.
 */
import { figureWords } from './figureWords.ts';
import type { Citation, Figure, Source } from './types.ts';

/**
 * "Sources 9–12, 15 in the account", by the numbers that the account itself prints; where it prints none,
 * the passage: "The account, paragraph 11; paragraph 14". Empty without citations.
 */
export function sourcesWords(citations: readonly Citation[], sources: readonly Source[]): string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Set<number>();
  for (const { source, cites = [] } of citations) {
    for (const id of [source, ...cites]) {
      const number = byId.get(id)?.number;
      if (number !== undefined) numbers.add(number);
    }
  }
  if (numbers.size > 0) {
    return `${numbers.size === 1 ? 'Source' : 'Sources'} ${numberRanges([...numbers])} in the account`;
  }
  const passages = new Map<string, Set<string>>();
  for (const { source, locator } of citations) {
    const title = byId.get(source)?.title ?? source;
    const locators = passages.get(title) ?? new Set();
    if (locator !== undefined) locators.add(locator);
    passages.set(title, locators);
  }
  return [...passages]
    .map(([title, locators]) =>
      [title, [...locators].join('; ')].filter((part) => part !== '').join(', '),
    )
    .join('. ');
}

/** "9–12, 15": runs of three and more are joined. */
export function numberRanges(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number <= last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs
    .map(({ from, to }) => {
      if (from === to) return String(from);
      return to === from + 1 ? `${String(from)}, ${String(to)}` : `${String(from)}–${String(to)}`;
    })
    .join(', ');
}

export interface StageFigure {
  /** "50+", "£50m": to be read from the last row. */
  readonly amount: string;
  /** "countries", "over five years". */
  readonly caption: string;
  /** All of it in words, for who cannot see the sign: "over 50 countries". */
  readonly words: string;
}

/** A figure for a stage. Its qualifier is never lost: "over" becomes a plus sign, the others stay words. */
export function stageFigure(figure: Figure): StageFigure {
  const { qualifier, ...bare } = figure;
  const { amount, unit, over } = figureWords(bare);
  const short = amount.replace(/ million$/, 'm').replace(/ billion$/, 'bn');
  const sign = qualifier === 'over' ? `${short}+` : qualifier === 'about' ? `c. ${short}` : short;
  const before = qualifier === 'up-to' ? 'up to' : qualifier === 'at-least' ? 'at least' : '';
  const all = figureWords(figure);
  return {
    amount: before === '' ? sign : `${before} ${sign}`,
    caption: [unit, over].filter((part) => part !== '').join(' '),
    words: [all.amount, all.unit, all.over].filter((part) => part !== '').join(' '),
  };
}

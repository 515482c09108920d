/*
 * Figures and durations in words, with their "over" and "about" kept.
 * Knows: the model's figure. Must not know: React, where it is shown.
 */
import type { Figure, Qualifier } from './types.ts';

export interface FigureWords {
  /** "over 50", "£50 million". */
  readonly amount: string;
  /** "countries"; empty where the amount says it all, as for money. */
  readonly unit: string;
  /** "over five years"; empty where the figure says nothing of it. */
  readonly over: string;
}

const QUALIFIERS: Readonly<Record<Qualifier, string>> = {
  over: 'over',
  about: 'about',
  'up-to': 'up to',
  'at-least': 'at least',
};

/** A figure in its parts, for a card that sets the amount large. */
export function figureWords(figure: Figure): FigureWords {
  const qualifier = figure.qualifier === undefined ? '' : `${QUALIFIERS[figure.qualifier]} `;
  const number = amountWords(figure.value);
  const money = figure.currency === undefined ? null : moneyWords(number, figure.currency);
  const duration = figure.over === undefined ? null : durationWords(figure.over);
  return {
    amount: qualifier + (money ?? number),
    unit: money === null ? figure.unit : '',
    over: duration === null ? '' : `over ${duration}`,
  };
}

/** A figure in one line: "over 50 countries", "£50 million over five years". */
export function formatFigure(figure: Figure): string {
  const { amount, unit, over } = figureWords(figure);
  return [amount, unit, over].filter((part) => part !== '').join(' ');
}

const SHORT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const LARGE = new Intl.NumberFormat('en-GB', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumFractionDigits: 2,
});

/** "67", "12,500"; from a million on "50 million", where that says the number exactly. */
function amountWords(value: number): string {
  const isRound = Number.isInteger(value / 10_000) && Math.abs(value) >= 1e6;
  return isRound ? LARGE.format(value) : SHORT.format(value);
}

/** The sign before the number, "£50 million"; the code where the currency has none, or none is known. */
function moneyWords(number: string, currency: string): string {
  if (!/^[A-Z]{3}$/u.test(currency)) return `${currency} ${number}`;
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  return /\p{L}$/u.test(sign) ? `${sign} ${number}` : sign + number;
}

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u;

/** An ISO 8601 duration in words: P5Y is "five years". What is none stays as it stands. */
export function durationWords(text: string): string {
  const amounts = DURATION.exec(text)?.slice(1) ?? [];
  const parts = UNITS.flatMap((unit, index) => {
    const amount = amounts[index];
    if (amount === undefined) return [];
    const count = Number(amount);
    return [`${SMALL[count] ?? SHORT.format(count)} ${unit}${count === 1 ? '' : 's'}`];
  });
  if (parts.length === 0) return text;
  return parts.length === 1
    ? (parts[0] ?? text)
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/*
 * A planned time as it is written and read: minutes and seconds.
 * Knows: numbers. Must not know: scenes, fields.
 */

/** "1:30", "0:45", "12:00"; whole seconds. */
export function plannedText(seconds: number): string {
  const whole = Math.round(seconds);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds out of "1:30"; null where the text is no such time. A number alone could be either: it is none. */
export function readPlanned(text: string): number | null {
  const [, minutes, seconds] = /^\s*(\d{1,3})[:.](\d{2})\s*$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined || Number(seconds) > 59) return null;
  return Number(minutes) * 60 + Number(seconds);
}

/** "1 min 30 s", "45 s", "12 min": for sums. */
export function plannedWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return `${String(rest)} s`;
  return rest === 0 ? `${String(minutes)} min` : `${String(minutes)} min ${String(rest)} s`;
}

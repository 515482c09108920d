/*
 * Years before our era as TimelineJS counts them, and as ISO 8601 does.
 * Knows: both counts. Must not know: files.
 *
 * TimelineJS writes -44 and shows "44 BCE"; ISO 8601 has a year 0, which is 1 BCE, so that 44 BCE is -0043.
 * From a million years on nobody counts from an era: -13800000000 is shown as "13.8 billion years ago", and
 * stays the number that it is.
 */

const FAR_YEAR = 1_000_000;

/** The astronomical year of a year as TimelineJS has it. */
export function astronomicalYear(timelineYear: number): number {
  return timelineYear < 0 && timelineYear > -FAR_YEAR ? timelineYear + 1 : timelineYear;
}

/** The year as TimelineJS has it of an astronomical one: what astronomicalYear takes back again. */
export function timelineYear(astronomical: number): number {
  return astronomical <= 0 && astronomical > 1 - FAR_YEAR ? astronomical - 1 : astronomical;
}

/** As EDTF: four digits, or Y and more. */
export function edtfYear(astronomical: number): string {
  const digits = String(Math.abs(astronomical));
  if (digits.length > 4) return `Y${astronomical < 0 ? '-' : ''}${digits}`;
  return `${astronomical < 0 ? '-' : ''}${digits.padStart(4, '0')}`;
}

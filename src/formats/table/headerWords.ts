/*
 * The words of a header as people read them.
 * Knows: how programs write names. Must not know: what they mean.
 */

/** "event_date", "eventDate" and "Event.Date" are all "event date", capitals aside. */
export function headerWords(header: string): string {
  return header
    .replace(/[_.\-/]+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/gu, ' ')
    .trim();
}

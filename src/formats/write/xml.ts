/*
 * Texts in XML 1.0, whatever stands in them.
 * Knows: which characters XML takes. Must not know: any one format.
 */

/** What XML 1.0 cannot hold, escaped or not: control characters, halves of letters, two that are none. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** For the text of an element and for an attribute in double quotes; line ends stay what they are. */
export function xmlText(text: string): string {
  return text
    .replaceAll(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/gu, (space) => `&#${String(space.charCodeAt(0))};`);
}

/** An element's start, its attributes where they are given: ` id="a" label="b"`. */
export function xmlAttributes(
  attributes: Readonly<Record<string, string | number | null>>,
): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}

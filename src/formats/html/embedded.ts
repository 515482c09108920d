/*
 * The address within a piece of HTML that embeds another page: an iframe's, a picture's, or the last link
 * of a quotation. Knows: tags. Must not know: which site it is.
 */
import { Parser } from 'htmlparser2';
import { webAddressOf } from './runs.ts';

/** Longer than any code to embed with. */
const LENGTH_LIMIT = 20_000;

export function embeddedAddress(html: string): string | null {
  if (html.length > LENGTH_LIMIT) return null;
  let found: string | null = null;
  let isFrame = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isFrame) return;
      const isSource = name === 'iframe' || name === 'img' || name === 'video' || name === 'audio';
      const address = webAddressOf(attributes[isSource ? 'src' : 'href']);
      if (address === null || (!isSource && name !== 'a')) return;
      found = address;
      isFrame = isSource;
    },
  });
  parser.write(html);
  parser.end();
  return found;
}

import { fail, ok, type Result } from '../../base/result.ts';

/** A typed address as one that can be fetched; relative ones mean this site. The error is a sentence. */
export function readAddress(text: string, base: string): Result<string, string> {
  const typed = text.trim();
  if (typed === '') return fail('Type the address of a history.');
  // Whoever asks there reads the rest of it.
  if (typed.startsWith('clickhouse:')) return ok(typed);
  // "example.org/history.json" is meant as a site, not as a folder of this one.
  const isBareHost = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//u.test(typed);
  const address = isBareHost ? `https://${typed}` : typed;
  if (!URL.canParse(address, base)) return fail(`“${typed}” is not an address.`);
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return fail('Only addresses that begin with http:// or https:// can be opened.');
  }
  return ok(url.href);
}

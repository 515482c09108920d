/*
 * What the address says before its '#': which history to open, and whether the page is embedded.
 * Knows: URLs. Must not know: the store, how a source is opened.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { OpenFailure, SourceAddress } from '../engine/port.ts';

/** The bundled history, beside the page wherever the built folder lies. */
export function bundledSource(baseUrl: string): SourceAddress {
  return { url: new URL('datasets/weprotect.json', baseUrl).href, isBundled: true };
}

/** What is on this device's shelf, and what is nowhere but in this page: addresses that are no URLs to fetch. */
const OWN_ADDRESS = /^(?:kept|local):/u;

/** Whether others who have the address can open the history: not where it is on this device alone. */
export function isShared(source: SourceAddress | null): boolean {
  return source !== null && !OWN_ADDRESS.test(source.url);
}

/**
 * The history that `?data=` names, resolved against the page; the bundled one where there is none.
 * Only http, https, clickhouse and this device's shelf: whatever else stands there is refused in words.
 */
export function readSource(search: string, baseUrl: string): Result<SourceAddress, OpenFailure> {
  const bundled = bundledSource(baseUrl);
  const text = (new URLSearchParams(search).get('data') ?? '').trim();
  if (text === '') return ok(bundled);
  // What else it must hold is told by whoever asks there.
  if (text.startsWith('clickhouse:')) return ok({ url: text, isBundled: false });
  if (OWN_ADDRESS.test(text)) return ok({ url: text, isBundled: false });
  if (!URL.canParse(text, baseUrl)) return refused(`“${clipped(text)}” is not an address.`);
  const url = new URL(text, baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refused(
      `“${clipped(text)}” cannot be opened: a history’s address begins with http:// or https://, or is relative to this page.`,
    );
  }
  return ok({ url: url.href, isBundled: url.href === bundled.url });
}

/** The search part that names this source; everything else in it, such as `embed`, stays. */
export function searchWithSource(search: string, source: SourceAddress, baseUrl: string): string {
  const present = readSource(search, baseUrl);
  if (present.ok && present.value.url === source.url) return search;
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !new URLSearchParams(pair).has('data'));
  const data = encodeURIComponent(source.url).replaceAll('%3A', ':').replaceAll('%2F', '/');
  const pairs = source.isBundled ? kept : [`data=${data}`, ...kept];
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Whether the page stands in someone's iframe and leaves its header out. */
export function isEmbedded(search: string): boolean {
  return new URLSearchParams(search).has('embed');
}

/** Whether this is the second window of a briefing. */
export function isPresenterWindow(search: string): boolean {
  return new URLSearchParams(search).has('presenter');
}

function refused(message: string): Result<never, OpenFailure> {
  return fail({ kind: 'unreachable', message, problems: [], problemsTotal: 0 });
}

function clipped(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}

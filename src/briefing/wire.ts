/*
 * How messages get from one window of a briefing to the other.
 * Knows: the browser's channels. Must not know: what the messages mean.
 *
 * Where the page has an origin: a BroadcastChannel under a name that only this briefing has. Under file://
 * (and wherever the origin is opaque) Chromium shares channels and storage among all files of the disk, so
 * messages go to the handle of the window that was opened, or that opened this one; a window that has been
 * reloaded has lost its handles and gets them again from the other's next message.
 */

export interface Wire {
  send(message: unknown): void;
  /** This window was opened from here. */
  adopt(other: Window): void;
  close(): void;
}

export interface WireOptions {
  readonly briefing: string;
  readonly page: Window & typeof globalThis;
  /** Says whether it was one of ours: only then is its sender remembered. */
  readonly onMessage: (data: unknown) => boolean;
}

export function connectWire(options: WireOptions): Wire {
  return options.page.origin === 'null' ? handleWire(options) : channelWire(options);
}

function channelWire({ briefing, page, onMessage }: WireOptions): Wire {
  const channel = new page.BroadcastChannel(`threadline.briefing.${briefing}`);
  channel.addEventListener('message', ({ data, origin }) => {
    // The browser keeps a channel within its origin; an older one that did not would be seen here.
    if (origin === page.origin) onMessage(data);
  });
  return {
    // A channel has no target: its origin is the page's own.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (message) => channel.postMessage(message),
    adopt: () => undefined,
    close: () => channel.close(),
  };
}

/** What a file's window calls its origin. */
const FILE_ORIGINS: ReadonlySet<string> = new Set(['null', 'file://']);

function handleWire({ page, onMessage }: WireOptions): Wire {
  const others = new Set<Window>();
  const opener: unknown = page.opener;
  if (isWindow(opener)) others.add(opener);
  const onArrival = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (!FILE_ORIGINS.has(origin) || source === page || !isWindow(source)) return;
    if (onMessage(data)) others.add(source);
  };
  page.addEventListener('message', onArrival);
  return {
    send(message) {
      for (const other of others) {
        if (other.closed) others.delete(other);
        // An opaque origin cannot be named; what is sent holds nothing that the file does not.
        else other.postMessage(message, '*');
      }
    },
    adopt: (other) => others.add(other),
    close: () => page.removeEventListener('message', onArrival),
  };
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'closed' in value;
}

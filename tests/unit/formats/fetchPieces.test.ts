import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '../../../src/base/result.ts';
import { fetchPieces, type Bytes } from '../../../src/formats/fetchPieces.ts';

const PATHS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/good': (response) => response.end('{"a": "é"}'),
  '/bom': (response) => response.end('\uFEFF{}'),
  '/pieces': (response) => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    response.write(first, () => response.end(second));
  },
  '/moved': (response) => response.writeHead(302, { location: '/good' }).end(),
  '/broken': (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{', () => response.destroy());
  },
};

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = PATHS[path];
    if (answer === undefined) response.writeHead(Number(path.slice(1))).end();
    else answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** As UTF-8, for tests that read what came. */
async function fetchedText(url: string): Promise<Result<string, string>> {
  const pieces: Bytes[] = [];
  const fetched = await fetchPieces(url, (piece) => void pieces.push(piece));
  // As any reader of UTF-8, this one drops the mark at the beginning.
  return fetched.ok ? ok(await new Blob(pieces).text()) : fetched;
}

async function errorOf(path: string): Promise<string> {
  const fetched = await fetchedText(base + path);
  return fetched.ok ? `was fetched: ${fetched.value}` : fetched.error;
}

describe('fetching bytes', () => {
  it('puts them together from however many pieces, wherever it has moved', async () => {
    expect(await fetchedText(`${base}/good`)).toEqual({ ok: true, value: '{"a": "é"}' });
    expect(await fetchedText(`${base}/bom`)).toEqual({ ok: true, value: '{}' });
    expect(await fetchedText(`${base}/pieces`)).toEqual({ ok: true, value: 'é' });
    expect(await fetchedText(`${base}/moved`)).toEqual({ ok: true, value: '{"a": "é"}' });
  });

  it('says how much has come, of how much where the server knows', async () => {
    const heard = async (path: string): Promise<unknown> => {
      let bytes = 0;
      const of = new Set<number | null>();
      await fetchPieces(base + path, (piece, announced) => {
        bytes += piece.length;
        of.add(announced);
      });
      return { bytes, of: [...of] };
    };
    expect(await heard('/good')).toEqual({ bytes: 11, of: [11] });
    expect(await heard('/pieces')).toEqual({ bytes: 2, of: [null] });
  });

  it('waits with the next piece until the last one has been taken', async () => {
    const log: string[] = [];
    await fetchPieces(`${base}/pieces`, async () => {
      log.push('begun');
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
      log.push('done');
    });
    expect(log.filter((_, i) => i % 2 === 0)).not.toContain('done');
    expect(log.at(-1)).toBe('done');
  });

  it('says what a server answered and what to do', async () => {
    const host = new URL(base).host;
    expect(await errorOf('/404')).toBe(
      `${host} has nothing at this address (404). Check the address for a slip.`,
    );
    expect(await errorOf('/403')).toContain('Sign in there');
    expect(await errorOf('/429')).toContain('Try again in a minute');
    expect(await errorOf('/503')).toContain('a fault of its own (503). Try again later.');
    expect(await errorOf('/418')).toContain('refused the request (418)');
  });

  it('says what may be wrong where nothing was answered', async () => {
    expect(await errorOf('/broken')).toContain('Nothing could be fetched');
    const free = createServer();
    await new Promise<void>((resolve) => {
      free.listen(0, '127.0.0.1', resolve);
    });
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => {
      free.close(resolve);
    });
    const fetched = await fetchedText(`http://127.0.0.1:${port}/`);
    expect(fetched.ok ? '' : fetched.error).toMatch(
      /^Nothing could be fetched from 127\.0\.0\.1:\d+\. .*Access-Control-Allow-Origin/u,
    );
  });

  it('gives up on a server that has fallen silent, but not on a slow one', async () => {
    vi.useFakeTimers();
    const body = new TransformStream<Uint8Array, Uint8Array>();
    const writer = body.writable.getWriter();
    vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => {
        void writer.abort(signal.reason).catch(() => undefined);
      });
      return new Promise((resolve) => {
        setTimeout(() => resolve(new Response(body.readable)), 25_000);
      });
    });
    const fetching = fetchedText('https://slow.example/');
    await vi.advanceTimersByTimeAsync(25_000);
    for (let i = 0; i < 4; i++) {
      await vi.advanceTimersByTimeAsync(25_000);
      await writer.write(new Uint8Array([0x61]));
    }
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await fetching).toEqual({
      ok: false,
      error:
        'slow.example has sent nothing for 30 seconds. Check the connection, or try again later.',
    });
  });

  it('sends no referrer', async () => {
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response('{}')));
    vi.stubGlobal('fetch', fetched);
    await fetchedText('https://example.org/');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ referrerPolicy: 'no-referrer' });
  });
});

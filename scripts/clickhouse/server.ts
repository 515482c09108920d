/*
 * A ClickHouse server as one that writes sees it: it runs statements and takes rows in.
 * Knows: HTTP. Must not know: tables.
 */
import http from 'node:http';
import https from 'node:https';
import type { Sql } from '../../src/engine/remote/sql.ts';

export interface Server {
  readonly url: string;
  run(statement: Sql): Promise<void>;
  rows(query: Sql): Promise<readonly (readonly unknown[])[]>;
  /** Inserts rows that come as RowBinary; returns when all servers have them. */
  insert(statement: Sql, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** `url` may hold a user and a password. Rejects with the server's own words. */
export function serverAt(url: string): Server {
  const { origin, username, password, pathname } = new URL(url);
  const request = async (
    query: Record<string, string>,
    body: string | Uint8Array<ArrayBuffer>,
  ): Promise<string> => {
    const given = new URLSearchParams({
      ...query,
      ...(username === '' ? {} : { user: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    });
    const { status, text } = await post(`${origin}${pathname}?${given.toString()}`, body).catch(
      (error: unknown) => {
        throw new Error(`No server answers at ${origin}. Is it running?`, { cause: error });
      },
    );
    if (status !== 200) throw new Error(`${origin} said: ${text.trim().slice(0, 500)}`);
    return text;
  };
  return {
    url: origin,
    async run(statement) {
      await request({}, statement.text);
    },
    async rows(query) {
      const text = await request({ default_format: 'JSONCompact' }, query.text);
      const answer: unknown = JSON.parse(text);
      if (typeof answer !== 'object' || answer === null || !('data' in answer)) {
        throw new Error(`${origin} said no rows: ${text.slice(0, 200)}`);
      }
      const { data } = answer;
      return Array.isArray(data) ? data.filter((row) => Array.isArray(row)) : [];
    },
    async insert(statement, bytes) {
      await request({ query: statement.text, insert_distributed_sync: '1' }, bytes);
    },
  };
}

/**
 * A line for each request: one that was kept open may be closed by the server while rows are being made, and
 * a request that fails for that cannot be sent again without asking whether it came through.
 */
function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<{ readonly status: number; readonly text: string }> {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent: false }, (response) => {
      const pieces: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (piece: string) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: pieces.join('') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/*
 * A ClickHouse server as one that writes sees it: it runs statements and takes rows in.
 * Knows: HTTP. Must not know: tables.
 */
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
    const response = await fetch(`${origin}${pathname}?${given.toString()}`, {
      method: 'POST',
      body,
    }).catch((error: unknown) => {
      throw new Error(`No server answers at ${origin}. Is it running?`, { cause: error });
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${origin} said: ${text.trim().slice(0, 500)}`);
    return text;
  };
  return {
    url: origin,
    async run(statement) {
      await request({}, statement.text);
    },
    async rows(query) {
      const text = await request({ default_format: 'JSONCompact' }, query.text);
      const { data }: { data: unknown[][] } = JSON.parse(text);
      return data;
    },
    async insert(statement, bytes) {
      await request({ query: statement.text, insert_distributed_sync: '1' }, bytes);
    },
  };
}

/*
 * The address of a database: `clickhouse:https://user:password@host:8443/database`.
 * Knows: URLs. Must not know: what is asked there.
 */
import { fail, ok, type Result } from '../../base/result.ts';

export interface DatabaseAddress {
  /** Where its HTTP interface answers: origin and path, without user or database. */
  readonly url: string;
  readonly host: string;
  readonly database: string;
  /** Empty: the server's default user. */
  readonly user: string;
  readonly password: string;
}

const SCHEME = 'clickhouse:';

/** Fails in words for the user. */
export function readDatabaseAddress(text: string): Result<DatabaseAddress, string> {
  const inner = text.startsWith(SCHEME) ? text.slice(SCHEME.length) : text;
  const shown = text.length <= 80 ? text : `${text.slice(0, 80)}…`;
  const form =
    'The form is clickhouse:https://host/database, with user@ before the host if it needs one.';
  const url = URL.canParse(inner) ? new URL(inner) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return fail(`“${shown}” is not the address of a database. ${form}`);
  }
  const path = url.pathname.split('/').filter((part) => part !== '');
  const database = decoded(path.pop() ?? '');
  if (database === '') return fail(`“${shown}” does not say which database to ask. ${form}`);
  return ok({
    url: `${url.origin}/${path.map((part) => `${part}/`).join('')}`,
    host: url.host,
    database,
    user: decoded(url.username),
    password: decoded(url.password),
  });
}

/** A stray % stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

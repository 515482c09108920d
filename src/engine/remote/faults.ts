/*
 * What went wrong with a database, in words that name the cause and the next step.
 * Knows: ClickHouse's error codes. Must not know: which question was asked.
 */
import type { DatabaseAddress } from './address.ts';

/** A question that the database did not answer; the message is for the user. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** Whether there was no answer, or none that may be read. */
  readonly isSilence: boolean;

  constructor(message: string, isSilence = false) {
    super(message);
    this.isSilence = isSilence;
  }
}

/** The request got no answer: a page is not told why. */
export function unreachable({ host, url }: DatabaseAddress): DatabaseError {
  if (url.startsWith('http:') && isHere('https:')) {
    return new DatabaseError(
      `No answer from the database at ${host}. This page came by https, and browsers do not let it ask an address that begins with http. Use the database’s https address, or open the program by http.`,
      true,
    );
  }
  return new DatabaseError(
    `No answer from the database at ${host}. Either it is down or the address is wrong, or the user or password is refused, or it does not let other sites’ pages ask (add_http_cors_header). Check the address, then ask whoever runs the server.`,
    true,
  );
}

/** A server that answers, and not for this database: its refusal is one that a page is not let read. */
export function noDatabase(address: DatabaseAddress): DatabaseError {
  const { user } = address;
  const who = user === '' ? 'the default user' : `the user “${user}”`;
  return new DatabaseError(`${noHistory(address)} It may be, too, that ${who} may not read it.`);
}

function noHistory({ host, database }: DatabaseAddress): string {
  return `There is no history in the database “${database}” at ${host}. Check the name, or load one (docs/clickhouse.md).`;
}

/** One that has answered before. */
export function silent({ host }: DatabaseAddress): DatabaseError {
  return new DatabaseError(
    `The database at ${host} does not answer any more: it is down or out of reach. Try again in a moment, and if that does not help, ask whoever runs the server.`,
    true,
  );
}

/** Whether this runs on a page that came that way; elsewhere there is no page. */
function isHere(protocol: string): boolean {
  return typeof location === 'object' && location.protocol === protocol;
}

export function tooSlow({ host }: DatabaseAddress, seconds: number): DatabaseError {
  return new DatabaseError(
    `The database at ${host} gave no answer within ${String(seconds)} seconds. Try again, or ask for less: choose a shorter time or add a filter.`,
  );
}

export function notClickHouse({ host }: DatabaseAddress, status: number): DatabaseError {
  return new DatabaseError(
    `What answers at ${host} is not a ClickHouse database (status ${String(status)}). Check the address and the port: its HTTP interface is usually on 8123 or 8443.`,
  );
}

/** The words for what the server says: `Code: 60, e.displayText() = DB::Exception: Table … doesn't exist`. */
export function serverFault(address: DatabaseAddress, said: string): DatabaseError | null {
  const code = Number(/^\s*Code: (\d+)[.,]/.exec(said)?.[1] ?? Number.NaN);
  if (!Number.isInteger(code)) return null;
  return new DatabaseError(wordsOf(address, code, said));
}

function wordsOf(address: DatabaseAddress, code: number, said: string): string {
  const { host, database, user } = address;
  const who = user === '' ? 'the default user' : `the user “${user}”`;
  switch (code) {
    case 159:
    case 160:
      return `The database at ${host} stopped after its limit of time. Ask for less: choose a shorter time or add a filter.`;
    case 158:
    case 307:
    case 396:
      return `That is more than the database at ${host} lets one question read. Ask for less: choose a shorter time or add a filter.`;
    case 241:
      return `The database at ${host} ran out of memory over this question. Ask for less (a shorter time, another filter), or try again when it has less to do.`;
    case 202:
      return `The database at ${host} has too many questions at once. Try again in a moment.`;
    case 201:
      return `The quota of ${who} at ${host} is used up for now. Try again later.`;
    case 60:
    case 81:
      return noHistory(address);
    case 192:
    case 193:
    case 194:
    case 516:
      return `The database at ${host} does not know ${who} with this password. Check both in the address.`;
    case 291:
    case 497:
      return `At ${host}, ${who} may not read the database “${database}”. Ask whoever runs the server.`;
    case 209:
    case 210:
    case 279:
      return `A part of the database at ${host} is down, so it cannot count everything. Try again later, or ask whoever runs the server.`;
    case 394:
      return `The question was stopped at ${host}. Ask again.`;
    default:
      return `The database at ${host} could not answer (${reasonIn(said)}). Try again, or tell whoever runs the server.`;
  }
}

/** What the server itself gives as the reason, without its own prefixes and version. */
function reasonIn(said: string): string {
  const reason = said
    .replace(/^\s*Code: (\d+)[.,]\s*(?:e\.displayText\(\) = )?(?:DB::Exception: )?/, 'code $1: ')
    .replace(/,? e\.what\(\) = .*$/s, '')
    .trim();
  return reason.length <= 200 ? reason : `${reason.slice(0, 200)}…`;
}

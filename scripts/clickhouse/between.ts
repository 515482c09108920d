/*
 * Stands between the page and a database, for tests and for measuring: answers when it is told to, later, or
 * as something else would.
 * Knows: HTTP. Must not know: questions, pages.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Between {
  /** Where it answers in place of the database; a user may stand before the host. */
  readonly origin: string;
  /** From now on questions wait. */
  hold(): void;
  /** Answers come so much later than they would. */
  delay(ms: number): void;
  /** Those that wait go on, and all that come; they are answered by the database again. */
  release(): void;
  /** Questions get this, or no answer at all where it is null. */
  reply(reply: Reply | null): void;
  close(): Promise<void>;
}

export async function standBetween(database: string): Promise<Between> {
  let open: (() => void) | null = null;
  let gate: Promise<void> = Promise.resolve();
  let delayMs = 0;
  let given: Reply | null | undefined;

  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const { method, headers, url = '/' } = asked;
    const passed = request(new URL(url, database), { method, headers }, (said) => {
      answer.writeHead(said.statusCode ?? 500, said.headers);
      said.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    // Who asked has gone: so does what was asked.
    answer.on('close', () => passed.destroy());
    passed.end(body);
  };
  const server = createServer((asked, answer) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => {
      void Promise.all([gate, wait(delayMs)]).then(() => {
        if (given === undefined) return pass(asked, Buffer.concat(pieces), answer);
        if (given === null) return answer.destroy();
        answer.writeHead(given.status, { 'Access-Control-Allow-Origin': '*' });
        return answer.end(given.text);
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}/`,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    delay(ms) {
      delayMs = ms;
    },
    release() {
      given = undefined;
      delayMs = 0;
      open?.();
      gate = Promise.resolve();
    },
    reply(reply) {
      given = reply;
    },
    close() {
      open?.();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

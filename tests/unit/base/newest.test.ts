import { describe, expect, test } from 'vitest';
import { newestOnly } from '../../../src/base/newest.ts';

interface Flight {
  readonly question: string;
  readonly signal: AbortSignal;
  readonly land: (answer: string) => Promise<void>;
  readonly crash: (error: Error) => Promise<void>;
}

function setUp(): {
  readonly flights: Flight[];
  readonly heard: string[];
  readonly newest: ReturnType<typeof newestOnly<string, string>>;
} {
  const flights: Flight[] = [];
  const heard: string[] = [];
  const later = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));
  const newest = newestOnly<string, string>({
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        flights.push({
          question,
          signal,
          land: (answer) => (resolve(answer), later()),
          crash: (error) => (reject(error), later()),
        });
      }),
    onAnswer: (answer, question) => heard.push(`${question} → ${answer}`),
    onFailure: (error, question) => heard.push(`${question} ✗ ${String(error)}`),
  });
  return { flights, heard, newest };
}

describe('only the newest answer counts', () => {
  test('of many questions one is in flight and the newest waits', async () => {
    const { flights, heard, newest } = setUp();
    for (const question of ['a', 'b', 'c', 'd']) newest.ask(question, false);
    expect(flights.map(({ question }) => question)).toEqual(['a']);
    await flights[0]?.land('1');
    expect(flights.map(({ question }) => question)).toEqual(['a', 'd']);
    await flights[1]?.land('2');
    expect(heard).toEqual(['a → 1', 'd → 2']);
    expect(flights).toHaveLength(2);
  });

  test('an overtaken question is aborted and its answer is not heard, however late', async () => {
    const { flights, heard, newest } = setUp();
    newest.ask('a', false);
    newest.ask('b', true);
    expect(flights[0]?.signal.aborted).toBe(true);
    await flights[1]?.land('new');
    await flights[0]?.land('old');
    expect(heard).toEqual(['b → new']);
  });

  test('an overtaken failure is not heard either', async () => {
    const { flights, heard, newest } = setUp();
    newest.ask('a', false);
    newest.ask('b', true);
    await flights[0]?.crash(new Error('aborted'));
    expect(heard).toEqual([]);
    await flights[1]?.crash(new Error('down'));
    expect(heard).toEqual(['b ✗ Error: down']);
  });

  test('a failure is passed over where a newer question waits', async () => {
    const { flights, heard, newest } = setUp();
    newest.ask('a', false);
    newest.ask('b', false);
    await flights[0]?.crash(new Error('down'));
    await flights[1]?.land('up');
    expect(heard).toEqual(['b → up']);
  });

  test('cancelling drops both, and asking goes on afterwards', async () => {
    const { flights, heard, newest } = setUp();
    newest.ask('a', false);
    newest.ask('b', false);
    newest.cancel();
    await flights[0]?.land('1');
    newest.ask('c', false);
    await flights[1]?.land('2');
    expect(flights.map(({ question }) => question)).toEqual(['a', 'c']);
    expect(heard).toEqual(['c → 2']);
  });

  test('a question asked while an answer is heard does not get lost', async () => {
    const flights: ((answer: string) => void)[] = [];
    const heard: string[] = [];
    const newest = newestOnly<string, string>({
      ask: () => new Promise((resolve) => flights.push(resolve)),
      onAnswer: (answer) => {
        heard.push(answer);
        if (answer === 'first') newest.ask('again', false);
      },
      onFailure: () => heard.push('failed'),
    });
    newest.ask('once', false);
    flights[0]?.('first');
    await Promise.resolve().then(() => undefined);
    await new Promise((resolve) => void setTimeout(resolve, 0));
    flights[1]?.('second');
    await new Promise((resolve) => void setTimeout(resolve, 0));
    expect(heard).toEqual(['first', 'second']);
  });
});

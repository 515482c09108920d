/*
 * One kind of question: only its newest answer counts, and the last answers are remembered, so that what is
 * asked again (a filter that is let go) or was expected (the pointer rests on it) is answered at once.
 * Knows: promises and abort signals. Must not know: the store, who answers, when to ask.
 */
import { newestOnly } from '../base/newest.ts';

export interface Asked<Q> {
  readonly question: Q;
}

export interface Channel<Q, Its extends Asked<Q>> {
  /** As newestOnly does; what is remembered is answered before this returns. */
  ask(asked: Its, overtakes: boolean): void;
  /** Has the answer ready for a question that is likely to come; one that was expected before is given up. */
  expect(question: Q): void;
  cancel(): void;
  /** Cancels, and forgets every answer: there is another history. */
  forget(): void;
}

export interface ChannelOptions<Q, Its extends Asked<Q>, A> {
  readonly ask: (question: Q, signal: AbortSignal) => Promise<A>;
  /** Hands on an answer that somebody waits for. */
  readonly watched: (answer: Promise<A>) => Promise<A>;
  readonly onAnswer: (answer: A, asked: Its) => void;
  readonly onFailure: (error: unknown, asked: Its) => void;
  /** So many answers are remembered. */
  readonly kept: number;
}

export function createChannel<Q, Its extends Asked<Q>, A>({
  ask,
  watched,
  onAnswer,
  onFailure,
  kept,
}: ChannelOptions<Q, Its, A>): Channel<Q, Its> {
  /** By question; a Map keeps the order of insertion: the first is the one not asked for the longest. */
  const known = new Map<string, A>();
  let expected: { key: string; answer: Promise<A>; stop: AbortController } | null = null;

  const remember = (key: string, answer: A): void => {
    known.delete(key);
    known.set(key, answer);
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
  };
  const giveUp = (): void => {
    expected?.stop.abort();
    expected = null;
  };

  const newest = newestOnly<Its, A>({
    ask: ({ question }, signal) => {
      const isOnItsWay = expected !== null && expected.key === keyOf(question);
      const answer = isOnItsWay ? expected?.answer : undefined;
      if (isOnItsWay) expected = null;
      else giveUp();
      return watched(answer ?? ask(question, signal));
    },
    onAnswer: (answer, asked) => {
      remember(keyOf(asked.question), answer);
      onAnswer(answer, asked);
    },
    onFailure,
  });

  return {
    ask(asked, overtakes) {
      const key = keyOf(asked.question);
      const answer = known.get(key);
      if (answer === undefined) {
        newest.ask(asked, overtakes);
        return;
      }
      newest.cancel();
      remember(key, answer);
      onAnswer(answer, asked);
    },
    expect(question) {
      const key = keyOf(question);
      if (known.has(key) || expected?.key === key) return;
      giveUp();
      const stop = new AbortController();
      const mine = { key, stop, answer: ask(question, stop.signal) };
      expected = mine;
      const settle = (answer?: A): void => {
        if (expected !== mine) return;
        expected = null;
        if (answer !== undefined) remember(key, answer);
      };
      // Where it fails nobody has asked yet: whoever does hears why.
      mine.answer.then(settle, () => settle());
    },
    cancel: () => newest.cancel(),
    forget() {
      newest.cancel();
      giveUp();
      known.clear();
    },
  };
}

function keyOf(question: unknown): string {
  return JSON.stringify(question);
}

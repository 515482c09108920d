import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noticeSlow } from '../../../src/state/slow.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function later<T>(value: T, ms: number): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms);
  });
}

test('what is quick is not told; what is slow is, until the last of it is here', async () => {
  const told: boolean[] = [];
  const watched = noticeSlow((isSlow) => told.push(isSlow));
  await watched(Promise.resolve(1));
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);

  const answers = [
    watched(later('here', 2000)),
    watched(later('gone', 3000).then(() => Promise.reject(new Error('gone')))).catch(
      () => 'failed',
    ),
  ];
  await vi.advanceTimersByTimeAsync(1500);
  expect(told).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.all(answers)).toEqual(['here', 'failed']);
  expect(told).toEqual([true, false]);
});

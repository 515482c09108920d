/**
 * Which of some numbers can stay where they are so that the fewest of the others have to move: the members
 * of one longest strictly ascending subsequence, true at their places. O(n log n).
 * Source: the patience method, M. L. Fredman, "On computing the length of longest increasing
 * subsequences", Discrete Mathematics 11 (1975).
 */
export function longestAscending(numbers: readonly number[]): boolean[] {
  const before: number[] = [];
  /** Where the least last number of an ascending run of each length stands. */
  const ends: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) from = middle + 1;
      else to = middle;
    }
    before[at] = ends[from - 1] ?? -1;
    ends[from] = at;
  }
  const stays = numbers.map(() => false);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) stays[at] = true;
  return stays;
}

/** The last `limit` things that were put in or looked for. */
export interface Recent<T extends object | number> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function recent<T extends object | number>(limit: number): Recent<T> {
  const kept = new Map<string, T>();
  const set = (key: string, value: T): void => {
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
  };
  return {
    get(key) {
      const known = kept.get(key);
      if (known !== undefined) set(key, known);
      return known;
    },
    set,
  };
}

/**
 * Remembers what was answered to the last `limit` questions. Only answers are kept: what was cancelled or
 * failed is asked anew by whoever comes next.
 */
export function askedRecently<T extends object | number>(
  limit: number,
): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = recent<T>(limit);
  return async (key, ask) => {
    const answer = kept.get(key) ?? (await ask());
    kept.set(key, answer);
    return answer;
  };
}

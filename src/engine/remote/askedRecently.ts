/**
 * Remembers what was answered to the last `limit` questions. Only answers are kept: what was cancelled or
 * failed is asked anew by whoever comes next.
 */
export function askedRecently<T>(
  limit: number,
): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly answer: T }>();
  return async (key, ask) => {
    const known = kept.get(key) ?? { answer: await ask() };
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    kept.delete(key);
    kept.set(key, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return known.answer;
  };
}

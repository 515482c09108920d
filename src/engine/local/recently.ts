/** Remembers what was made for the last `limit` keys. Knows nothing of what it keeps. */
export function recently<T extends object>(limit: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return value;
  };
}

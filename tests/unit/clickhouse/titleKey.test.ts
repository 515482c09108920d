import { describe, expect, test } from 'vitest';
import { titleKeyOf } from '../../../scripts/clickhouse/titleKey.ts';

describe('what titles are sorted by', () => {
  test('is the order of the alphabet, numbers by their size', () => {
    const collator = new Intl.Collator('en', { numeric: true });
    const titles =
      `a|A|b|B|ab|aB|Zoo|zoo 2|zoo 10|zoo 010|zoo-2|Émile|Emile|emile|eMile|Éa|été|ete|co-op|coop|co op
      |a,b|a.b|100 %|20 %|(x)|_x|Übung|Ubung 3|東京|a b|ab c|😀 smile|`
        .split('|')
        .map((title) => title.trim());
    const bytes = (title: string): string => Buffer.from(titleKeyOf(title)).toString('hex');
    const byKey = titles.toSorted((a, b) =>
      bytes(a) < bytes(b) ? -1 : bytes(a) > bytes(b) ? 1 : 0,
    );
    expect(byKey).toEqual(titles.toSorted((a, b) => collator.compare(a, b)));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleEdges } from '../../../src/model/trees.ts';

const parentsFrom = (parents: readonly (readonly number[])[]) => (node: number) =>
  parents[node] ?? [];

describe('edges that close a cycle', () => {
  test.each([
    ['none in a chain', [[1], [2], []], []],
    ['none where two paths meet', [[1, 2], [3], [3], []], []],
    ['one in a circle of two', [[1], [0]], [{ from: 1, to: 0 }]],
    ['one in a circle that another node leads to', [[1], [2], [1]], [{ from: 2, to: 1 }]],
    ['a node that is its own parent', [[0]], [{ from: 0, to: 0 }]],
  ])('%s', (_, parents, edges) => {
    expect(cycleEdges(parents.length, parentsFrom(parents))).toEqual(edges);
  });

  test('without them nothing leads back to itself, and with each of them something does', () => {
    const graph = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(graph, (parents) => {
        const closing = cycleEdges(parents.length, parentsFrom(parents));
        const kept = parents.map((tos, from) =>
          tos.filter((to) => !closing.some((edge) => edge.from === from && edge.to === to)),
        );
        kept.forEach((_, node) => {
          expect(ancestorsOf(node, kept)).not.toContain(node);
        });
        for (const { from, to } of closing) {
          expect(from === to || ancestorsOf(to, parents).includes(from)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function ancestorsOf(node: number, parents: readonly (readonly number[])[]): number[] {
  const found = new Set<number>();
  const open = [...(parents[node] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(parents[next] ?? []));
  }
  return [...found];
}

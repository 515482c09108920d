// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyed, makeNode } from '../../../src/views/svg.ts';

const aPicture = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 12 });

describe('nodes by key', () => {
  it('stand in the order of the items, each named after its own; what stays keeps its node', () => {
    fc.assert(
      fc.property(fc.array(aPicture, { minLength: 1, maxLength: 6 }), (pictures) => {
        const parent = makeNode('g', {});
        const keyed = createKeyed<number>(parent, {
          keyOf: String,
          make: () => makeNode('g', {}),
          name: (node, item) => node.setAttribute('data-key', String(item)),
        });
        let before = new Map<string, Element>();
        for (const items of pictures) {
          keyed.draw(items, true, () => undefined);
          const nodes = [...parent.children];
          expect(nodes.map((node) => node.getAttribute('data-key'))).toEqual(items.map(String));
          const now = new Map(nodes.map((node) => [node.getAttribute('data-key') ?? '', node]));
          for (const [key, node] of now) expect(before.get(key) ?? node).toBe(node);
          before = now;
        }
      }),
    );
  });

  it('wait outside of the picture in the middle of a gesture, and are gone or in order after it', () => {
    const steps = fc.array(fc.tuple(aPicture, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(steps, aPicture, (gesture, last) => {
        const parent = makeNode('g', {});
        const keyed = createKeyed<number>(parent, {
          keyOf: String,
          make: () => makeNode('g', { transform: 'translate(1,2)' }),
          name: (node, item) => node.setAttribute('data-key', String(item)),
        });
        const insideKeys = (): string[] =>
          [...parent.children]
            .filter((node) => node.getAttribute('transform') === 'translate(1,2)')
            .map((node) => node.getAttribute('data-key') ?? '');
        for (const [items, isAtRest] of gesture) {
          const drawn: string[] = [];
          keyed.draw(items, isAtRest, (node, item) => {
            expect(node.getAttribute('data-key')).toBe(String(item));
            drawn.push(String(item));
          });
          expect(drawn).toEqual(items.map(String));
          expect(insideKeys().toSorted()).toEqual(items.map(String).toSorted());
        }
        keyed.draw(last, true, () => undefined);
        expect(insideKeys()).toEqual(last.map(String));
        expect(parent.children).toHaveLength(last.length);
      }),
    );
  });

  it('are not moved where free ones stand in the right place', () => {
    const parent = makeNode('g', {});
    const keyed = createKeyed<string>(parent, { keyOf: String, make: () => makeNode('g', {}) });
    keyed.draw(['a', 'x', 'b', 'y', 'c'], true, () => undefined);
    const nodes = [...parent.children];
    keyed.draw(['a', 'p', 'b', 'q', 'c'], true, () => undefined);
    expect([...parent.children]).toEqual(nodes);
    for (const [i, node] of nodes.entries()) expect(parent.children[i]).toBe(node);
  });
});

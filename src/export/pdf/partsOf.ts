/*
 * A drawing in parts, each a drawing of its own: what writes it goes from one to the next with pauses.
 * Knows: SVG as this program writes it. Must not know: PDF, what is drawn.
 */

const CONTAINERS = new Set(['g', 'a']);

/** In the order in which they are painted; `most` shapes and texts a part, each within the groups that it had. */
export function* partsOf(svg: SVGSVGElement, most: number): Generator<SVGSVGElement> {
  const defs = [...svg.children].filter(({ tagName }) => tagName === 'defs');
  const path: SVGElement[] = [];
  let copies: SVGElement[] = [];
  let part = begin();
  let count = 0;

  function begin(): SVGSVGElement {
    const root = shallow(svg);
    root.append(...defs.map((each) => each.cloneNode(true)));
    copies = [root];
    for (const ancestor of path) enter(ancestor);
    return root;
  }
  function enter(ancestor: SVGElement): void {
    const copy = shallow(ancestor);
    copies.at(-1)?.append(copy);
    copies.push(copy);
  }
  function* visit(node: SVGElement): Generator<SVGSVGElement> {
    for (const child of node.children) {
      if (!(child instanceof SVGElement) || child.tagName === 'defs') continue;
      if (CONTAINERS.has(child.tagName)) {
        path.push(child);
        enter(child);
        yield* visit(child);
        copies.pop();
        path.pop();
        continue;
      }
      copies.at(-1)?.append(child.cloneNode(true));
      count += 1;
      if (count < most) continue;
      yield part;
      part = begin();
      count = 0;
    }
  }

  yield* visit(svg);
  if (count > 0) yield part;
}

function shallow<E extends SVGElement>(element: E): E {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a clone is of its original's kind
  return element.cloneNode(false) as E;
}

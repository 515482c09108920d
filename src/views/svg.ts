/*
 * Helpers of drawing: attributes that are only written where they change, parts of a mark that exist
 * only while they are wanted, and a memory of what was drawn, which spares looking at each of them.
 * A frame of panning then does almost nothing.
 * Knows: SVG elements. Must not know: what is drawn.
 */
const SVG = 'http://www.w3.org/2000/svg';

/** Writes an attribute unless it already says so; null takes it away. */
export function setAttr(node: Element, name: string, value: string | number | null): void {
  if (value === null) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
    return;
  }
  const text = typeof value === 'number' ? String(rounded(value)) : value;
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/** What nodes were last drawn from. */
export interface Drawn {
  /** Whether the node was drawn from these very values, and so would come out the same; else notes them. */
  isSame(node: Element, values: readonly unknown[]): boolean;
}

export function createDrawn(): Drawn {
  const drawn = new WeakMap<Element, readonly unknown[]>();
  return {
    isSame(node, values) {
      const before = drawn.get(node);
      if (before !== undefined && values.every((value, i) => value === before[i])) return true;
      drawn.set(node, values);
      return false;
    },
  };
}

/** To a tenth of a pixel, as setAttr writes it. */
export function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}

export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * The child of `parent` that plays the given part (its class), made when first wanted and removed when
 * no longer so; null while it is not wanted. Children stand in the order in which they are asked for.
 */
export function part(
  parent: SVGElement,
  tag: 'circle' | 'line' | 'path' | 'rect' | 'text',
  name: string,
  isWanted: boolean,
): Element | null {
  const found = childOf(parent, name);
  if (!isWanted) {
    found?.remove();
    return null;
  }
  if (found !== null) return found;
  const made = document.createElementNS(SVG, tag);
  made.setAttribute('class', name);
  parent.append(made);
  return made;
}

function childOf(parent: SVGElement, name: string): Element | null {
  // A plain loop: this runs for every part of every mark in every frame.
  for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (child.classList.contains(name)) return child;
  }
  return null;
}

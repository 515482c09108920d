/*
 * Helpers of drawing: attributes that are only written where they change, parts of a mark that exist
 * only while they are wanted, and a memory of what was drawn, which spares looking at each of them.
 * A frame of panning then does almost nothing.
 * Knows: SVG elements. Must not know: what is drawn.
 */
const SVG = 'http://www.w3.org/2000/svg';

type SvgTag = 'circle' | 'g' | 'line' | 'path' | 'rect' | 'text';

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
  /** As `part` below, with the parts remembered instead of looked for. */
  part(parent: SVGElement, tag: SvgTag, name: string, isWanted: boolean): Element | null;
}

/** `order`: in which parts lie over each other, the lowest first; whatever is made later finds its place. */
export function createDrawn(order: readonly string[] = []): Drawn {
  const drawn = new WeakMap<Element, readonly unknown[]>();
  const parts = new WeakMap<Element, Map<string, Element>>();
  return {
    isSame(node, values) {
      const before = drawn.get(node);
      if (before !== undefined && areSame(values, before)) return true;
      drawn.set(node, values);
      return false;
    },
    part(parent, tag, name, isWanted) {
      const before = parts.get(parent)?.get(name);
      if (!isWanted) {
        before?.remove();
        parts.get(parent)?.delete(name);
        return null;
      }
      if (before !== undefined) return before;
      const made = makeNode(tag, { class: name });
      const own = parts.get(parent) ?? new Map<string, Element>();
      const above = order.slice(order.indexOf(name) + 1).find((other) => own.has(other));
      parent.insertBefore(made, above === undefined ? null : (own.get(above) ?? null));
      parts.set(parent, own.set(name, made));
      return made;
    },
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Nodes of one parent by the keys of what they show. */
export interface Keyed<T> {
  /** Sees to it that there is one node for each item, in the order of the items, and draws each. */
  draw(items: readonly T[], each: (node: SVGElement, item: T) => void): void;
}

export interface KeyedOptions<T> {
  readonly keyOf: (item: T) => string;
  readonly make: () => SVGElement;
  /** Writes into a node whose it is now. */
  readonly name?: (node: SVGElement, item: T) => void;
}

/**
 * What d3's join does, for pictures that are drawn in every frame of a gesture: the nodes are remembered
 * instead of asked for, and what leaves makes room for what enters, since making and removing costs far
 * more than moving. Only what has the focus is never given to another.
 */
export function createKeyed<T>(
  parent: SVGElement,
  { keyOf, make, name }: KeyedOptions<T>,
): Keyed<T> {
  let nodes = new Map<string, SVGElement>();
  return {
    draw(items, each) {
      const keys = items.map(keyOf);
      const kept = new Map<string, SVGElement>();
      for (const key of keys) {
        const node = nodes.get(key);
        if (node !== undefined) kept.set(key, node);
      }
      const focused = document.activeElement;
      const free = new Set<SVGElement>();
      for (const [key, node] of nodes) {
        if (kept.has(key)) continue;
        if (node === focused) node.remove();
        else free.add(node);
      }
      nodes = kept;
      /** Free nodes that what stays has left behind; the others stand where they may serve without being moved. */
      const passed: SVGElement[] = [];
      let next = parent.firstChild;
      const isFree = (node: ChildNode | null): node is SVGElement =>
        node instanceof SVGElement && free.has(node);
      items.forEach((item, i) => {
        const key = keys[i] ?? '';
        let node = kept.get(key);
        if (node === undefined) {
          node = isFree(next) ? next : (passed.pop() ?? lastOf(free) ?? make());
          free.delete(node);
          name?.(node, item);
          kept.set(key, node);
        } else {
          for (; isFree(next); next = next.nextSibling) {
            passed.push(next);
            free.delete(next);
          }
        }
        if (node === next) next = node.nextSibling;
        else parent.insertBefore(node, next);
        each(node, item);
      });
      for (const node of [...passed, ...free]) node.remove();
    },
  };
}

function lastOf<T>(set: ReadonlySet<T>): T | undefined {
  let last: T | undefined;
  for (const item of set) last = item;
  return last;
}

export function makeNode(tag: SvgTag, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
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
  tag: SvgTag,
  name: string,
  isWanted: boolean,
): Element | null {
  const found = childOf(parent, name);
  if (!isWanted) {
    found?.remove();
    return null;
  }
  if (found !== null) return found;
  const made = makeNode(tag, { class: name });
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

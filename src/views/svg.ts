/*
 * Helpers of drawing: attributes that are only written where they change, parts of a mark that exist
 * only while they are wanted, and a memory of what was drawn, which spares looking at each of them.
 * A frame of panning then does almost nothing.
 * Knows: SVG elements. Must not know: what is drawn.
 */
import { longestAscending } from '../base/longestAscending.ts';

const SVG = 'http://www.w3.org/2000/svg';

type SvgTag = 'circle' | 'g' | 'line' | 'path' | 'rect' | 'svg' | 'text';

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
  /**
   * As `part` below, with the parts remembered instead of looked for. In the middle of a gesture what is
   * not wanted is only hidden, since it often comes back; at rest it goes.
   */
  part(
    parent: SVGElement,
    tag: SvgTag,
    name: string,
    isWanted: boolean,
    isAtRest: boolean,
  ): Element | null;
  /** Takes away what is only hidden. */
  clear(parent: SVGElement): void;
}

/** `order`: in which parts lie over each other, the lowest first; whatever is made later finds its place. */
export function createDrawn(order: readonly string[] = []): Drawn {
  const drawn = new WeakMap<Element, readonly unknown[]>();
  const parts = new WeakMap<Element, Map<string, Element>>();
  const hidden = new WeakMap<Element, Map<string, Element>>();
  const ofParent = <V>(all: WeakMap<Element, Map<string, V>>, parent: Element): Map<string, V> => {
    const own = all.get(parent) ?? new Map<string, V>();
    all.set(parent, own);
    return own;
  };
  return {
    isSame(node, values) {
      const before = drawn.get(node);
      if (before !== undefined && areSame(values, before)) return true;
      drawn.set(node, values);
      return false;
    },
    part(parent, tag, name, isWanted, isAtRest) {
      const own = ofParent(parts, parent);
      const before = own.get(name);
      const away = hidden.get(parent);
      const isAway = away?.has(name) === true;
      if (!isWanted) {
        if (before === undefined) return null;
        if (isAtRest) {
          before.remove();
          own.delete(name);
          away?.delete(name);
        } else if (!isAway) {
          before.setAttribute('visibility', 'hidden');
          ofParent(hidden, parent).set(name, before);
        }
        return null;
      }
      if (before !== undefined) {
        if (isAway) {
          away.delete(name);
          before.removeAttribute('visibility');
        }
        return before;
      }
      const made = makeNode(tag, { class: name });
      const above = order.slice(order.indexOf(name) + 1).find((other) => own.has(other));
      parent.insertBefore(made, above === undefined ? null : (own.get(above) ?? null));
      own.set(name, made);
      return made;
    },
    clear(parent) {
      for (const [name, node] of hidden.get(parent) ?? []) {
        node.remove();
        parts.get(parent)?.delete(name);
      }
      hidden.delete(parent);
    },
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Nodes of one parent by the keys of what they show. */
export interface Keyed<T> {
  /**
   * Sees to it that there is one node for each item, and draws each. At rest they stand in the order of
   * the items, for whoever reads or walks them; in the middle of a gesture each stays where it is, since
   * moving a node within its parent makes the browser lay it out anew.
   */
  draw(items: readonly T[], isAtRest: boolean, each: (node: SVGElement, item: T) => void): void;
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
  /** Out of the picture, for now: in the middle of a gesture they often come back. */
  const hidden = new Map<string, Parked>();
  return {
    draw(items, isAtRest, each) {
      const kept = new Map<string, SVGElement>();
      const keys = items.map(keyOf);
      for (const key of keys) {
        const back = hidden.get(key);
        const node = back?.node ?? nodes.get(key);
        if (node === undefined) continue;
        kept.set(key, node);
        if (back === undefined) continue;
        hidden.delete(key);
        unpark(back);
      }
      const focused = document.activeElement;
      const leaving: [string, SVGElement][] = [];
      for (const [key, node] of nodes) {
        if (kept.has(key)) continue;
        if (node === focused) node.remove();
        else leaving.push([key, node]);
      }
      // What has been out of sight longest is given away first, what leaves just now last.
      const free: (readonly [string, SVGElement])[] = [
        ...[...hidden].map(([key, { node }]) => [key, node] as const),
        ...leaving,
      ];
      let given = 0;
      const standing = items.map((item, i) => {
        const key = keys[i] ?? '';
        const known = kept.get(key);
        if (known !== undefined) return known;
        const [freeKey, freeNode] = free[given++] ?? [];
        const parked = hidden.get(freeKey ?? '');
        if (parked !== undefined) unpark(parked);
        hidden.delete(freeKey ?? '');
        const node = freeNode ?? parent.appendChild(make());
        name?.(node, item);
        kept.set(key, node);
        return node;
      });
      nodes = kept;
      for (const [key, node] of free.slice(given)) {
        if (isAtRest) node.remove();
        else if (!hidden.has(key)) hidden.set(key, park(node));
      }
      if (isAtRest) {
        hidden.clear();
        putInOrder(parent, standing);
      }
      items.forEach((item, i) => {
        const node = standing[i];
        if (node !== undefined) each(node, item);
      });
    },
  };
}

/** A node that waits outside of the picture, and where it stood. */
interface Parked {
  readonly node: SVGElement;
  readonly transform: string | null;
}

const OUTSIDE = 'translate(-100000,0)';

/** By a transform: what one inherits, such as visibility, has all that stands below worked out anew. */
function park(node: SVGElement): Parked {
  const transform = node.getAttribute('transform');
  node.setAttribute('transform', OUTSIDE);
  return { node, transform };
}

function unpark({ node, transform }: Parked): void {
  if (transform === null) node.removeAttribute('transform');
  else node.setAttribute('transform', transform);
}

/** Moves as few of the children as can be; all of them are given. */
function putInOrder(parent: SVGElement, wanted: readonly SVGElement[]): void {
  const places = new Map<Element, number>();
  for (const child of parent.children) places.set(child, places.size);
  const stays = longestAscending(wanted.map((node) => places.get(node) ?? 0));
  let next: SVGElement | null = null;
  for (const [i, node] of [...wanted.entries()].toReversed()) {
    if (stays[i] !== true) parent.insertBefore(node, next);
    next = node;
  }
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

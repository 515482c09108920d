/*
 * Helpers of drawing that every view shares: attributes that are only written where they change, and
 * parts of a mark that exist only while they are wanted. A frame of panning then writes almost nothing.
 * Knows: SVG elements. Must not know: what is drawn.
 */
const SVG = 'http://www.w3.org/2000/svg';

/** Writes an attribute unless it already says so; null takes it away. */
export function setAttr(node: Element, name: string, value: string | number | null): void {
  if (value === null) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
    return;
  }
  const text = typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
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

/*
 * Makes nodes of a picture that stands on its own: every look an attribute, no style sheet needed.
 * Knows: SVG. Must not know: the page, views, what is drawn.
 */
const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | null>>;

/** A node with these attributes; numbers to a hundredth, null leaves one out. */
export function svgNode<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  children: readonly (Node | string)[] = [],
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) node.setAttribute(key, typeof value === 'number' ? number(value) : value);
  }
  node.append(...children);
  return node;
}

/** To a hundredth of a pixel. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Without the letters that XML cannot hold, which a stranger's file may have. */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the letters meant
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD');
}

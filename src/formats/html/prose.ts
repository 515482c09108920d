/*
 * A stranger's HTML as the prose that a history holds: plain text, or the Markdown subset where there is
 * emphasis, a link or a list. Knows: that subset. Must not know: which file, the page.
 */
import type { List, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { proseOf } from '../../base/prose.ts';
import { paragraphsOf, type Paragraph as Runs, type Run } from './runs.ts';

/** As long as a text may be in a history: what is longer is cut by the border, which says so. */
const TEXT_LIMIT = 100_000;

/** On one line, for a title or a name. */
export function lineFrom(html: string): string {
  const paragraphs = readable(html);
  if (paragraphs === null) return html.replaceAll(/\s+/gu, ' ').trim();
  return paragraphs.map(plain).join(' ').replaceAll(/\s+/gu, ' ').trim();
}

/** Paragraphs, emphasis, links and lists; plain where it has none of them. */
export function proseFrom(html: string): string {
  const paragraphs = readable(html);
  if (paragraphs === null) return html;
  const unmarked = paragraphs.map(plain).join('\n\n');
  if (paragraphs.every(isPlain)) return unmarked;
  const tree = treeOf(paragraphs);
  if (isProse(unmarked, tree)) return unmarked;
  const marked = markdownOf(tree);
  if (isProse(marked, tree)) return marked;
  // What Markdown cannot say right (emphasis that begins within a word, and such) is said without.
  return markdownOf(treeOf(paragraphs.map(({ pieces }) => ({ lists: [], pieces: bare(pieces) }))));
}

/** Letters that Markdown may take for its own; and what begins a list. */
const SUSPECT = /[\\*_[\]<>&`]|^\s*(?:[-+]|\d{1,9}[.)])(?:\s|$)/u;

/** Whether it is read as it stands, seen at a glance: most of it is. */
function isPlain({ lists, pieces }: Runs): boolean {
  if (lists.length > 0) return false;
  return pieces.every(
    (piece) =>
      piece !== 'break' &&
      piece.href === null &&
      !piece.isStrong &&
      !piece.isEmphasised &&
      !SUSPECT.test(piece.text),
  );
}

function markdownOf(tree: Root): string {
  return toMarkdown(tree, { bullet: '-', emphasis: '*', listItemIndent: 'one' }).trim();
}

function bare(pieces: Runs['pieces']): Runs['pieces'] {
  return pieces.map((piece) =>
    piece === 'break' ? piece : { ...piece, href: null, isStrong: false, isEmphasised: false },
  );
}

/** Null where its letters are all that can be shown. */
function readable(html: string): readonly Runs[] | null {
  return html.length > TEXT_LIMIT ? null : paragraphsOf(html);
}

function plain({ pieces }: Runs): string {
  return pieces.map((piece) => (piece === 'break' ? '\n' : piece.text)).join('');
}

/** Whether a text reads as the tree says. */
function isProse(text: string, tree: Root): boolean {
  const read = proseOf(text);
  return read !== null && outline(read) === outline(tree);
}

/** All that tells two trees apart, in letters: "¶[One *[two]]". */
function outline(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll(/[[\]\\]/gu, '\\$&');
  if (node.type === 'break') return '⏎';
  const inner = 'children' in node ? node.children.map(outline).join('') : '';
  const detail = node.type === 'link' ? node.url : node.type === 'list' ? node.ordered : '';
  return node.type === 'root' ? inner : `${node.type}:${String(detail)}[${inner}]`;
}

function treeOf(paragraphs: readonly Runs[]): Root {
  const root: Root = { type: 'root', children: [] };
  /** The lists that are open, each with its number and that of its open item. */
  let open: { list: List; number: number; item: number }[] = [];
  for (const { lists, pieces } of paragraphs) {
    const shared = open.findIndex(({ number }, i) => lists[i]?.list !== number);
    if (shared !== -1) open = open.slice(0, shared);
    for (const [depth, at] of lists.entries()) {
      let level = open[depth];
      if (level === undefined) {
        const list: List = { type: 'list', ordered: at.isOrdered, spread: false, children: [] };
        childrenAt(root, open, depth).push(list);
        level = { list, number: at.list, item: -1 };
        open.push(level);
      }
      if (level.item !== at.item) {
        level.item = at.item;
        open.length = depth + 1;
        level.list.children.push({ type: 'listItem', spread: false, children: [] });
      }
    }
    childrenAt(root, open, lists.length).push({ type: 'paragraph', children: phrases(pieces) });
  }
  return root;
}

/** Where a block goes that stands in so many of the open lists. */
function childrenAt(
  root: Root,
  open: readonly { readonly list: List }[],
  depth: number,
): { push(block: Paragraph | List): unknown } {
  return open[depth - 1]?.list.children.at(-1)?.children ?? root.children;
}

function phrases(pieces: Runs['pieces']): PhrasingContent[] {
  return pieces.flatMap((piece) => (piece === 'break' ? [{ type: 'break' }] : runNodes(piece)));
}

/** Spaces at its ends stand outside the marks, as Markdown needs it. */
function runNodes(run: Run): PhrasingContent[] {
  const [, before = '', text = '', after = ''] = /^( *)(.*?)( *)$/su.exec(run.text) ?? [];
  if (text === '') return textNodes(run.text);
  let node: PhrasingContent = { type: 'text', value: text };
  if (run.isEmphasised) node = { type: 'emphasis', children: [node] };
  if (run.isStrong) node = { type: 'strong', children: [node] };
  if (run.href !== null) node = { type: 'link', url: run.href, children: [node] };
  return [...textNodes(before), node, ...textNodes(after)];
}

function textNodes(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

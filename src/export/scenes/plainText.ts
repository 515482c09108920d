/*
 * Text out of a history as plain paragraphs and list items, for files that know no Markdown.
 * Knows: that Markdown subset. Must not know: which file, how it is set.
 */
import type { Nodes } from 'mdast';
import { proseOf } from '../../base/prose.ts';

export interface Block {
  /** "•" or "1." before a list's item; empty for a paragraph. */
  readonly mark: string;
  /** How deep in lists; 0 outside. */
  readonly depth: number;
  readonly text: string;
}

export function plainBlocks(markdown: string | undefined): readonly Block[] {
  if (markdown === undefined || markdown.trim() === '') return [];
  const tree = proseOf(markdown);
  if (tree === null) return [{ mark: '', depth: 0, text: markdown }];
  const blocks: Block[] = [];
  gather(tree, { mark: '', depth: 0 }, blocks);
  return blocks;
}

/** All in lines, a list's items with their marks. */
export function plainText(markdown: string | undefined): string {
  return plainBlocks(markdown)
    .map(
      ({ mark, depth, text }) =>
        `${'  '.repeat(Math.max(0, depth - 1))}${mark}${mark === '' ? '' : ' '}${text}`,
    )
    .join('\n');
}

function gather(node: Nodes, at: Omit<Block, 'text'>, into: Block[]): void {
  if (node.type === 'root') {
    for (const child of node.children) gather(child, at, into);
  } else if (node.type === 'list') {
    node.children.forEach((item, i) => {
      const mark = node.ordered === true ? `${String((node.start ?? 1) + i)}.` : '•';
      item.children.forEach((child, part) =>
        // A second paragraph of an item stands under the first, without a mark of its own.
        gather(child, { mark: part === 0 ? mark : '', depth: at.depth + 1 }, into),
      );
    });
  } else {
    const text = wordsOf(node).trim();
    if (text !== '') into.push({ ...at, text });
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll(/\s*\n\s*/gu, ' ');
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

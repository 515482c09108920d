/*
 * Text out of a history as React elements: paragraphs, emphasis, strong, links, lists.
 * Knows: that Markdown subset. Must not know: HTML. Everything else in the text stays the letters that it is.
 */
import { Fragment, type ReactNode } from 'react';
import type { Nodes } from 'mdast';
import { assertNever } from '../base/assertNever.ts';
import { proseOf } from '../base/prose.ts';
import { ExternalLink } from './ExternalLink.tsx';

/** Lists within lists beyond this are shown as they were written. */
const DEPTH_LIMIT = 8;

/** No language has words of so many letters. */
const ENDLESS_WORD = /\S{500}/u;

/** For the element that holds the text: kerning an endless word at the end of each line takes a browser minutes. */
export function kerningClass(text: string): string {
  return ENDLESS_WORD.test(text) ? 'is-unkerned' : '';
}

interface ProseProps {
  readonly text: string;
  readonly className?: string;
}

export function Prose({ text, className = '' }: ProseProps) {
  const tree = proseOf(text);
  return (
    <div className={`prose ${className} ${kerningClass(text)}`} dir="auto">
      {tree === null ? <p>{text}</p> : elementOf(tree, text, 0)}
    </div>
  );
}

type Subset = Extract<
  Nodes,
  {
    type:
      | 'root'
      | 'paragraph'
      | 'text'
      | 'break'
      | 'emphasis'
      | 'strong'
      | 'link'
      | 'list'
      | 'listItem';
  }
>;
const SUBSET_TYPES: ReadonlySet<string> = new Set<Subset['type']>([
  'root',
  'paragraph',
  'text',
  'break',
  'emphasis',
  'strong',
  'link',
  'list',
  'listItem',
]);

function isInSubset(node: Nodes): node is Subset {
  return SUBSET_TYPES.has(node.type);
}

function elementOf(node: Nodes, source: string, depth: number): ReactNode {
  // Nothing else comes out of the parser; were it to, its letters are shown and nothing more.
  if (!isInSubset(node)) return writtenAs(node, source);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
      return <br />;
    case 'root':
      return childrenOf(node, source, depth);
    case 'paragraph':
      return <p>{childrenOf(node, source, depth)}</p>;
    case 'emphasis':
      return <em>{childrenOf(node, source, depth)}</em>;
    case 'strong':
      return <strong>{childrenOf(node, source, depth)}</strong>;
    case 'link':
      return <ExternalLink href={node.url}>{childrenOf(node, source, depth)}</ExternalLink>;
    case 'list':
      if (depth >= DEPTH_LIMIT) return writtenAs(node, source);
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{childrenOf(node, source, depth + 1)}</ol>
      ) : (
        <ul>{childrenOf(node, source, depth + 1)}</ul>
      );
    case 'listItem':
      return <li>{childrenOf(node, source, depth)}</li>;
    default:
      return assertNever(node);
  }
}

function writtenAs(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function childrenOf(
  node: Extract<Nodes, { children: unknown }>,
  source: string,
  depth: number,
): ReactNode {
  return node.children.map((child, index) => (
    // A parsed text never changes place by place: the index is the identity.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{elementOf(child, source, depth)}</Fragment>
  ));
}

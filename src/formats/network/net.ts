/*
 * A network as any of its files has it: nodes and edges with attributes by name and times.
 * Knows: shapes. Must not know: files, what becomes of a node.
 */
import type { Edtf } from '../../model/types.ts';

export interface NetNode {
  readonly id: string;
  /** '' where it has none. */
  readonly label: string;
  /** By the attribute's title; no layout and no colours. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Ids of the nodes that it lies in. */
  readonly parents: readonly string[];
  /** When it was there, where the file says so. */
  readonly times: readonly Edtf[];
  /** "node 3, line 12", "nodes[2]". */
  readonly place: string;
  readonly raw: () => string;
}

export interface NetEdge {
  readonly source: string;
  readonly target: string;
  /** '' where it says none. */
  readonly kind: string;
  /** As written; null where there is none. */
  readonly weight: string | null;
  readonly attributes: ReadonlyMap<string, string>;
  /** When it held, each with the weight that it had then, if that is said: a tie of each. */
  readonly times: readonly { readonly date: Edtf; readonly weight: string | null }[];
  readonly place: string;
  readonly raw: () => string;
}

export interface Net {
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly NetNode[];
  readonly edges: readonly NetEdge[];
}

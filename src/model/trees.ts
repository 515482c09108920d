/*
 * Finds the edges that close a cycle among things that are part of one another.
 * Knows: nodes by index. Must not know: what the nodes are. Depth costs no stack.
 */

export interface Edge {
  readonly from: number;
  readonly to: number;
}

const UNSEEN = 0;
const ON_PATH = 1;
const DONE = 2;

/**
 * The edges to leave out so that no node leads back to itself: those that a depth-first walk, in the
 * order of the nodes, finds leading to a node on its own path (Tarjan 1972).
 * @param parentsOf indices of the nodes that a node is part of
 */
export function cycleEdges(
  nodeCount: number,
  parentsOf: (node: number) => readonly number[],
): readonly Edge[] {
  const state = new Uint8Array(nodeCount);
  const closing: Edge[] = [];
  for (let root = 0; root < nodeCount; root += 1) {
    if (state[root] !== UNSEEN) continue;
    const path = [{ node: root, parents: parentsOf(root), next: 0 }];
    state[root] = ON_PATH;
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const parent = top.parents[top.next];
      top.next += 1;
      if (parent === undefined) {
        state[top.node] = DONE;
        path.pop();
      } else if (state[parent] === ON_PATH) {
        closing.push({ from: top.node, to: parent });
      } else if (state[parent] === UNSEEN) {
        state[parent] = ON_PATH;
        path.push({ node: parent, parents: parentsOf(parent), next: 0 });
      }
    }
  }
  return closing;
}

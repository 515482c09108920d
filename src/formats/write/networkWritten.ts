/*
 * What is told of a file of a network: how much of it is in there.
 * Knows: the shown network's numbers. Must not know: any one format.
 */
import type { NetworkToWrite, Written } from './writer.ts';

export function networkWritten({ answer }: NetworkToWrite, text: string): Written {
  const { nodes, ties, nodesTotal, tiesTotal } = answer;
  const notes: string[] = [];
  if (nodes.length < nodesTotal || ties.length < tiesTotal) {
    notes.push(
      `It holds what is shown: ${String(nodes.length)} of ${String(nodesTotal)} nodes and ${String(ties.length)} of ${String(tiesTotal)} ties. To write more, let the network show more.`,
    );
  }
  return {
    text,
    unit: 'nodes',
    writtenTotal: nodes.length,
    unitsTotal: nodesTotal,
    notWritten: [],
    notes,
  };
}

/*
 * Nodes and ties as d3-force wants them: bodies and springs.
 * Knows: the graph that the layout is told. Must not know: which forces act on them.
 */
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3';
import { boxOf, type LayoutGraph } from './layoutGraph.ts';

/** A node on its way. x, y, vx, vy, fx, fy are d3-force's own. */
export interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly radius: number;
  /** Half the width of node and name; above and below the node's middle. */
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
  readonly group: number;
  /** How many nodes of the network this one stands for. */
  readonly size: number;
}

export interface Spring extends SimulationLinkDatum<Body> {
  readonly source: Body;
  readonly target: Body;
  readonly weight: number;
}

export function bodyOf(graph: LayoutGraph, node: number, x: number, y: number): Body {
  const radius = graph.radii[node] ?? 0;
  return { x, y, radius, ...boxOf(graph, node), group: graph.groups[node] ?? -1, size: 1 };
}

export interface Ends {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Springs between the bodies at the ends of ties.
 *
 * @param bodies the body of each node of `ends`
 */
export function springsOf(ends: Ends, bodies: readonly Body[]): Spring[] {
  return Array.from(ends.from).flatMap((from, i) => {
    const source = bodies[from];
    const target = bodies[ends.to[i] ?? -1];
    if (source === undefined || target === undefined || source === target) return [];
    return [{ source, target, weight: ends.weights[i] ?? 1 }];
  });
}

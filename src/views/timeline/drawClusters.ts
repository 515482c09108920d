/*
 * Draws clusters of density: a bar as high as its share of the fullest, with its count where it fits.
 * Knows: placed clusters. Must not know: React, store, layout.
 */
import type { Selection } from 'd3';
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision } from '../../model/types.ts';
import { DENSITY_PX, type PlacedCluster } from './layout.ts';
import { setBox } from './drawMark.ts';
import { part, setAttr, setText } from '../svg.ts';

const DAY_MS = 86_400_000;
const CHARACTER_PX = 7;

/** "1,204 events, March 2014 to May 2014, zoom in" */
function clusterName(cluster: PlacedCluster): string {
  const events = cluster.count + cluster.rest;
  const span = cluster.endMs - cluster.startMs;
  const precision: DatePrecision =
    span > 400 * DAY_MS ? 'year' : span > 32 * DAY_MS ? 'month' : 'day';
  const from = formatInstant(cluster.startMs, precision);
  const to = formatInstant(cluster.endMs - 1, precision);
  const when = from === to ? from : `${from} to ${to}`;
  const matching = cluster.rest > 0 ? `, ${grouped(cluster.count)} matching` : '';
  return `${grouped(events)} ${events === 1 ? 'event' : 'events'}${matching}, ${when}, zoom in`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

function shortCount(count: number): string {
  if (count < 10_000) return String(count);
  return count < 1_000_000
    ? `${String(Math.round(count / 1000))}k`
    : `${(count / 1e6).toFixed(1)}m`;
}

export function drawClusters(
  group: Selection<SVGGElement, unknown, null, undefined>,
  clusters: readonly PlacedCluster[],
  focusKey: string | null,
): void {
  group
    .selectAll<SVGGElement, PlacedCluster>('g.cluster')
    .data(clusters, (cluster) => cluster.key)
    .join((enter) =>
      enter
        .append('g')
        .attr('class', 'cluster')
        .attr('role', 'button')
        .attr('data-key', (cluster) => `cluster:${cluster.key}`),
    )
    .each(function drawCluster(cluster) {
      const width = Math.max(0, cluster.x1 - cluster.x0);
      const count = shortCount(cluster.count > 0 ? cluster.count : cluster.rest);
      setAttr(this, 'class', cluster.count > 0 ? 'cluster' : 'cluster is-rest');
      setAttr(this, 'transform', `translate(${cluster.x0.toFixed(1)},0)`);
      setAttr(this, 'tabindex', focusKey === `cluster:${cluster.key}` ? '0' : '-1');
      setAttr(this, 'aria-label', clusterName(cluster));
      const bottom = cluster.yPx + cluster.heightPx;
      const target = part(this, 'rect', 'target', true);
      if (target !== null) setBox(target, 0, bottom - DENSITY_PX - 1, width, DENSITY_PX + 2, 3);
      const bar = part(this, 'rect', 'cluster-bar', true);
      if (bar !== null) setBox(bar, 0, cluster.yPx, width, cluster.heightPx, 2);
      const label = part(this, 'text', 'cluster-count', count.length * CHARACTER_PX + 4 <= width);
      if (label === null) return;
      setAttr(label, 'x', width / 2);
      setAttr(label, 'y', bottom - 6);
      setText(label, count);
    })
    .order();
}

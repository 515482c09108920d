/*
 * Draws clusters of density: a bar as high as its share of the fullest, with its count where it fits.
 * Knows: placed clusters. Must not know: React, store, layout.
 */
import type { Selection } from 'd3';
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision } from '../../model/types.ts';
import { DENSITY_PX } from './lanes.ts';
import type { PlacedCluster } from './layout.ts';
import { setBox } from './drawMark.ts';
import { part, rounded, setAttr, setText, type Drawn } from '../svg.ts';

const DAY_MS = 86_400_000;
const CHARACTER_PX = 7;

/** Made once: toLocaleString would make one for each number, in each frame. */
const THOUSANDS = new Intl.NumberFormat('en-GB');

/** "1,204 events, March 2014 to May 2014" */
function clusterName(cluster: PlacedCluster): string {
  const events = cluster.count + cluster.rest;
  const span = cluster.endMs - cluster.startMs;
  const precision: DatePrecision =
    span > 400 * DAY_MS ? 'year' : span > 32 * DAY_MS ? 'month' : 'day';
  const from = formatInstant(cluster.startMs, precision);
  const to = formatInstant(cluster.endMs - 1, precision);
  const when = from === to ? from : `${from} to ${to}`;
  const matching = cluster.rest > 0 ? `, ${THOUSANDS.format(cluster.count)} matching` : '';
  return `${THOUSANDS.format(events)} ${events === 1 ? 'event' : 'events'}${matching}, ${when}`;
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
  drawn: { readonly shapes: Drawn; readonly names: Drawn },
): void {
  group
    .selectAll<SVGGElement, PlacedCluster>('g.cluster')
    .data(clusters, (cluster) => cluster.key)
    .join((enter) =>
      enter
        .append('g')
        .attr('class', 'cluster')
        .attr('role', 'button')
        .attr('aria-description', 'Zooms into it')
        .attr('data-key', (cluster) => `cluster:${cluster.key}`),
    )
    .each(function drawCluster(cluster) {
      const width = Math.max(0, cluster.x1 - cluster.x0);
      const { startMs, endMs, yPx, heightPx } = cluster;
      const isFocusTarget = focusKey === `cluster:${cluster.key}`;
      const middle = (cluster.x0 + cluster.x1) / 2;
      const bottom = yPx + heightPx;
      // Where its count stands: text that moves within its group is laid out anew.
      setAttr(this, 'transform', `translate(${middle.toFixed(1)},${(bottom - 6).toFixed(1)})`);
      const content = [cluster.count, cluster.rest];
      if (!drawn.names.isSame(this, [...content, startMs, endMs])) {
        setAttr(this, 'aria-label', clusterName(cluster));
      }
      const shape = [rounded(width), rounded(heightPx), isFocusTarget];
      if (drawn.shapes.isSame(this, [...content, ...shape])) return;
      const count = shortCount(cluster.count > 0 ? cluster.count : cluster.rest);
      setAttr(this, 'class', cluster.count > 0 ? 'cluster' : 'cluster is-rest');
      setAttr(this, 'tabindex', isFocusTarget ? '0' : '-1');
      const target = part(this, 'rect', 'target', true);
      if (target !== null) setBox(target, -width / 2, 5 - DENSITY_PX, width, DENSITY_PX + 2, 3);
      const bar = part(this, 'rect', 'cluster-bar', true);
      if (bar !== null) setBox(bar, -width / 2, 6 - heightPx, width, heightPx, 2);
      const label = part(this, 'text', 'cluster-count', count.length * CHARACTER_PX + 4 <= width);
      if (label === null) return;
      setText(label, count);
    })
    .order();
}

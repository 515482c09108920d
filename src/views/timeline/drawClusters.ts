/*
 * Draws clusters of density: a bar as high as its share of the fullest, with its count where it fits.
 * Knows: placed clusters. Must not know: React, store, layout.
 */
import { formatInstant } from '../../model/instantWords.ts';
import type { DatePrecision } from '../../model/types.ts';
import { DENSITY_PX } from './lanes.ts';
import type { PlacedCluster, TimelineGeometry } from './layout.ts';
import { createDrawn, createKeyed, makeNode, rounded, setAttr, setText } from '../svg.ts';

const DAY_MS = 86_400_000;
const CHARACTER_PX = 7;
/** A finger wants as much, however low the bar. */
const TARGET_PX = DENSITY_PX + 2;

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

function shortCount({ count: matching, rest }: PlacedCluster): string {
  const count = matching > 0 ? matching : rest;
  if (count < 10_000) return String(count);
  return count < 1_000_000
    ? `${String(Math.round(count / 1000))}k`
    : `${(count / 1e6).toFixed(1)}m`;
}

export interface ClusterDrawing {
  draw(
    geometry: TimelineGeometry,
    look: { readonly focusKey: string | null; readonly sight: unknown },
    isInSight: (yPx: number) => boolean,
  ): void;
}

/** Where bars were last written: zooming from there on only stretches the group that they stand in. */
interface Ground {
  readonly originMs: number;
  readonly pxPerMs: number;
}

/** Beyond this factor the gaps between bars would look stretched, too. */
const STRETCH_MOST = 1.6;
/** Farther from their group's zero, places lose their tenths of a pixel. */
const FAR_PX = 100_000;

/**
 * Bars stand in one group, which a zoom stretches: two paths, however many bars, and for each a place
 * that takes pointer and focus. Their counts, which must not be stretched, stand in another.
 */
export function createClusterDrawing(stretched: SVGElement, counts: SVGElement): ClusterDrawing {
  const drawn = { names: createDrawn(), places: createDrawn() };
  const keyOf = ({ key }: PlacedCluster): string => key;
  const resting = makeNode('path', { class: 'cluster-bars is-rest' });
  const matching = makeNode('path', { class: 'cluster-bars' });
  const targets = makeNode('g', {});
  stretched.append(resting, matching, targets);
  const targetNodes = createKeyed<PlacedCluster>(targets, {
    keyOf,
    make: () =>
      makeNode('rect', {
        class: 'cluster',
        role: 'button',
        'aria-description': 'Zooms into it',
        height: String(TARGET_PX),
        rx: '3',
      }),
    name: (node, { key }) => node.setAttribute('data-key', `cluster:${key}`),
  });
  const countNodes = createKeyed<PlacedCluster>(counts, {
    keyOf,
    make: () => makeNode('text', {}),
  });
  let ground: Ground | null = null;

  return {
    draw(geometry, { focusKey, sight }, isInSight) {
      const { clusters, originMs, pxPerMs } = geometry;
      ground = groundFor(geometry, ground);
      const { originMs: zeroMs, pxPerMs: scale } = ground;
      const stretch = pxPerMs / scale;
      const shift = (zeroMs - originMs) * pxPerMs;
      const stretchedBy = `translate(${shift.toFixed(2)},0)scale(${stretch.toFixed(5)},1)`;
      setAttr(stretched, 'transform', stretchedBy);
      const bars = { resting: '', matching: '' };
      targetNodes.draw(clusters, sight === null, (node, cluster) => {
        const { startMs, endMs, count, rest, yPx, heightPx } = cluster;
        if (!isInSight(yPx)) return;
        const isFocusTarget = focusKey === `cluster:${cluster.key}`;
        const x = rounded((startMs - zeroMs) * scale + 1);
        const width = rounded(Math.max(0, (endMs - startMs) * scale - 2));
        const bar = `M${String(x)},${yPx.toFixed(1)}h${String(width)}v${heightPx.toFixed(1)}h${String(-width)}z`;
        bars[count > 0 ? 'matching' : 'resting'] += bar;
        const y = rounded(yPx + heightPx - TARGET_PX + 1);
        if (!drawn.places.isSame(node, [x, y, width, isFocusTarget])) {
          setAttr(node, 'x', x);
          setAttr(node, 'y', y);
          setAttr(node, 'width', width);
          setAttr(node, 'tabindex', isFocusTarget ? '0' : '-1');
        }
        // Nobody reads the names of what runs past.
        if (sight === null && !drawn.names.isSame(node, [count, rest, startMs, endMs])) {
          setAttr(node, 'aria-label', clusterName(cluster));
        }
      });
      setAttr(resting, 'd', bars.resting);
      setAttr(matching, 'd', bars.matching);
      const said = clusters.filter(
        (cluster) =>
          isInSight(cluster.yPx) &&
          shortCount(cluster).length * CHARACTER_PX + 4 <= cluster.x1 - cluster.x0,
      );
      countNodes.draw(said, sight === null, (node, cluster) => {
        const { x0, x1, yPx, heightPx } = cluster;
        // In the middle of the part that is in view.
        const place = [rounded((x0 + x1) / 2), rounded(yPx + heightPx - 6)];
        if (!drawn.places.isSame(node, place)) {
          node.setAttribute('transform', `translate(${place.join(',')})`);
        }
        if (drawn.names.isSame(node, [cluster.count, cluster.rest])) return;
        setAttr(node, 'class', cluster.count > 0 ? 'cluster-count' : 'cluster-count is-rest');
        setText(node, shortCount(cluster));
      });
    },
  };
}

function groundFor({ originMs, pxPerMs, offsetPx }: TimelineGeometry, now: Ground | null): Ground {
  if (now === null) return { originMs, pxPerMs };
  const stretch = pxPerMs / now.pxPerMs;
  const farPx = Math.abs((originMs - now.originMs) * now.pxPerMs) + offsetPx;
  const isNear = stretch < STRETCH_MOST && stretch > 1 / STRETCH_MOST && farPx < FAR_PX;
  return isNear ? now : { originMs, pxPerMs };
}

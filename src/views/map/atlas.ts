/*
 * The one place that brings in the outlines of the world (Natural Earth, public domain, packaged).
 * Knows: the package, TopoJSON. Must not know: projections, drawing.
 *
 * An import rather than a fetch: it comes from the app's own folder under any sub-path, needs no
 * address that a content security policy would have to allow, and survives in a page of one file.
 */
import { feature, mesh } from 'topojson-client';
import type packaged from 'world-atlas/countries-110m.json';
import type { GeoPermissibleObjects } from 'd3';

/** Coarse: 1:110 million. Fine: 1:50 million, six times the size, for when one has zoomed in. */
export type Detail = 'coarse' | 'fine';

/** In degrees. */
export interface Atlas {
  readonly land: GeoPermissibleObjects;
  /** The lines between countries, without the coasts. */
  readonly borders: GeoPermissibleObjects;
}

/** Rejects where the file cannot be fetched. */
export async function loadAtlas(detail: Detail): Promise<Atlas> {
  const { default: topology } =
    detail === 'coarse'
      ? await import('world-atlas/countries-110m.json')
      : await import('world-atlas/countries-50m.json');
  return atlasOf(topology);
}

function atlasOf(topology: typeof packaged): Atlas {
  return {
    land: feature(topology, topology.objects.land),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  };
}

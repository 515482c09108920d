/*
 * The packaged outlines of the world, as the world-atlas package describes them; it brings no types, and
 * what the compiler would read out of the files themselves is both huge and too wide.
 */
declare module 'world-atlas/countries-110m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification';

  const atlas: Topology<{
    readonly countries: GeometryCollection;
    readonly land: GeometryCollection;
  }>;
  export default atlas;
}

declare module 'world-atlas/countries-50m.json' {
  export { default } from 'world-atlas/countries-110m.json';
}

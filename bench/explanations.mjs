/** What docs/benchmark.md says of how it came about. */

export const HOW_MEASURED = `## How it is measured

- **First picture**: from navigation to the end of the work on the frame that shows the events with their
  names, files from this machine. Threadline fetches and checks its JSON in full, in a worker; the others get
  the same events ready-made, with dates as milliseconds, or the same network with its places. The bundled
  history is met at the program's own address, both views and panels with it: its first picture is drawn
  from answers that the build has worked out and put into the page, by the modules that draw the living one,
  before React and the worker are asked for (docs/adr).
- A page of each server is opened beforehand and not measured: the first one pays for the browser's own start.
- **Answers input from**: the same for the picture that can be moved and filtered, with every panel's answers.
  Only the bundled history has another before it.
- **Filter**: from pressing one organisation to the end of the work on the frame that shows what is left of the
  picture, and back; in Threadline the three in most events in turn, none of them twice, with all facets counted
  again by then and shown with the next frame. The pointer has been on it for half a second, as a hand's has:
  Threadline uses that to have an answer ready, and remembers the one that it comes back to.
- **Input to frame**: 60 steps of zooming, then 60 of a drag, half of them back again. Real input, one step a
  frame, from the moment the browser hands it to the page until script, style, layout and paint of the frame
  are done. Waiting for the screen's next refresh comes on top, alike for all. A timeline is zoomed 30 notches
  in and 30 out, and dragged four times as near; a network is zoomed three notches to and fro, and dragged
  with the whole of it in sight.
- **Script a frame**: how long the page's own script ran in a frame that drew a step, from a trace, in
  processor time of the main thread, median; of Threadline alone.
- **Elements**: the most that the picture consisted of, at the whole history or zoomed in.
- **Script / all, kB**: what had been asked for by the first picture, after gzip: JavaScript and WebAssembly, of
  workers too; and with pages, style sheets and fonts. Histories and networks are no part of it.
- **Memory**: in use after garbage collection, workers and typed arrays included.
- **Facets**: one organisation chosen and let go again; themes, places and kinds of what is left counted, its
  first hundred events listed in order of time. Nothing is drawn. From asking in the page until all answers
  are there: for Threadline and DuckDB-Wasm from a worker. *Most* is the organisation in most events, *few*
  one in about 150 at every size. *Ready*: from navigation until it can answer; Threadline reads its JSON,
  the others typed arrays. All of them have to answer the same.
- **Layout**: ticks of the force layout in its worker, from nothing to settled. Small networks are laid out
  from several starts, of which the best is taken; large ones level by level, so that the mean over all ticks
  is less than one over all nodes. Made-up networks have five ties an actor, each by an event of its own, most
  within circles of twenty.
- Before and while it moves each page is looked at: one that draws nothing, or whose picture stands still,
  fails.
- Of what takes longer than anybody waits, as many steps as fit into some seconds are measured, once; a dash
  says that it did not come to an end at all. Sizes that a peer is known not to live through are left out.`;

export const HOW_PEERS_ARE_SHOWN = `## How the others are shown

As their own examples and documentation do, without Threadline's lanes, facets and overview.

- **vis-timeline**: points and ranges on one stack, a view on the data that filters.
- **TimelineJS 3**: its embed's script and style sheet, a slide an event; zoomed by its buttons, since its
  wheel only scrolls; it has no filter, and is made again with what is left.
- **ECharts**: its smallest bundle; points as scatter, ranges as a custom series, a row for each theme, zoomed
  from within, without the pause that it makes between movements by default. Many points are drawn in pieces over
  several frames: the first of them is measured.
- **sigma**: a graphology graph, all settings as they are. It draws by WebGL and is made for a GPU.
- **cytoscape**: places given, names on nodes; once with its options as they are, once with those that it
  advises for speed (a texture while it moves, no ties and names meanwhile, one pixel a pixel).
- **vis-network**: places given, without physics, straight ties, as it advises for many nodes.
- **force-graph**: places given, its layout at rest.
- **crossfilter2**: a record an event; a dimension and a group for each facet, arrays for what an event has
  several of.
- **arquero**: a table with a row an event and lists as values; one expression filters, three group and count.
- **DuckDB-Wasm**: a table of events, one each of their themes and organisations, filled by Arrow; a query a
  facet. In its worker, with one thread.`;

export const RUN_AGAIN = `## Run it again

\`\`\`sh
npm run bench
\`\`\`

It needs nothing but Node; it installs what it compares with in \`bench/\`, and takes some minutes a round. Leave
the machine alone meanwhile. \`npm run bench -- --million\` adds histories of 1,000,000 events, \`--rounds 1\` measures
once, \`--only vis\` measures only some and writes nothing, \`--built\` takes what an earlier run has built.
\`node bench/generate.mjs 100000 history.json\` writes one of the made-up histories to look at.
`;

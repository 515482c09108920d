/* cytoscape with what its page on performance advises: less while it moves, one pixel a pixel. */
import '../page.css';
import { drawNetwork } from './cytoscapeNetwork.js';

await drawNetwork({
  textureOnViewport: true,
  hideEdgesOnViewport: true,
  hideLabelsOnViewport: true,
  pixelRatio: 1,
});

/* cytoscape with its options as they are. */
import '../page.css';
import { drawNetwork } from './cytoscapeNetwork.js';

await drawNetwork({});

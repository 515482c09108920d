import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<main>Threadline</main>);

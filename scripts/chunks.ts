/**
 * How the page's script is cut into files. By itself the bundler makes a file of whatever any two parts
 * share: forty before the first picture. In a few, the same script is a twentieth smaller and sooner there.
 */
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** By itself, since all others need it before they can begin. */
const REACT = /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/;
/** What Vite adds for import(): the boot has the first. */
const LOADER = 'vite/preload-helper';

/**
 * What main.tsx needs to start, in one file; what mount.tsx needs beyond it to draw, in another, beside
 * React; the rest as the bundler has it. Packages come along with the part that first needs them.
 */
export const pageChunks: Rolldown.CodeSplittingOptions = {
  groups: [{ name: chunkOf(), debugName: 'page' }],
};

function chunkOf(): Rolldown.CodeSplittingNameFunction {
  let chunks: ReadonlyMap<string, string> | null = null;
  return (id, context) => {
    // The boot's last: what both need comes with the boot.
    chunks ??= new Map([
      ...neededBy('mount.tsx', context).map((needed) => [needed, 'page'] as const),
      ...neededBy('main.tsx', context).map((needed) => [needed, 'boot'] as const),
      ...neededBy('ahead.ts', context).map((needed) => [needed, 'ahead'] as const),
    ]);
    if (REACT.test(id)) return 'react';
    return id.includes(LOADER) ? 'boot' : chunks.get(id);
  };
}

/** All modules of src that it imports, at any remove. The entry itself stays what its importers know it as. */
function neededBy(entry: string, context: Rolldown.ChunkingContext): readonly string[] {
  const needed = new Set<string>();
  const waiting = [SOURCE + entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id) || !id.startsWith(SOURCE)) continue;
    needed.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  needed.delete(SOURCE + entry);
  return [...needed];
}

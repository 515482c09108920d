/*
 * A page that does nothing but keep, with the program's own shelf and journal: small, so that it can be killed
 * and loaded again many times. It counts: edit n is the number n.
 * Knows: the shelf, the journal. Must not know: the test that kills it.
 */
import { createJournal } from '../../src/document/shelf/journal.ts';
import { createShelf } from '../../src/document/shelf/shelf.ts';

declare global {
  /** What is found when the page is loaded: how far the base goes, and the edits after it. */
  var onFound: (base: number, edits: readonly unknown[]) => void;
  /** From this moment on the page shows edit n as saved. */
  var onSaved: (n: number) => void;
}

const ID = 'counted';
/** Edits after which a new base is made. */
const COMPACT_AFTER = 12;
/** Enough that a write takes a while. */
const PADDING = 'x'.repeat(50_000);

function baseOf(n: number): Blob {
  return new Blob([`${String(n)} ${PADDING}`]);
}

const shelf = createShelf();
const found = await shelf.open(ID, 'last');
const base = found.ok ? Number.parseInt(await found.value.base.text(), 10) : 0;
const edits = found.ok ? found.value.edits.map((edit) => (edit as { n: number }).n) : [];
const seq = found.ok ? found.value.history.lastSeq : 0;
const meta = { title: 'Counted', origin: { kind: 'file', name: 'numbers' } } as const;
const journal = createJournal({
  shelf,
  id: ID,
  seq,
  length: edits.length,
  beginning: found.ok ? null : { kind: 'add', base: baseOf(0), meta },
  onChange: () => undefined,
});
globalThis.onFound(base, edits);

for (let n = seq + 1; ; n += 1) {
  // One after the other, as a person makes them, only faster.
  await journal.append({ n, padding: PADDING });
  globalThis.onSaved(n);
  if (journal.length() > COMPACT_AFTER) await journal.compact(baseOf(n));
}

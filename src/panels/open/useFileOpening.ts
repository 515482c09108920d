import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { DeskWorker } from '../../formats/desk/client.ts';
import { useAppStore } from '../../state/hooks.tsx';
import type { Brought } from './brought.ts';
import { createFileOpening, type FileOpening, type Stage } from './fileOpening.ts';

/** The steps of an opening as long as the component stands; it begins with what was brought, if anything. */
export function useFileOpening(
  startWorker: () => DeskWorker,
  first: Brought | null,
): readonly [opening: FileOpening, stage: Stage] {
  const store = useAppStore();
  const [opening] = useState(() => createFileOpening({ store, startWorker }));
  const stage = useStore(opening.stage);
  useEffect(() => {
    if (first !== null) opening.take(first);
    return () => opening.end();
  }, [opening, first]);
  return [opening, stage];
}

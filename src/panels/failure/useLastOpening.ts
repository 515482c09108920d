import { useState } from 'react';
import type { SourceAddress } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';

/** The address that was being opened last, also after it has failed. */
export function useLastOpening(): SourceAddress | null {
  const opening = useApp((state) => state.opening);
  const [last, setLast] = useState(opening);
  if (opening !== null && opening !== last) setLast(opening);
  return last;
}

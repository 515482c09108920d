/*
 * Whether a view stands on a stage, in a miniature or in a document, to be looked at from afar.
 * Knows: React's context. Must not know: views; Arrangement.tsx says it, and they ask.
 */
import { createContext } from 'react';

export const OnStage = createContext(false);

/*
 * What draws the views that are chosen, as a part that is handed in: src/Arrangement.tsx is the one there is.
 * Knows: its shape. Must not know: views, the store. Who may not import views (export, briefing) gets it as a prop.
 */
import type { ComponentType } from 'react';

export interface ArrangementProps {
  /** On a stage, a miniature or a page of a document: without bars, strips and what else is for the hand. */
  readonly isStage?: boolean;
}

/** Draws the one or two views that the choices of the store around it name, in all the room of its parent. */
export type DrawsArrangement = ComponentType<ArrangementProps>;

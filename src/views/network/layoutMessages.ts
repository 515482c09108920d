/*
 * What the view and its worker say to each other.
 * Knows: the graph to lay out, the scene to paint. Must not know: who runs where.
 */
import type { Camera } from './layoutCamera.ts';
import type { LayoutGraph } from './layoutGraph.ts';
import type { PaintScene } from './drawCanvas.ts';

/** Lays a network out; a newer one takes the place of the one on its way. */
interface SettleRequest {
  readonly kind: 'settle';
  readonly run: number;
  readonly graph: LayoutGraph;
  /** Only the settled places are wanted, nothing on the way. */
  readonly isStill: boolean;
}

/** What is painted from now on. */
interface SceneRequest {
  readonly kind: 'scene';
  readonly scene: PaintScene;
}

/** A picture of the last scene, seen through the camera; a newer one takes the place of a waiting one. */
interface PaintRequest {
  readonly kind: 'paint';
  readonly paint: number;
  /** x, y per node, in layout units. */
  readonly places: Float32Array;
  readonly camera: Camera;
  /** Of the bitmap, in CSS pixels; the camera's middle is its middle. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
}

export type LayoutRequest = SettleRequest | SceneRequest | PaintRequest;

/** Where nodes are now. */
export interface PlacesReport {
  readonly kind: 'places';
  readonly run: number;
  /** x, y per node of the graph. */
  readonly places: Float32Array;
  readonly isSettled: boolean;
  /** Of the layout so far: ticks, and the time that they took. */
  readonly ticks: number;
  readonly tickingMs: number;
}

export interface PictureReport {
  readonly kind: 'picture';
  readonly paint: number;
  readonly bitmap: ImageBitmap;
  readonly camera: Camera;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type LayoutReport = PlacesReport | PictureReport;

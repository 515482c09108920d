/*
 * The part of the peers' interfaces that their pages use, so that the type checker needs none of them
 * installed.
 */
declare module 'vis-timeline/standalone' {
  export class DataSet<Item> {
    constructor(items: readonly Item[]);
    get(): Item[];
  }
  export class DataView<Item> {
    constructor(items: DataSet<Item>, options: { filter: (item: Item) => boolean });
    refresh(): void;
  }
  export class Timeline<Item> {
    constructor(container: HTMLElement, items: DataView<Item>, options: object);
    on(event: 'changed', callback: () => void): void;
  }
}

/** TimelineJS is a plain script: it leaves this behind. */
declare const TL: {
  readonly Timeline: new (
    container: HTMLElement,
    data: { readonly events: readonly object[] },
    options: object,
  ) => { on(event: 'ready', callback: () => void): void };
};

declare module 'echarts/core' {
  interface Rect {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  export type RenderItem = (
    params: { readonly coordSys: Rect },
    api: {
      value(dimension: number): number;
      coord(point: readonly number[]): number[];
      visual(name: string): string;
    },
  ) => object | undefined;
  export const graphic: { clipRectByRect(rect: Rect, within: Rect): Rect | undefined };
  export function init(container: HTMLElement): {
    on(event: 'rendered', callback: () => void): void;
    setOption(option: object): void;
  };
  export function use(parts: readonly object[]): void;
}
declare module 'echarts/charts' {
  export const CustomChart: object;
  export const ScatterChart: object;
}
declare module 'echarts/components' {
  export const DataZoomComponent: object;
  export const GridComponent: object;
}
declare module 'echarts/renderers' {
  export const CanvasRenderer: object;
}

declare module 'sigma' {
  import type { UndirectedGraph } from 'graphology';

  export class Sigma {
    constructor(graph: UndirectedGraph, container: HTMLElement);
    on(event: 'afterRender', callback: () => void): void;
  }
}

declare module 'cytoscape' {
  export default function cytoscape(options: object): {
    on(event: 'render', callback: () => void): void;
  };
}

declare module 'vis-network/standalone' {
  export class Network {
    constructor(container: HTMLElement, data: object, options: object);
    fit(options: object): void;
    on(event: 'afterDrawing', callback: () => void): void;
  }
}

declare module 'force-graph' {
  interface Node {
    readonly x: number;
    readonly y: number;
    readonly ties: number;
  }
  export default class ForceGraph {
    constructor(container: HTMLElement);
    width(px: number): this;
    height(px: number): this;
    cooldownTicks(ticks: number): this;
    nodeVal(value: (node: Node) => number): this;
    nodeLabel(field: string): this;
    nodeColor(colour: () => string): this;
    linkColor(colour: () => string): this;
    graphData(data: object): this;
    zoomToFit(durationMs: number, paddingPx: number): this;
    onRenderFramePost(callback: () => void): this;
  }
}

declare module 'crossfilter2' {
  export interface Group {
    all(): readonly { readonly key: number; readonly value: number }[];
  }
  interface Dimension<Row> {
    filterAll(): void;
    filterExact(value: number): void;
    bottom(total: number): Row[];
    group(): Group;
  }
  export default function crossfilter<Row>(rows: readonly Row[]): {
    dimension(value: (row: Row) => number): Dimension<Row>;
    dimension(values: (row: Row) => readonly number[], isArray: true): Dimension<Row>;
    groupAll(): { value(): number };
  };
}

declare module 'arquero' {
  export interface ColumnTable {
    params(values: object): ColumnTable;
    filter(expression: string): ColumnTable;
    select(column: string): ColumnTable;
    unroll(column: string): ColumnTable;
    groupby(column: string): ColumnTable;
    count(): ColumnTable;
    slice(start: number, end: number): ColumnTable;
    array(column: string): ArrayLike<number> & Iterable<number>;
    numRows(): number;
  }
  export function table(columns: Record<string, Int32Array | number[][]>): ColumnTable;
}

declare module 'apache-arrow' {
  export interface Table {
    getChild(name: string): { toArray(): Iterable<unknown> } | null;
  }
  export function tableFromArrays(arrays: Record<string, Int32Array>): Table;
}
declare module '@duckdb/duckdb-wasm' {
  import type { Table } from 'apache-arrow';

  export class VoidLogger {
    log(entry: unknown): void;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(wasmUrl: string): Promise<void>;
    connect(): Promise<{
      query(sql: string): Promise<Table>;
      insertArrowTable(table: Table, options: { name: string }): Promise<void>;
    }>;
  }
}

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

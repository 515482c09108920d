/** Bindings that the benchmark adds to each page that it measures. */
declare function benchFrame(tookMs: string): void;
declare function benchMeasure(measure: string): void;
declare function benchNetwork(news: string): void;

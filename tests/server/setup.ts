/*
 * Starts the two servers before the tests of this folder, and stops them after.
 * Knows: how they are started. Must not know: what is tested.
 */
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../scripts/clickhouse/servers.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the servers answer; the first one is the one that is asked. */
    readonly servers: readonly string[];
    readonly cluster: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  project.provide(
    'servers',
    cluster.servers.map(({ url }) => url),
  );
  project.provide('cluster', cluster.name);
  return cluster.stop;
}

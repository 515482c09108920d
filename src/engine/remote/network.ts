/*
 * Who acted with whom. Where few events match they are fetched, and the network is worked out here, whole;
 * else the database counts the pairs among the most active actors.
 * Knows: what is counted where. Must not know: how a network is measured or drawn.
 */
import type { Matching } from '../local/matching.ts';
import { best } from '../local/best.ts';
import { actingIn, type Acting, type Sources } from '../local/network/graph.ts';
import { networksFrom as networksOfSources, type Networks } from '../local/network/network.ts';
import { participationOf } from '../local/network/participation.ts';
import { standingTiesOf } from '../local/network/standing.ts';
import type { Query } from '../port.ts';
import type {
  CountedAmong,
  NeighboursAnswer,
  NeighboursQuestion,
  NetworkAnswer,
  NetworkQuestion,
} from '../port/network.ts';
import type { Interval } from '../../base/interval.ts';
import { askedRecently } from './askedRecently.ts';
import type { Fetched, RemoteHistory, Signal } from './history.ts';
import type { RemoteLimits } from './openHistory.ts';
import { askActing, askPairsAmong, askPairsOf, type Pair, type PairsScope } from './pairs.ts';
import { KEY_COLUMNS, keyIn } from './refs.ts';
import { sql, type Sql } from './sql.ts';
import { matching, namesActor, overlappingIn, where } from './where.ts';

export interface RemoteNetworks {
  network(this: void, question: NetworkQuestion, signal: Signal): Promise<NetworkAnswer>;
  neighbours(this: void, question: NeighboursQuestion, signal: Signal): Promise<NeighboursAnswer>;
}

/** Events, as fetched, and whether they are all that match. */
interface Evidence extends Fetched {
  readonly total: number;
  readonly isAll: boolean;
}

const KEPT = 4;

export function networksFrom(history: RemoteHistory, limits: RemoteLimits): RemoteNetworks {
  const { dataset, named } = history.head;
  const actorAt = new Map((dataset.actors ?? []).map(({ id }, place) => [id, place]));
  const standing = standingTiesOf(dataset, actorAt);
  const evidenceKept = askedRecently<Evidence>(KEPT);
  const networksKept = askedRecently<Networks>(KEPT);

  const conditionsOf = (query: Query, window: Interval | null): readonly Sql[] => [
    ...matching(history.vocabularies, query),
    ...(window === null ? [] : overlappingIn(history.head.extent, window)),
  ];

  /** The weightiest of the events that meet all conditions: all of them where they are few. */
  const fetchEvidence = (conditions: readonly Sql[], signal: Signal): Promise<Evidence> =>
    evidenceKept(where(conditions).text, async () => {
      const total = await history.total(conditions, signal);
      if (total <= limits.networkEvents) {
        return { ...(await history.eventsWhere(conditions, signal)), total, isAll: true };
      }
      const keys = await history.ask(
        sql`SELECT ${KEY_COLUMNS} FROM events ${where(conditions)} ORDER BY rank, ord, endMs, seat LIMIT ${limits.sampleEvents}`,
        signal,
      );
      return { ...(await history.eventsAt(keys.map(keyIn), true, signal)), total, isAll: false };
    });

  /** Networks of fetched events, or of what was counted elsewhere. */
  const networksIn = ({ columns, found }: Fetched, acting: Acting | null): Networks => {
    const sources = (): Sources => {
      const participation = participationOf(columns);
      return {
        columns,
        participation,
        standing,
        isEventless: (actor) => (named[actor] ?? 0) === 0,
        acting: acting ?? actingIn(participation),
      };
    };
    const all: Matching = () => found;
    return networksOfSources(sources, all, history.actorRanks);
  };

  /** The ties of the most active, and of those who are asked for by name. */
  const askActingAmong = async (
    scope: PairsScope,
    { ego, chain, keep, ties }: NetworkQuestion,
    signal: Signal,
  ): Promise<{ readonly acting: Acting; readonly among: number }> => {
    const counts = await askActing(history, scope, signal);
    const placeOf = (id: string | undefined): readonly number[] => {
      const place = actorAt.get(id ?? '');
      return place === undefined ? [] : [place];
    };
    const [egoActor] = placeOf(ego?.actor);
    const isTogether = ties.includes('together');
    const ofEgo =
      egoActor === undefined || !isTogether
        ? []
        : await askPairsOf(history, scope, egoActor, signal);
    const nearEgo = new Set(ofEgo.flatMap(({ a, b }) => [a, b]));
    const active = [...counts.keys()].filter((actor) => (counts[actor] ?? 0) > 0);
    const chosen = best(
      active,
      limits.networkActors,
      (a, b) =>
        Number(nearEgo.has(b)) - Number(nearEgo.has(a)) ||
        (counts[b] ?? 0) - (counts[a] ?? 0) ||
        a - b,
    );
    const named = [chain?.from, chain?.to, ...keep].flatMap(placeOf);
    const among = [
      ...new Set([...chosen, ...named, ...(egoActor === undefined ? [] : [egoActor])]),
    ];
    const pairs = isTogether ? await askPairsAmong(history, scope, among, signal) : [];
    return { acting: countedActing(counts, [...pairs, ...ofEgo]), among: chosen.length };
  };

  return {
    async network(question, signal) {
      const { query, window, mode, includesTentative } = question;
      const conditions = conditionsOf(query, window);
      const total = await history.total(conditions, signal);
      if (mode !== 'actors' || total <= limits.networkEvents) {
        const evidence = await fetchEvidence(conditions, signal);
        const key = `${where(conditions).text} ${String(includesTentative)}`;
        const networks = await networksKept(key, () => Promise.resolve(networksIn(evidence, null)));
        const answer = await networks.network(question, signal);
        return evidence.isAll
          ? answer
          : { ...answer, countedAmong: { what: 'events', total: limits.sampleEvents } };
      }
      const scope: PairsScope = { conditions, includesTentative };
      const { acting, among } = await askActingAmong(scope, question, signal);
      const networks = networksIn(await history.eventsAt([], false, signal), acting);
      const answer = await networks.network(question, signal);
      return { ...answer, countedAmong: { what: 'actors', total: among } };
    },
    async neighbours(question, signal) {
      const { actor: id, query, window, includesTentative } = question;
      const isNamed = namesActor(history.vocabularies, id);
      if (isNamed === null) return { actor: id, neighbours: [], total: 0 };
      const conditions = conditionsOf(query, window);
      const [evidence, counts] = await Promise.all([
        fetchEvidence([...conditions, isNamed], signal),
        // Who acts at all decides which lasting ties show.
        askActing(history, { conditions, includesTentative }, signal),
      ]);
      const own = actingIn(participationOf(evidence.columns));
      const networks = networksIn(evidence, { ...own, counts: () => counts });
      const answer = networks.neighbours(question);
      const among: CountedAmong = { what: 'events', total: limits.sampleEvents };
      return evidence.isAll ? answer : { ...answer, countedAmong: among };
    },
  };
}

function countedActing(counts: Uint32Array, pairs: readonly Pair[]): Acting {
  // Those of the actor in the middle may come twice.
  const once = new Map(pairs.map((pair) => [`${String(pair.a)} ${String(pair.b)}`, pair]));
  return {
    counts: () => counts,
    tiesAtMost: () => once.size,
    addTo(ties, _scope, nodeOf) {
      for (const { a, b, weight, isTentative } of once.values()) {
        const from = nodeOf[a] ?? -1;
        const to = nodeOf[b] ?? -1;
        if (from < 0 || to < 0) continue;
        ties.add({ from, to, kind: 'together', weight, isTentative, label: null });
      }
    },
  };
}

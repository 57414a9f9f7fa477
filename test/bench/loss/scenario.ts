import { eventsOf } from '../../browser/endpoint.ts';
import { type Ability, type Browser, until } from './browsers/browser.ts';
import { createScene, quiet, type Scene } from './scene.ts';

export interface Scenario {
  name: string;
  needs?: Ability[];
  /** How often one page may send an event that was taken: once, unless it has to go on, or to leave, without its answer. */
  copies?: number;
  play(scene: Scene): Promise<void>;
}

/** What came of it, as the endpoint saw it. */
export interface Outcome {
  tracked: number;
  /** Each once. */
  delivered: number;
  /** Not delivered, though tracked by a page that lived or confirmed by the browser. */
  lost: number;
  /** Not delivered: the browser was killed before it confirmed the write. */
  unconfirmed: number;
  /** Copies beyond the first. */
  duplicates: number;
  /** Events that still count twice once each id counts once. */
  doubled: number;
  requests: number;
  /** From the last fault, or the last event, to the last first copy, in ms. */
  wholeMs: number;
  notes: string[];
  /** What breaks a promise. */
  faults: string[];
}

const MINUTE_MS = 60_000;
/** No progress for so long, and what has not come will not. */
const PATIENCE_MS = 30_000;

const KEPT = `(async () => {
  const answerOf = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  let count = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await answerOf(indexedDB.open(name));
    const events = IDBKeyRange.bound(['event'], ['event', []]);
    if (database.objectStoreNames.contains('records'))
      count += await answerOf(database.transaction('records').objectStore('records').count(events));
    database.close();
  }
  return count;
})()`;

/** How often a single page sent an event that was taken. */
const mostByOnePage = ({ endpoint }: Scene): number => {
  const counts = new Map<string, number>();
  for (const one of endpoint.arrived.filter(({ kept }) => kept))
    for (const { id } of eventsOf(one)) {
      const key = `${one.query} ${id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return Math.max(0, ...counts.values());
};

/** Waits as long as something still comes. */
const untilWhole = async ({ isWhole, endpoint }: Scene) => {
  let last = -1;
  let end = 0;
  await until(() => {
    if (last !== endpoint.taken.length) {
      last = endpoint.taken.length;
      end = Date.now() + PATIENCE_MS;
    }
    return isWhole() || Date.now() > end;
  }, 10 * MINUTE_MS);
};

const score = ({ endpoint, tracked, stored, refused, killed, notes, since, browser }: Scene): Outcome => {
  const copies = new Map<number, string[]>();
  const firstAt = new Map<number, number>();
  for (const { id, props } of endpoint.taken) {
    const n = props?.n as number | undefined;
    if (n !== undefined) copies.set(n, [...(copies.get(n) ?? []), id]);
  }
  for (const one of endpoint.arrived)
    for (const { props } of eventsOf(one)) {
      const n = props?.n as number | undefined;
      if (n !== undefined && one.kept && !firstAt.has(n)) firstAt.set(n, one.at);
    }
  const missing = [...tracked].filter((n) => !copies.has(n) && !refused.has(n));
  const lost = missing.filter((n) => !killed || stored.has(n));
  const doubled = [...copies.values()].filter((ids) => new Set(ids).size > 1).length;
  const most = Math.max(0, ...[...copies.values()].map(({ length }) => length));
  const faults = [...endpoint.faults.slice(0, 3), ...browser.errors.slice(0, 3)];
  if (lost.length) faults.push(`lost: ${lost.slice(0, 10)}`);
  if (doubled) faults.push(`${doubled} doubled`);
  return {
    tracked: tracked.size,
    delivered: copies.size,
    lost: lost.length,
    unconfirmed: missing.length - lost.length,
    duplicates: [...copies.values()].reduce((sum, ids) => sum + ids.length - 1, 0),
    doubled,
    requests: endpoint.arrived.length,
    wholeMs: Math.max(0, ...[...firstAt.values()].map((at) => at - since)),
    notes: most > 1 ? [...notes, `up to ${most} copies`] : notes,
    faults,
  };
};

/**
 * Plays a scenario, mends the endpoint, lets a page of two minutes later bring all home, and looks once more with
 * another whether anything is sent again.
 */
export const playScenario = async (
  { play, copies = 1 }: Scenario,
  openBrowser: () => Promise<Browser>,
): Promise<Outcome> => {
  const scene = await createScene(openBrowser);
  const { heal, later, visit } = scene;
  try {
    await play(scene);
    await quiet(scene);
    await heal();
    later(2 * MINUTE_MS);
    const tab = await visit('/next');
    await untilWhole(scene);
    const isEmpty = await until(async () => !(await tab.run<number>(KEPT)), 15_000);
    const kept = isEmpty ? 0 : await tab.run<number>(KEPT);
    await tab.close();
    later(2 * MINUTE_MS);
    const last = await visit();
    await last.run(`funnelwire('flush')`);
    await quiet(scene);
    const outcome = score(scene);
    if (kept) outcome.faults.push(`${kept} still in the store`);
    const most = mostByOnePage(scene);
    if (most > copies) outcome.faults.push(`${most} copies of an event by one page, not ${copies}`);
    return outcome;
  } finally {
    await scene.close();
  }
};

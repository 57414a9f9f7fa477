// @vitest-environment node
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCollector } from '../../examples/collector/collector.ts';
import { seededRandom } from '../../examples/shopper/chance.ts';
import { type CollectorProcess, startProcess } from './process.ts';
import { aBatchOf, idsOf, nothingSent, type Sent, send, sendAgain, sendAll } from './senders.ts';
import { smallDisk } from './smallDisk.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 30_000 });

let dir: string;
let undo: (() => Promise<unknown>)[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'collector-'));
  undo = [];
});
afterEach(async () => {
  for (const one of undo.reverse()) await one();
  rmSync(dir, { recursive: true });
});

const start = async (...given: Parameters<typeof startProcess>): Promise<CollectorProcess> => {
  const made = await startProcess(...given);
  undo.push(() => made.kill('SIGKILL'));
  return made;
};

/** What lies in the database of a collector that is gone. */
const held = async (database: string) => {
  const heir = await createCollector({ database });
  const rows = await heir.query<{ id: string; copies: number }>('SELECT id, copies FROM events');
  await heir.close();
  return { rows: rows.length, copiesOf: new Map(rows.map(({ id, copies }) => [id, copies])) };
};

const missingOf = (sent: Sent, { copiesOf }: Awaited<ReturnType<typeof held>>) =>
  sent.taken.flatMap(idsOf).filter((id) => !copiesOf.has(id));

test('a collector killed again and again under load keeps every event it answered for, once', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9);
  const random = seededRandom(seed);
  const database = join(dir, 'funnel.duckdb');
  const sent = nothingSent();
  const ROUNDS = 4;
  for (let round = 0; round < ROUNDS; round++) {
    const collector = await start(database);
    let isOver = false;
    const sending = sendAll(collector.url, { pages: 8, make: () => aBatchOf(25), until: () => isOver, sent });
    const before = sent.taken.length;
    await vi.waitFor(() => expect(sent.taken.length).toBeGreaterThan(before), { timeout: 20_000, interval: 5 });
    await wait(random() * 1500);
    await collector.kill('SIGKILL');
    isOver = true;
    await sending;
  }
  console.log(`${ROUNDS} kills (SEED=${seed}), answers by status ${JSON.stringify(sent.statuses)}`);
  expect(missingOf(sent, await held(database))).toEqual([]);
  expect(sent.inDoubt.length).toBeGreaterThan(0); // some were cut off in the middle

  const last = await start(database);
  await sendAgain(last.url, sent, 30_000);
  await last.kill('SIGKILL');
  const kept = await held(database);
  expect(missingOf(sent, kept)).toEqual([]);
  expect(kept.rows).toBe(sent.taken.length * 25);
});

test.each([
  ['in the middle of the log', 3],
  // DuckDB gives up for good then, until its file is opened anew.
  ['in the middle of a checkpoint', 16],
])(
  'a disk full %s is answered with 503, takes nothing back, and is forgotten once there is room',
  async (_, roomMib) => {
    const small = join(dir, 'small');
    mkdirSync(small);
    const disk = await smallDisk(small, roomMib);
    undo.push(disk.remove);
    const collector = await start(join(small, 'funnel.duckdb'), [], disk.before);
    const sent = nothingSent();
    const make = () => aBatchOf(50, randomBytes(990).toString('hex'));
    const isFull = () => (sent.statuses[503] ?? 0) >= 6;
    await sendAll(collector.url, { pages: 4, make, until: isFull, sent });
    console.log(`A disk made by ${disk.kind}, answers by status ${JSON.stringify(sent.statuses)}`);
    expect(Object.keys(sent.statuses)).toEqual(['204', '503']);
    expect(sent.impolite).toBe(0);
    expect(collector.said()).toContain('Not stored');
    expect(collector.said()).not.toContain('shop.example');

    disk.free(collector.pid);
    await sendAgain(collector.url, sent, 60_000);
    const enough = sent.taken.length + 20;
    await sendAll(collector.url, { pages: 4, make, until: () => sent.taken.length > enough, sent });
    await collector.kill('SIGKILL');
    const copy = join(dir, 'copy');
    cpSync(disk.seen, copy, { recursive: true, filter: (file) => !file.endsWith('ballast') });
    const kept = await held(join(copy, 'funnel.duckdb'));
    expect(missingOf(sent, kept)).toEqual([]);
    expect(kept.rows).toBe(sent.taken.length * 50);
  },
);

test('many pages that send the same batches at once, and a kill among them, leave every event once', async () => {
  const database = join(dir, 'funnel.duckdb');
  const first = await start(database);
  const PAGES = 8;
  const batches = Array.from({ length: 12 }, () => aBatchOf(20));
  const storm = async (url: string, sent: Sent) => {
    const pages = Array.from({ length: PAGES }, async (_, page) => {
      // Each begins elsewhere, so that all mixtures of new and known meet in one transaction.
      const order = batches.map((_, index) => batches[(index + page * 3) % batches.length]!);
      for (const batch of order) await send(url, batch, sent);
    });
    await Promise.all(pages);
  };
  const cut = nothingSent();
  const cutting = storm(first.url, cut);
  await vi.waitFor(() => expect(cut.taken.length).toBeGreaterThan(5), { timeout: 20_000, interval: 5 });
  await first.kill('SIGKILL');
  await cutting;
  expect(cut.inDoubt.length).toBeGreaterThan(0);
  const before = await held(database);

  const second = await start(database);
  const whole = nothingSent();
  await storm(second.url, whole);
  await second.kill('SIGKILL');
  expect(whole.statuses).toEqual({ 204: PAGES * batches.length });
  const after = await held(database);
  expect([...after.copiesOf.keys()].sort()).toEqual(batches.flatMap(idsOf).sort());
  for (const [id, copies] of after.copiesOf) expect(copies).toBe((before.copiesOf.get(id) ?? 0) + PAGES);
});

/** A transaction ends when the disk lets it. */
const disk = vi.hoisted(() => ({ ready: Promise.resolve() }));
vi.mock('../../examples/collector/store/database.ts', async (original) => {
  const real = await original<typeof import('../../examples/collector/store/database.ts')>();
  const openDatabase: typeof real.openDatabase = async (path) => {
    const database = await real.openDatabase(path);
    return { ...database, write: (work) => database.write((on) => disk.ready.then(() => work(on))) };
  };
  return { ...real, openDatabase };
});

test('a slow disk holds answers back, what does not fit into the wait is asked to come again, and nothing is lost', async () => {
  const collector = await createCollector({ database: join(dir, 'funnel.duckdb'), maxWaiting: 2000 });
  undo.push(collector.close);
  let letGo = () => {};
  disk.ready = new Promise((resolve) => {
    letGo = resolve;
  });
  const sent = nothingSent();
  const sending = Promise.all(Array.from({ length: 60 }, () => send(collector.url, aBatchOf(100), sent)));
  // 20 of the 60 fit into 2,000 events.
  await vi.waitFor(() => expect(sent.statuses).toEqual({ 429: 40 }), { timeout: 20_000 });
  // The page is drawn from what is stored already, and does not wait for the disk.
  expect((await fetch(`${collector.url}/api/funnel`)).status).toBe(200);
  letGo();
  await sending;
  expect(sent.statuses).toEqual({ 204: 20, 429: 40 });
  expect(sent.impolite).toBe(0);
  await sendAgain(collector.url, sent, 60_000);
  expect(await collector.query('SELECT count(*) AS events, max(copies) AS most FROM events')).toEqual([
    { events: 6000, most: 1 },
  ]);
});

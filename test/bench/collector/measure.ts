import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createCollector } from '../../../examples/collector/collector.ts';
import { startProcess } from '../../collector/process.ts';
import { aBatchOf, nothingSent, type Sent, send, sendAgain, sendAll } from '../../collector/senders.ts';

export interface Load {
  seconds: number;
  /** Pages that send at once, each one batch after the other. */
  pages: number;
  /** Events in a batch. */
  size: number;
  /** Batches that come all at the same moment at the end. */
  rush: number;
}

export interface Measured {
  eventsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Of the collector's process, MiB: after the first tenth, in the middle, at the end. */
  memoryMib: [start: number, middle: number, end: number];
  sustained: Sent;
  rush: Sent;
  /** Statuses of the rush before anybody came again. */
  rushStatuses: Record<number, number>;
  memoryAfterRushMib: number;
  /** Events taken, by what senders were told. */
  taken: number;
  /** Rows there after a kill, and the most copies of one. */
  rows: number;
  copies: number;
}

const KIB = 1024;
const PATIENCE_MS = 120_000;
/** Events of a batch of the rush: heavy enough that what may wait is soon waiting. */
const RUSH_SIZE = 200;

/** What the process holds of the machine's memory, MiB. */
const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / KIB;

const quantile = (values: number[], share: number) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Loads a collector in a process of its own as many pages would, then kills it and counts what is there. */
export const measure = async ({ seconds, pages, size, rush: rushBatches }: Load): Promise<Measured> => {
  const dir = mkdtempSync(join(tmpdir(), 'collector-'));
  const database = join(dir, 'funnel.duckdb');
  const collector = await startProcess(database);
  try {
    const sustained = nothingSent();
    const startedAt = performance.now();
    const spent = () => (performance.now() - startedAt) / 1000;
    const sending = sendAll(collector.url, {
      ...{ pages, sent: sustained },
      make: () => aBatchOf(size),
      until: () => spent() >= seconds,
    });
    const memoryAt = async (share: number) => {
      await wait(Math.max(0, seconds * share - spent()) * 1000);
      return memoryOf(collector.pid);
    };
    const memoryMib: Measured['memoryMib'] = [await memoryAt(0.1), await memoryAt(0.55), await memoryAt(1)];
    await sending;
    const eventsPerSecond = (sustained.taken.length * size) / spent();

    const rush = nothingSent();
    await Promise.all(Array.from({ length: rushBatches }, () => send(collector.url, aBatchOf(RUSH_SIZE), rush)));
    const rushStatuses = { ...rush.statuses };
    await sendAgain(collector.url, rush, PATIENCE_MS);
    const memoryAfterRushMib = memoryOf(collector.pid);
    await collector.kill('SIGKILL');

    const heir = await createCollector({ database });
    const [held] = await heir.query<{ rows: number; copies: number }>(
      'SELECT count(*) AS rows, max(copies) AS copies FROM events',
    );
    await heir.close();
    return {
      ...{ eventsPerSecond, memoryMib, sustained, rush, rushStatuses, memoryAfterRushMib },
      p50Ms: quantile(sustained.answerMs, 0.5),
      p99Ms: quantile(sustained.answerMs, 0.99),
      taken: sustained.taken.length * size + rush.taken.length * RUSH_SIZE,
      rows: held!.rows,
      copies: held!.copies,
    };
  } finally {
    await collector.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  }
};

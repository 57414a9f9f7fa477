/**
 * Loads the collector: `npm run bench:collector`. SECONDS (60), PAGES (16) that send at once, SIZE (50) of their batches,
 * and RUSH (400) batches of 200 events that come at the same moment.
 */
import { measure } from './measure.ts';

const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const load = {
  seconds: given('SECONDS', 60),
  pages: given('PAGES', 16),
  size: given('SIZE', 50),
  rush: given('RUSH', 400),
};
const mib = (value: number) => `${Math.round(value)} MiB`;

const measured = await measure(load);
const { sustained, rush, memoryMib, taken, rows, copies } = measured;
const again = measured.rushStatuses[429] ?? 0;
console.log(`Sustained  ${load.pages} pages, batches of ${load.size}, ${load.seconds} s, on a disk file
  ${Math.round(measured.eventsPerSecond)} events/s, answers p50 ${Math.round(measured.p50Ms)} ms, p99 ${Math.round(measured.p99Ms)} ms, by status ${JSON.stringify(sustained.statuses)}
  memory ${memoryMib.map(mib).join(' -> ')} (start, middle, end)
Over-load  ${load.rush} batches of 200 at once
  by status ${JSON.stringify(measured.rushStatuses)}, ${again - rush.impolite} of ${again} with Retry-After; all taken on coming again; memory ${mib(measured.memoryAfterRushMib)}
Kept       ${rows} rows after a kill, ${taken} events answered for, at most ${copies} copy of one`);

const isSound =
  Object.keys(sustained.statuses).join() === '204' &&
  Object.keys(measured.rushStatuses).every((status) => ['204', '429'].includes(status)) &&
  again > 0 &&
  rush.impolite === 0 &&
  rows === taken &&
  copies === 1;
if (!isSound) {
  console.error('Not as promised.');
  process.exitCode = 1;
}

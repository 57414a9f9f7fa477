import { quantile } from '../figures.ts';
import { quiet, type Stage, until } from '../stage.ts';
import type { Subject } from '../subjects.ts';
import { cpuOf, longestTask, traced } from '../trace.ts';

type Held = { record(name: string, fields: unknown): void; flush(): void };

/** Runs in the page: one event a task, as shops tell them, and how long each call took, ms. */
const tellAll = async (count: number): Promise<number[]> => {
  const { record } = window as unknown as Held;
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const items = [{ item_id: `MUG-${n}`, item_name: 'Stoneware mug', price: 19.9, quantity: 1 }];
    const begun = performance.now();
    record('view_item', { currency: 'EUR', value: 19.9, items });
    took.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, 4));
  }
  return took;
};

/** `count` events told and delivered by a page that has started. */
export const measureEvents = async (stage: Stage, subject: Subject, slowdown: number, count: number) => {
  const { endpoint } = stage;
  const tab = await stage.open(slowdown);
  await tab.go(`/${subject}`);
  const flush = () => tab.evaluate(() => void (window as unknown as Held).flush());
  await flush();
  await quiet(stage, tab);
  const before = endpoint.arrived.length;
  const delivered = () => endpoint.events('view_item').length;
  const already = delivered();
  const begunAt = Date.now();
  let took: number[] = [];
  const slices = await traced(tab, async () => {
    took = await tab.evaluate(tellAll, count);
    await flush();
    if (subject !== 'nothing') await until('all delivered', () => delivered() - already >= count);
    await quiet(stage, tab);
  });
  const wallMs = Date.now() - begunAt;
  await tab.close();
  const bodies = endpoint.arrived.slice(before);
  return {
    medianUs: quantile(took, 0.5) * 1000,
    p99Us: quantile(took, 0.99) * 1000,
    cpuMs: cpuOf(slices),
    longestTaskMs: longestTask(slices),
    wallMs,
    requests: bodies.length,
    bytes: bodies.reduce((total, { body }) => total + body.length, 0),
  };
};

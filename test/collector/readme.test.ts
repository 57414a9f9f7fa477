// @vitest-environment node
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Collector, createCollector } from '../../examples/collector/collector.ts';
import { anEnvelope, anEvent, aStream, NOON, post } from './envelope.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const readme = readFileSync(new URL('../../examples/collector/README.md', import.meta.url), 'utf8');
const questions = [...readme.matchAll(/```sql\n-- (.*)\n([^`]*);\n```/g)].map(([, title, sql]) => ({
  title,
  sql: sql!,
}));

let collector: Collector;
beforeAll(async () => {
  collector = await createCollector({ database: ':memory:' });
  const sale = {
    ...{ currency: 'EUR', value: 25, time: Date.now() },
    items: [{ item_name: 'Mug', quantity: 2, price: 12.5 }],
  };
  const touch = { source: 'google', medium: 'cpc', time: NOON };
  const events = ['landing', 'add_to_cart', 'purchase'].map((name, index) =>
    anEvent(name, { ...sale, time: sale.time + index * 1000, source: { first: touch, last: touch } }),
  );
  await post(collector.url, anEnvelope([aStream(events)], { sent_at: Date.now() }));
});
afterAll(() => collector.close());

test('the README asks four questions', () => {
  expect(questions).toHaveLength(4);
});

test.each(questions)('the README’s question "$title" has an answer', async ({ sql }) => {
  expect(await collector.query(sql)).toHaveLength(1);
});

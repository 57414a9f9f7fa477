import { describe, expect, test, vi } from 'vitest';
import type { Draft } from '../src/event/draft.ts';
import { idbQueue } from '../src/queue/idbQueue.ts';
import { arrive, DATABASE, load, pass, receiver, settled, warnings } from './flush/page.ts';

describe('beforeSend', () => {
  test('null drops the event before it has a place', async () => {
    const { transport, events } = receiver();
    const funnel = load({ transport, beforeSend: (event) => (event.name === 'view_cart' ? null : event) });
    for (const name of ['view_item', 'view_cart', 'add_to_cart'] as const) funnel.track(name);
    await pass(200);
    expect(events().map(({ name, seq }) => [name, seq])).toEqual([
      ['view_item', 0],
      ['add_to_cart', 1],
    ]);
    expect(warnings).toEqual([]);
  });

  test('what it changes is what is told, kept and sent', async () => {
    const { transport, events } = receiver();
    const funnel = load({ transport, beforeSend: (event) => ({ ...event, value: 1, props: { plan: 'free' } }) });
    const heard = vi.fn();
    funnel.on('event', heard);
    funnel.track('add_to_cart', { value: 9, plan: 'pro' });
    await pass(200);
    expect(heard.mock.calls[0]![0]).toMatchObject({ value: 1, props: { plan: 'free' } });
    expect(events()[0]).toMatchObject({ value: 1, props: { plan: 'free' } });
  });

  test('when it throws the event is dropped, with one warning that names it', async () => {
    const { transport, names } = receiver();
    const funnel = load({
      transport,
      beforeSend: (event) => {
        if (event.name === 'view_item') throw new Error('no');
        return event;
      },
    });
    funnel.track('view_item');
    funnel.track('view_item');
    funnel.track('add_to_cart');
    await pass(200);
    expect(names()).toEqual(['add_to_cart']);
    expect(warnings.length).toBe(1);
    expect(warnings[0]).toContain('"beforeSend"');
  });

  test.each(['an event', 7, { name: '' }, { name: 42 }])('when it answers %j the event is dropped', async (answer) => {
    const { transport, batches } = receiver();
    const funnel = load({ transport, beforeSend: () => answer as Draft });
    funnel.track('add_to_cart');
    await pass(200);
    expect([batches, funnel.status().created]).toEqual([[], 0]);
  });

  test('what it sees is redacted already', () => {
    arrive('/account/ann@mail.example?token=s3cret', 'https://ann:s3cret@mail.example/?q=s3cret');
    document.title = 'ann@mail.example';
    const seen: Draft[] = [];
    load({
      beforeSend: (event) => {
        seen.push(event);
        return event;
      },
      context: () => ({ mail: 'ann@mail.example' }),
    }).track('add_to_cart', { note: 'ann@mail.example', items: [{ item_name: 'For ann@mail.example' }] });
    expect(seen.length).toBe(1);
    expect(JSON.stringify(seen)).not.toMatch(/ann|s3cret/);
    document.title = '';
  });
});

describe('context', () => {
  test('is on every event, as it is at that time', async () => {
    let variant = 'a';
    const { transport, events } = receiver();
    const funnel = load({ transport, context: () => ({ variant }) });
    funnel.track('view_item');
    variant = 'b';
    funnel.track('add_to_cart');
    await pass(200);
    expect(events().map(({ context }) => context)).toEqual([{ variant: 'a' }, { variant: 'b' }]);
  });

  test.each<[string, () => never]>([
    ['text', () => 'variant a' as never],
    ['a list', () => ['a'] as never],
    ['nothing', () => undefined as never],
    [
      'circular',
      () => {
        const circular: Record<string, unknown> = {};
        circular.self = circular;
        return circular as never;
      },
    ],
  ])('that is %s spoils no event', async (_, context) => {
    const { transport, events } = receiver();
    load({ transport, context }).track('add_to_cart');
    await pass(200);
    expect(events().map((event) => [event.name, event.context])).toEqual([['add_to_cart', undefined]]);
  });
});

test('what happens after an order has a later place than the order, also at the start of a page', async () => {
  const { transport, events } = receiver();
  const funnel = load({ transport });
  for (const name of ['view_item', 'purchase', 'add_to_cart'] as const) funnel.track(name, { transaction_id: 'N-1' });
  await pass(200);
  expect(events().map(({ name, seq }) => [name, seq])).toEqual([
    ['view_item', 0],
    ['purchase', 1],
    ['add_to_cart', 2],
  ]);
});

test('a purchase tracked in the task in which the page is left is spilled with its order', async () => {
  const funnel = load();
  funnel.track('purchase', { transaction_id: 'N-1' });
  dispatchEvent(new Event('pagehide'));
  const spills = Object.entries(localStorage).filter(([name]) => name.startsWith('funnelwire:spill:'));
  expect(spills.length).toBe(1);
  expect(spills[0]![1]).toContain('N-1');
  expect(
    JSON.parse(spills[0]![1])
      .put.map(([[kind]]: [[string]]) => kind)
      .sort(),
  ).toEqual(['event', 'order', 'stream']);
  await settled();
});

test('an order number is kept on the device as a hash only', async () => {
  const { transport } = receiver();
  load({ transport }).track('purchase', { transaction_id: 'N-1' });
  await pass(500);
  const orders = await idbQueue(DATABASE).read('order');
  expect(orders.length).toBe(1);
  expect(orders[0]).toMatch(/^[0-9a-f]{32}$/);
});

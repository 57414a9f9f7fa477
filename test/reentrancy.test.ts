import { describe, expect, test } from 'vitest';
import type { Funnel } from '../src/funnel.ts';
import { load, pass, receiver } from './flush/page.ts';

/** What a callback may do. */
const ACTS: Record<string, (funnel: Funnel) => void> = {
  track: (funnel) => funnel.track('view_cart'),
  'track a purchase': (funnel) => funnel.track('purchase', { transaction_id: 'A-1' }),
  flush: (funnel) => void funnel.flush(),
  identify: (funnel) => funnel.identify('customer-42'),
  'grant again': (funnel) => funnel.setConsent('granted'),
  'go anonymous': (funnel) => funnel.setConsent('anonymous'),
  wait: (funnel) => funnel.setConsent('pending'),
  deny: (funnel) => funnel.setConsent('denied'),
  forget: (funnel) => funnel.forget(),
  stop: (funnel) => funnel.stop(),
  'ask for all': (funnel) => void funnel.exportData(),
};

const HOOKS = ['context', 'beforeSend', 'transport', 'event', 'delivered', 'consent'] as const;

/** A page on which the callback `hook` once does `act`, in the middle of an event. */
const play = async (hook: (typeof HOOKS)[number], act: (funnel: Funnel) => void) => {
  const { transport, names, batches } = receiver();
  let left = 0;
  let funnel: Funnel | undefined;
  const errors: unknown[] = [];
  const once = () => {
    if (!funnel || left-- <= 0) return;
    try {
      act(funnel);
    } catch (error) {
      errors.push(error);
    }
  };
  const on = <T>(name: string, value: T): T => {
    if (hook === name) once();
    return value;
  };
  funnel = load({
    context: () => on('context', {}),
    beforeSend: (event) => on('beforeSend', event),
    transport: (batch, how) => on('transport', transport(batch, how)),
  });
  for (const signal of ['event', 'delivered', 'consent'] as const) funnel.on(signal, () => on(signal, undefined));
  await pass(1500); // the store has told of earlier orders
  left = 1;
  if (hook === 'consent') funnel.setConsent('anonymous');
  funnel.track('begin_checkout');
  await pass(6000);
  return { funnel, names, batches, errors };
};

describe.each(HOOKS)('a callback of %s', (hook) => {
  test.each(Object.entries(ACTS))('may %s: nothing throws, and each event is told once at most', async (_, act) => {
    const { funnel, names, batches, errors } = await play(hook, act);
    expect(errors).toEqual([]);
    expect(new Set(names()).size).toBe(names().length);
    const ids = batches.flatMap(({ streams }) => streams.flatMap(({ events }) => events.map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    const { created, acknowledged, waiting, in_doubt, dropped } = funnel.status();
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    expect(created).toBe(acknowledged + waiting + in_doubt + lost);
  });

  test.each(['deny', 'forget'])('that does "%s" leaves nothing that a later yes would tell', async (name) => {
    const { funnel, names } = await play(hook, ACTS[name]!);
    const before = names();
    expect(funnel.status()).toMatchObject({ consent: 'denied', held: 0, created: 0 });
    funnel.setConsent('granted');
    await pass(6000);
    expect(names()).toEqual(before);
  });
});

test.each(['context', 'beforeSend', 'event'] as const)(
  'what %s tracks in the middle of an event arrives',
  async (hook) => {
    const { names } = await play(hook, ACTS.track!);
    expect(names().sort()).toEqual(['begin_checkout', 'view_cart']);
  },
);

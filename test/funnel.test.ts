import { describe, expect, test, vi } from 'vitest';
import type { Attempt } from '../src/detect/attempt.ts';
import type { Detector, Report } from '../src/detect/detector.ts';
import { landing } from '../src/detect/landing.ts';
import { idbQueue } from '../src/queue/idbQueue.ts';
import type { Consent, ConsentAdapter } from '../src/visit/consent.ts';
import { NAMES } from '../src/visit/storage.ts';
import { arrive, DATABASE, load, NOON, pass, passLong, receiver, settled, unload, warnings } from './flush/page.ts';
import { busy, taken } from './flush/receiver.ts';

/** Everything this device holds, by name. */
const kept = async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...document.cookie
    .split('; ')
    .filter(Boolean)
    .map((cookie) => cookie.split('=')[0]!),
  ...(await indexedDB.databases()).map(({ name }) => name!),
];

describe('consent', () => {
  test('granted: identifiers, storage and sending', async () => {
    const { transport, batches } = receiver();
    load({ transport }).track('add_to_cart');
    await pass(200);
    expect(batches[0]!.streams[0]).toMatchObject({ visitor: expect.any(String), session: expect.any(String) });
    expect((await kept()).sort()).toEqual(['funnelwire', 'funnelwire:session', DATABASE].sort());
  });

  test('pending: nothing is stored, nothing is sent', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport, consent: 'pending', detect: [landing()] });
    funnel.track('add_to_cart');
    await funnel.flush();
    await pass(6000);
    dispatchEvent(new Event('pagehide'));
    await settled();
    expect([batches, await kept()]).toEqual([[], []]);
    expect(funnel.status()).toMatchObject({ consent: 'pending', held: 2, created: 0, stream: undefined });
  });

  test('pending: what is held is bounded, the landing goes last', async () => {
    const { transport, names } = receiver();
    const funnel = load({ transport, consent: 'pending', detect: [landing()] });
    await pass(1);
    for (let n = 0; n < 500; n++) funnel.track(n === 499 ? 'view_cart' : 'view_item');
    expect(funnel.status().held).toBeLessThanOrEqual(100);
    funnel.setConsent('granted');
    await pass(6000);
    expect([names()[0], names().at(-1)]).toEqual(['landing', 'view_cart']);
  });

  test('anonymous: sent without visitor or session, nothing stored', async () => {
    const { transport, batches, names } = receiver();
    const funnel = load({ transport, consent: 'anonymous', detect: [landing()] });
    await pass(1);
    funnel.identify('customer-42');
    funnel.track('add_to_cart');
    await pass(6000);
    dispatchEvent(new Event('pagehide'));
    await settled();
    expect(names()).toEqual(['landing', 'add_to_cart']);
    for (const { streams } of batches) expect(Object.keys(streams[0]!)).toEqual(['stream', 'ledger', 'events']);
    expect(await kept()).toEqual([]);
  });

  test('denied: nothing at all', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport, consent: 'denied', detect: [landing()] });
    const seen = vi.fn();
    funnel.on('event', seen);
    funnel.track('add_to_cart');
    await funnel.flush();
    await pass(6000);
    dispatchEvent(new Event('pagehide'));
    await settled();
    expect([batches, await kept(), seen.mock.calls]).toEqual([[], [], []]);
    expect(funnel.status()).toMatchObject({ consent: 'denied', held: 0, created: 0 });
  });

  test('a visitor who agrees after a while has landed when they did, and whence', async () => {
    arrive('/?utm_source=news&utm_medium=email');
    const { transport, events } = receiver();
    const funnel = load({ transport, consent: 'pending', detect: [landing()] });
    await pass(4000);
    funnel.setConsent('granted');
    funnel.track('add_to_cart');
    await pass(200);
    expect(events().map(({ name, time }) => [name, time])).toEqual([
      ['landing', NOON],
      ['add_to_cart', NOON + 4000],
    ]);
    expect(events()[0]!.source).toMatchObject({ first: { source: 'news' }, last: { source: 'news' } });
  });

  test('a visitor who declines leaves nothing but the decision', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport, consent: 'pending', detect: [landing()] });
    funnel.track('add_to_cart');
    funnel.setConsent('denied');
    funnel.track('add_to_cart');
    await pass(6000);
    expect([batches, await kept()]).toEqual([[], ['funnelwire:consent']]);
    funnel.setConsent('granted');
    await pass(6000);
    expect(batches).toEqual([]);
  });

  test('a visitor who withdraws leaves nothing but the decision, and what waited is told as dropped', async () => {
    const { transport, batches } = receiver(busy);
    const funnel = load({ transport });
    const dropped = vi.fn();
    funnel.on('dropped', dropped);
    funnel.track('add_to_cart');
    await pass(200);
    sessionStorage.setItem(NAMES.attempts, '{"add_to_cart":1}');
    localStorage.setItem(`${NAMES.spill}${DATABASE}:some-stream`, '{}');
    const asked = batches.length;
    funnel.setConsent('denied');
    funnel.track('view_item');
    await pass(70_000);
    expect(await kept()).toEqual(['funnelwire:consent']);
    expect(batches.length).toBe(asked);
    expect(dropped.mock.calls.map(([{ events, reason }]) => [events.length, reason])).toEqual([[1, 'consent']]);
  });

  test('an answer that comes after the withdrawal writes nothing', async () => {
    let answer!: () => void;
    const { transport } = receiver(
      () =>
        new Promise((done) => {
          answer = () => done({ retryAfterMs: 1000 });
        }),
    );
    const funnel = load({ transport });
    funnel.track('view_item');
    await pass(100);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    funnel.setConsent('denied');
    await pass(500);
    answer();
    await pass(500);
    expect(await kept()).toEqual(['funnelwire:consent']);
  });

  test('a decision in another tab counts here', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport });
    localStorage.setItem('funnelwire:consent', JSON.stringify({ consent: 'denied', epoch: 1 }));
    dispatchEvent(new StorageEvent('storage', { key: 'funnelwire:consent' }));
    funnel.track('add_to_cart');
    await pass(200);
    expect(funnel.status().consent).toBe('denied');
    expect([batches, await kept()]).toEqual([[], ['funnelwire:consent']]);
  });

  test('an adapter decides, now and whenever it changes', async () => {
    let decide!: (consent: Consent) => void;
    const adapter: ConsentAdapter = (tell) => {
      decide = tell;
      return () => {};
    };
    const { transport, names } = receiver();
    const funnel = load({ transport, consent: adapter });
    funnel.track('view_item');
    expect(funnel.status().held).toBe(1);
    decide('granted');
    await pass(6000);
    expect(names()).toEqual(['view_item']);
    decide('denied');
    await pass(200);
    expect(await kept()).toEqual(['funnelwire:consent']); // for the tabs that sleep
  });

  test('every name found on a device after a whole visit is in the list', async () => {
    const { transport, answers } = receiver(busy);
    const funnel = load({ transport });
    funnel.track('add_to_cart');
    await settled();
    funnel.track('view_cart');
    dispatchEvent(new Event('pagehide'));
    dispatchEvent(new Event('pageshow'));
    await settled();
    answers(taken);
    sessionStorage.setItem(NAMES.attempts, '{}');
    const names = await kept();
    expect(names.length).toBeGreaterThan(3);
    const known = Object.values(NAMES);
    expect(
      names.filter((name) => !known.some((each) => name === each || (each.endsWith(':') && name.startsWith(each)))),
    ).toEqual([]);
  });
});

describe('forget', () => {
  test('empties the device, tells the endpoint once under the visitor’s own id, and stays denied', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport });
    funnel.track('add_to_cart');
    await pass(200);
    const { visitor } = batches[0]!.streams[0]!;
    funnel.forget();
    funnel.track('add_to_cart');
    await pass(6000);
    expect(batches.slice(1)).toMatchObject([{ forget: visitor, streams: [] }]);
    expect(await kept()).toEqual(['funnelwire:consent']);
    expect(funnel.status().consent).toBe('denied');
  });

  test('throws nothing into the page, whatever the site’s transport does', () => {
    const funnel = load({
      transport: () => {
        throw new Error('down');
      },
    });
    expect(() => funnel.forget()).not.toThrow();
    expect(funnel.status().consent).toBe('denied');
  });

  test('of a visitor nobody knows tells the endpoint nothing', async () => {
    const { transport, batches } = receiver();
    load({ transport, consent: 'pending' }).forget();
    await pass(500);
    expect([batches, await kept()]).toEqual([[], ['funnelwire:consent']]);
  });
});

describe('track', () => {
  test.each([
    ['an empty name', ''],
    ['one too long', 'x'.repeat(41)],
    ['one that is no text', 42],
    ['nothing', undefined],
    ['an object', { toString: () => 'add_to_cart' }],
    ['a symbol', Symbol('add_to_cart')],
    ['what has no text', Object.create(null)],
    ['one with a space', 'add to cart'],
  ])('%s records nothing, and is warned of once', (_, name) => {
    const funnel = load();
    funnel.track(name as 'purchase');
    funnel.track(name as 'purchase');
    expect(funnel.status().created).toBe(0);
    expect(warnings.length).toBe(1);
    expect(warnings[0]).toContain('"track"');
  });

  test('the longest name there is, and a name of the site’s own', async () => {
    const { transport, events } = receiver();
    const funnel = load({ transport });
    funnel.track('x'.repeat(40), {});
    funnel.track('demo_booked', { plan: 'pro', value: 12 });
    await funnel.flush();
    expect(events().map(({ props, value }) => [props, value])).toEqual([
      [undefined, undefined],
      [{ plan: 'pro' }, 12],
    ]);
  });

  test('bad fields are left out, each with one warning that names it, and the event is sent', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const { transport, events } = receiver();
    const funnel = load({ transport });
    const fields = {
      ...{ value: '39.90', currency: 'euro', plan: 'pro', circular, callback: () => 1, button: document.body },
      ...{ big: 12n, tax: Number.NaN, list: Array.from({ length: 50_000 }, () => 1) },
      items: Array.from({ length: 1000 }, (_, n) => ({ item_id: n, price: '1' })),
    };
    funnel.track('add_to_cart', fields as never);
    funnel.track('add_to_cart', fields as never);
    await funnel.flush();
    expect(events()[0]).toMatchObject({ value: 39.9, props: { plan: 'pro', big: '12' } });
    expect(events()[0]!.items!.length).toBe(200);
    expect(events()[0]!.currency).toBeUndefined();
    const named = ['currency', 'circular', 'callback', 'button', 'tax', 'list'];
    expect(warnings.length).toBe(named.length);
    for (const name of named) expect(warnings.filter((text) => text.includes(`"${name}"`)).length).toBe(1);
  });

  test('an event with a hundred large fields does not stay behind for ever', async () => {
    const { transport } = receiver((batch) =>
      JSON.stringify(batch).length > 512 * 1024 ? { refused: true, reason: 'HTTP 413' } : { done: true },
    );
    const funnel = load({ transport });
    funnel.track(
      'demo',
      Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`f${n}`, 'x '.repeat(499).split(' ').concat(Array(4000).fill('yy'))]),
      ),
    );
    funnel.track('view_item');
    await pass(12_000);
    expect(funnel.status()).toMatchObject({ created: 2, acknowledged: 1, waiting: 0, dropped: { refused: 1 } });
  });
});

describe('identify', () => {
  test('names the customer on what follows, until forgotten', async () => {
    const { transport, batches } = receiver();
    const funnel = load({ transport });
    funnel.track('view_item');
    funnel.identify('customer-42');
    funnel.track('view_item');
    funnel.identify(undefined);
    funnel.track('view_item');
    await funnel.flush();
    expect(batches[0]!.streams.map(({ user, events }) => [user, events.length])).toEqual([
      [undefined, 1],
      ['customer-42', 1],
      [undefined, 1],
    ]);
  });

  test.each(['', 42, null, {}, 'x'.repeat(257)])('%j is no customer', async (user) => {
    const { transport, batches } = receiver();
    const funnel = load({ transport });
    funnel.identify(user as string);
    funnel.track('add_to_cart');
    await pass(200);
    expect(batches[0]!.streams[0]!.user).toBeUndefined();
    expect(warnings.filter((text) => text.includes('"identify"')).length).toBe(1);
  });
});

test.each(['ida@example.com', 'Ida <ida@example.com>'])('identify does not take %s, nor repeat it', async (user) => {
  const { transport, batches } = receiver();
  const funnel = load({ transport });
  funnel.identify(user);
  funnel.track('add_to_cart');
  await pass(200);
  expect(batches[0]!.streams[0]!.user).toBeUndefined();
  expect(warnings).toEqual([expect.stringMatching(/^(?!.*ida).*"identify" cannot take .*\[email\]/)]);
});

describe('on', () => {
  test('tells an attempt redacted as events are', () => {
    const { transport } = receiver();
    const tries: Report[] = [];
    const detector: Detector = (_, report) => {
      tries.push(report);
      return () => {};
    };
    const funnel = load({ transport, detect: [detector] });
    const attempt: Attempt = {
      name: 'sign_up',
      outcome: 'refused',
      why: 'ida@example.com is taken, call +49 151 12345678',
      fields: { items: [{ item_id: '7', item_name: 'Mug for ida@example.com', price: 12.5 }] },
    };
    const heard: Attempt[] = [];
    funnel.on('attempt', (told) => heard.push(told));
    tries[0]!.attempt(attempt);
    expect(heard).toEqual([
      {
        ...attempt,
        why: '[email] is taken, call [phone]',
        fields: { items: [{ item_id: '7', item_name: 'Mug for [email]', price: 12.5 }] },
      },
    ]);
    expect(funnel.status().attempts.refused).toBe(1);
  });

  test('tells an event as it will be sent, until its off', async () => {
    const { transport, events } = receiver();
    const funnel = load({ transport });
    const heard: unknown[] = [];
    const off = funnel.on('event', ({ stream, ...event }) => heard.push([stream, event]));
    funnel.track('add_to_cart', { value: 3 });
    off();
    funnel.track('view_item');
    await funnel.flush();
    expect(heard).toEqual([[funnel.status().stream, events()[0]]]);
  });

  test('a listener that throws harms neither the others nor the event', async () => {
    const { transport, names } = receiver();
    const funnel = load({ transport });
    const heard = vi.fn();
    funnel.on('event', () => {
      throw new Error('no');
    });
    funnel.on('event', heard);
    funnel.track('add_to_cart');
    await pass(200);
    expect([heard.mock.calls.length, names()]).toEqual([1, ['add_to_cart']]);
  });

  test('a listener that tracks does so', async () => {
    const { transport, names } = receiver();
    const funnel = load({ transport });
    funnel.on('event', ({ name }) => name === 'add_to_cart' && funnel.track('demo', {}));
    funnel.track('add_to_cart');
    await pass(200);
    expect(names()).toEqual(['add_to_cart', 'demo']);
  });

  test.each([
    ['nonsense', () => {}],
    ['event', 'no function'],
    ['constructor', () => {}],
  ])('%s with %s is warned of', (signal, fn) => {
    const off = load().on(signal as 'event', fn as () => void);
    expect(off).toBeTypeOf('function');
    expect(warnings.length).toBe(1);
    expect(warnings[0]).toContain('"on"');
  });
});

describe('stop', () => {
  test('lets go of the page and leaves the queue where it is', async () => {
    const { transport, batches, answers } = receiver(busy);
    const funnel = load({ transport });
    funnel.track('view_item');
    const { stream } = funnel.status();
    await settled();
    unload(funnel);
    funnel.track('view_item');
    answers(taken);
    await passLong(60_000);
    expect(batches).toEqual([]);
    expect((await idbQueue(DATABASE).read('event', 10, stream!)).length).toBe(1);
  });
});

test.each(['yes', undefined, null, 7])('setConsent(%j) changes nothing, and is warned of', (consent) => {
  const funnel = load({ consent: 'pending' });
  funnel.setConsent(consent as Consent);
  expect(funnel.status().consent).toBe('pending');
  expect(warnings.filter((text) => text.includes('"setConsent"')).length).toBe(1);
});

// @vitest-environment node
import { expect, test } from 'vitest';
import { call, createStage, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

/** Takes its time over a press, paints a large heading, and shoves it down once. */
const checkout = `<button id="pay"><span id="word">Pay as Jane Doe</span></button>
  <h1 style="font-size:90px">Checkout of everything that lies in the cart</h1>
  <script>
    pay.onclick = () => { for (const end = performance.now() + 150; performance.now() < end; ); };
    setTimeout(() => pay.after(Object.assign(document.createElement('div'), { style: 'height:300px' })), 200);
  </script>`;

test('milestones tell how the page felt so far, its end how it did in all, and an order how its checkout did', async () => {
  const { endpoint, visit } = await stage.open((url) => {
    const tag = scriptTag({ src: '/funnelwire.all.js', 'data-endpoint': url });
    return { '/pay': htmlPage(tag, checkout), '/thanks': htmlPage(tag, '<h1>Thank you</h1>') };
  });
  const told = async (name: string) => {
    await expect.poll(() => endpoint.events(name).length, PATIENCE).toBeGreaterThan(0);
    return endpoint.events(name).at(-1)!;
  };
  const tab = await visit('/pay');
  await tab.waitForTimeout(600);
  await call(tab, ['track', 'demo_booked'], ['flush']);
  const early = await told('demo_booked');
  expect(early.vitals).toEqual({ lcp: expect.any(Number), cls: expect.any(Number) });

  await tab.click('#word');
  // What an interaction took is looked at when the page is idle.
  const soFar = async () => {
    await call(tab, ['track', 'activated'], ['flush']);
    return endpoint.events('activated').at(-1)?.vitals;
  };
  await expect.poll(soFar, PATIENCE).toHaveProperty('inp');
  await visit('/thanks', tab);
  await call(tab, ['track', 'purchase', { transaction_id: 'A-1' }], ['flush']);

  const { props, stream } = await told('page_vitals');
  expect(props).toEqual({ ...early.vitals, inp: expect.any(Number), inp_target: 'button' });
  expect(props!.inp).toBeGreaterThanOrEqual(150);
  expect(props!.lcp).toBeGreaterThan(0);
  expect(props!.cls).toBeGreaterThan(0.05);
  expect(stream).toBe(early.stream);
  const purchase = await told('purchase');
  expect(purchase.checkout_vitals).toEqual(props);
  expect(purchase.stream).not.toBe(stream);
  expect(JSON.stringify(endpoint.taken)).not.toContain('Jane');
});

test('after a route of its own an application says that its vitals are those of more than one view', async () => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ src: '/funnelwire.all.js', 'data-endpoint': url }), checkout),
  }));
  const tab = await visit();
  await tab.waitForTimeout(600);
  await call(tab, ['track', 'demo_booked']);
  await tab.evaluate(`history.pushState({}, '', '/second')`);
  await call(tab, ['track', 'trial_started'], ['flush']);
  await expect.poll(() => endpoint.events('trial_started').length, PATIENCE).toBe(1);
  expect(endpoint.events('demo_booked')[0]!.vitals).not.toHaveProperty('soft');
  expect(endpoint.events('trial_started')[0]!.vitals).toMatchObject({ soft: true });
});

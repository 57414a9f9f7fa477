import { afterEach, beforeEach, vi } from 'vitest';
import type { Attempt } from '../../src/detect/attempt.ts';
import type { Detector, Finding } from '../../src/detect/detector.ts';
import type { Json } from '../../src/event/event.ts';
import { createEar } from '../../src/listen/ear.ts';
import type { Host } from '../../src/listen/host.ts';
import { createLife } from '../../src/listen/life.ts';
import type { Ears } from '../../src/signals.ts';
import { device } from '../../src/visit/storage.ts';

/** Notes of one tab, kept over `open` and `leave` as a browser would where consent allows. */
export const createNotes = (allowed = true) => {
  const notes = new Map<string, string>();
  return (name: string) => ({
    read: (): unknown => JSON.parse(notes.get(name) ?? 'null') ?? undefined,
    write: (note: Json | undefined) => {
      if (note === undefined) notes.delete(name);
      else if (allowed) notes.set(name, JSON.stringify(note));
      return allowed;
    },
  });
};

export const createEars = (): Ears => ({
  draft: createEar(),
  event: createEar(),
  attempt: createEar(),
  delivered: createEar(),
  dropped: createEar(),
  consent: createEar(),
  state: createEar(),
});

/** Shows a page, watches it with detectors, and gives what they reported. */
export const watch = (html: string, detectors: Detector[], options: Partial<Host> & { path?: string } = {}) => {
  const { path = '/', ...rest } = options;
  history.replaceState(null, '', path);
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  const life = createLife(Date.now);
  const host: Host = {
    life,
    ears: createEars(),
    device,
    state: {},
    memory: createNotes(),
    now: Date.now,
    isLanding: () => false,
    ignore: () => false,
    rules: [],
    ...rest,
  };
  const seen: Finding[] = [];
  const attempts: Attempt[] = [];
  const report = {
    milestone: (finding: Finding) => void seen.push(finding),
    attempt: (attempt: Attempt) => void attempts.push(attempt),
  };
  const stops = detectors.map((detector) => detector(host, report));
  return {
    seen,
    attempts,
    names: () => seen.map(({ name }) => name),
    stop: () => {
      for (const stop of stops) stop();
      life.stop();
    },
    leave: () => window.dispatchEvent(new Event('pagehide')),
  };
};

export const press = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();

export const answerWith = (status: number, body: unknown, type = 'application/json') =>
  Promise.resolve(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } }),
  );

/** Fake time, and a server of the shop that answers as the test says, for the tests of a file. */
export const useServer = () => {
  const server = { answer: (_url: string): Promise<Response> => Promise.reject(new TypeError('no network')) };
  const original = window.fetch;
  beforeEach(() => {
    vi.useFakeTimers();
    window.fetch = ((url: string) => server.answer(String(url))) as typeof fetch;
  });
  afterEach(() => {
    vi.useRealTimers();
    window.fetch = original;
    document.title = '';
    Reflect.deleteProperty(window, 'dataLayer');
  });
  return server;
};

/** A shop whose button asks its server by script. */
export const intercept = (url = '/cart/add', body: unknown = { product_id: 7, quantity: 2 }) =>
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    fetch(url, { method: 'POST', body: JSON.stringify(body) });
  });

export const LD =
  '<script type="application/ld+json">{"@type":"Product","name":"Mug","sku":"m-1","offers":{"price":"12.50","priceCurrency":"EUR"}}</script>';
export const PRODUCT = `${LD}<main><h1>Mug</h1><p class="price">12,50 €</p><form method="post" action="/basket"><input type="hidden" name="product_id" value="7"><input type="number" name="quantity" value="2"><button id="add">Add to cart</button></form></main>`;
export const CONFIRMATION =
  '<main><h1>Thank you for your order</h1><p>Order number: <b>A-7</b></p><table><tr><td>Total</td><td>24,90 €</td></tr></table></main>';
export const CART_OF_TWO =
  '<main><ul><li class="line"><a href="/mug">Mug</a> 2 × €9.00 <button id="more" aria-label="more">+</button><button>Remove</button></li></ul></main>';
export const badge = (count: number) => `<a href="/cart">Cart <span class="cart-count">${count}</span></a>`;

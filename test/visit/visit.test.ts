import { beforeEach, expect, test, vi } from 'vitest';
import type { Touch } from '../../src/event/event.ts';
import { createVisit, type VisitParts } from '../../src/visit/visit.ts';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2026, 10, 24, 12);
const touch = (campaign: string, source = 'news'): Touch => ({ source, medium: 'email', campaign, time: NOON });

let made: number;
beforeEach(() => {
  made = 0;
  localStorage.clear();
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=;path=/;max-age=0';
});

/** A page load at `time`. */
const load = (time: number, parts: Partial<VisitParts> = {}) =>
  createVisit({
    touch: undefined,
    time,
    createId: () => `created-${++made}`,
    known: true,
    cookieDomain: undefined,
    ...parts,
  });
const sessionAt = (visit: ReturnType<typeof load>, time: number) => visit.at(time).id;

test('pages in close succession are one session, and only the first is a landing', () => {
  const first = load(NOON);
  const next = load(NOON + 5 * MINUTE_MS);
  expect(sessionAt(next, NOON + 5 * MINUTE_MS)).toBe(sessionAt(first, NOON));
  expect([first.isLanding, next.isLanding]).toEqual([true, false]);
});

test('a visitor who comes back after half an hour begins a new session, and stays who they are', () => {
  const first = load(NOON);
  const session = sessionAt(first, NOON);
  const later = load(NOON + 31 * MINUTE_MS);
  expect(later.isLanding).toBe(true);
  expect(sessionAt(later, NOON + 31 * MINUTE_MS)).not.toBe(session);
  expect(later.visitor).toBe(first.visitor);
  expect(first.visitor).toBeTruthy();
});

test('a page left open for half an hour goes on in a new session, one kept busy does not', () => {
  const visit = load(NOON);
  const session = sessionAt(visit, NOON);
  for (let minute = 20; minute <= 80; minute += 20) expect(sessionAt(visit, NOON + minute * MINUTE_MS)).toBe(session);
  expect(sessionAt(visit, NOON + 111 * MINUTE_MS)).not.toBe(session);
});

test('a new campaign is a new visit, the same one again is not', () => {
  const first = load(NOON, { touch: touch('spring') });
  const session = sessionAt(first, NOON);
  const same = load(NOON + MINUTE_MS, { touch: touch('spring') });
  expect([same.isLanding, sessionAt(same, NOON + MINUTE_MS)]).toEqual([false, session]);
  const other = load(NOON + 2 * MINUTE_MS, { touch: touch('summer') });
  expect(other.isLanding).toBe(true);
  expect(sessionAt(other, NOON + 2 * MINUTE_MS)).not.toBe(session);
});

test('a link from elsewhere within a visit is a step of it, after half an hour it brings a new one', () => {
  Object.defineProperty(document, 'referrer', { value: 'https://pay.example/', configurable: true });
  const back = { source: 'pay.example', medium: 'referral', time: NOON };
  load(NOON, { touch: touch('spring') });
  const paid = load(NOON + MINUTE_MS, { touch: back });
  expect([paid.isLanding, paid.at(NOON + MINUTE_MS).touch.campaign]).toEqual([false, 'spring']);
  const later = load(NOON + 40 * MINUTE_MS, { touch: back });
  expect([later.isLanding, later.at(NOON + 40 * MINUTE_MS).touch.source]).toEqual([true, 'pay.example']);
  Object.defineProperty(document, 'referrer', { value: '', configurable: true });
});

test('a direct return keeps the touch that brought the visitor, and the first of all stays the first', () => {
  load(NOON, { touch: touch('spring') });
  load(NOON + 60 * MINUTE_MS, { touch: touch('summer') });
  const direct = load(NOON + 120 * MINUTE_MS);
  const record = direct.at(NOON + 120 * MINUTE_MS);
  expect([direct.isLanding, record.first.campaign, record.touch.campaign]).toEqual([true, 'spring', 'summer']);
});

test('who comes of themselves is (direct), as in GA4', () => {
  expect(load(NOON).at(NOON).touch).toMatchObject({ source: '(direct)', medium: '(none)' });
});

test('two funnels of one page, and two tabs, share the session', () => {
  const [one, two] = [load(NOON), load(NOON)];
  expect(sessionAt(two, NOON)).toBe(sessionAt(one, NOON));
  expect(two.visitor).toBe(one.visitor);
});

test('a session begun in another tab is joined', () => {
  const here = load(NOON);
  const there = load(NOON + 40 * MINUTE_MS);
  const newValue = localStorage.getItem('funnelwire:session');
  dispatchEvent(new StorageEvent('storage', { key: 'funnelwire:session', newValue }));
  const time = NOON + 41 * MINUTE_MS;
  expect(sessionAt(here, time)).toBe(sessionAt(there, time));
  here.stop();
});

test('a customer who has said who they are is known on the next page, and no more once forgotten', () => {
  load(NOON).identify('customer-42');
  const next = load(NOON + MINUTE_MS);
  expect(next.at(NOON + MINUTE_MS).user).toBe('customer-42');
  next.identify(undefined);
  expect(load(NOON + 2 * MINUTE_MS).at(NOON + 2 * MINUTE_MS).user).toBeUndefined();
});

test('the device is written to at most once a minute, and when the page is left', () => {
  const visit = load(NOON);
  const set = vi.spyOn(Storage.prototype, 'setItem');
  for (let second = 0; second < 50; second++) visit.at(NOON + second * 1000);
  expect(set).toHaveBeenCalledTimes(0);
  visit.at(NOON + 61_000);
  expect(set).toHaveBeenCalledTimes(1);
  visit.save();
  expect(set).toHaveBeenCalledTimes(2);
  set.mockRestore();
});

test('without consent to be recognised there is no id, and nothing on the device', () => {
  const visit = load(NOON, { known: false });
  expect([visit.visitor, sessionAt(visit, NOON)]).toEqual([undefined, undefined]);
  expect([localStorage.length, document.cookie]).toEqual([0, '']);
});

test.each(['{', '7', '{"id":"x"}', '{"id":"x","last":1,"first":null,"touch":null}'])(
  'a session record that is %s is none',
  (text) => {
    localStorage.setItem('funnelwire:session', text);
    const visit = load(NOON);
    expect(visit.isLanding).toBe(true);
    expect(sessionAt(visit, NOON)).toMatch(/^created-/);
  },
);

test('a cookie of the same name that is no id of ours is replaced', () => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=<script>;path=/';
  expect(load(NOON).visitor).toMatch(/^created-/);
});

test('a tab that has slept through the session of another joins it', () => {
  const here = load(NOON);
  const there = load(NOON + 40 * MINUTE_MS);
  const time = NOON + 41 * MINUTE_MS;
  expect(sessionAt(here, time)).toBe(sessionAt(there, time));
});

test('a visitor whose cookies were cleared is a new one in a new session, without a past', () => {
  const first = load(NOON, { touch: touch('spring') });
  first.identify('customer-42');
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=;path=/;max-age=0';
  const next = load(NOON + MINUTE_MS);
  const { id, user, first: touched } = next.at(NOON + MINUTE_MS);
  expect(next.visitor).not.toBe(first.visitor);
  expect([next.isLanding, user, touched.source]).toEqual([true, undefined, '(direct)']);
  expect(id).not.toBe(first.at(NOON).id);
});

test('a tab whose cookies were cleared under it takes no part in the sessions of who came after', () => {
  const here = load(NOON);
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=;path=/;max-age=0';
  const there = load(NOON + 40 * MINUTE_MS);
  const newValue = localStorage.getItem('funnelwire:session');
  dispatchEvent(new StorageEvent('storage', { key: 'funnelwire:session', newValue }));
  const time = NOON + 41 * MINUTE_MS;
  expect(sessionAt(here, time)).not.toBe(sessionAt(there, time));
  here.stop();
});

test('a cookie set by the server is taken up, and its life begins anew with each visit', () => {
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
  document.cookie = 'funnelwire=from-the-server;path=/';
  const write = vi.spyOn(document, 'cookie', 'set');
  expect(load(NOON).visitor).toBe('from-the-server');
  expect(write.mock.calls.at(-1)).toEqual([expect.stringMatching(/^funnelwire=from-the-server;.*max-age=34560000/)]);
  write.mockClear();
  load(NOON + MINUTE_MS);
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});

test('what the browser refuses is told', () => {
  expect(load(NOON).missing).toEqual([]);
  expect(load(NOON, { known: false }).missing).toEqual([]);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  vi.spyOn(document, 'cookie', 'get').mockReturnValue('');
  expect(load(NOON).missing).toEqual(['cookie', 'localStorage']);
  vi.restoreAllMocks();
});

test('a device clock set years back begins a new session, not an endless one', () => {
  const first = load(NOON);
  const session = sessionAt(first, NOON);
  const back = load(NOON - 365 * 24 * 60 * MINUTE_MS);
  expect(sessionAt(back, NOON - 365 * 24 * 60 * MINUTE_MS)).not.toBe(session);
});

import { afterEach, expect, test, vi } from 'vitest';
import { withLinks } from '../src/links.ts';

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', '/');
});

const options = { endpoint: 'https://collect.example/e', consent: 'granted' as const };

test.each([undefined, 'shop.example', ['https://shop.example/'], [7]])(
  'domains that are %j are warned of',
  (domains) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    withLinks(options, { domains: domains as string[] });
    expect(warn.mock.calls).toEqual([[expect.stringContaining('"domains"')]]);
  },
);

test('the options are the same but for what links need, and the object given is not written to', () => {
  const given = { ...options, detect: [] };
  const { detect, attribution, ...rest } = withLinks(given, { domains: ['shop.example'] });
  expect(given).toEqual({ ...options, detect: [] });
  expect(rest).toEqual(options);
  expect(detect).toHaveLength(1);
});

test.each(['', 'x', '0.', '0.%', '0.%7B%7D', `0.${'%22'.repeat(9000)}`, '__proto__.{}'])(
  'note %# is taken out of the address bar and believed by nobody',
  (note) => {
    history.replaceState({ page: 7 }, '', `/cart?id=1#funnelwire=${note}`);
    const { attribution } = withLinks(options, { domains: ['shop.example'] });
    expect([location.href, history.state]).toEqual([`${location.origin}/cart?id=1`, { page: 7 }]);
    attribution!({ url: location.href, host: 'shop.example', site: 'shop.example', time: 1, known: true }, undefined);
    expect([document.cookie, localStorage.length]).toEqual(['', 0]);
  },
);

test("a fragment of the page's own stays", () => {
  history.replaceState(null, '', '/#funnel');
  withLinks(options, { domains: ['shop.example'] });
  expect(location.hash).toBe('#funnel');
});

test('from one domain of the site to the next is a step; a campaign, or another site, is an origin', () => {
  const { attribution } = withLinks(options, { domains: ['www.shop.example'] });
  const arrive = (host: string, source: string) =>
    attribution!(
      { url: 'https://pay.example/', host, site: 'pay.example', time: 1, known: true },
      { source, medium: 'referral', time: 1 },
    )?.source;
  expect(arrive('shop.example', 'shop.example')).toBeUndefined();
  expect(arrive('eu.shop.example', 'eu.shop.example')).toBeUndefined();
  expect(arrive('shop.example', 'news')).toBe('news');
  expect(arrive('notshop.example', 'notshop.example')).toBe('notshop.example');
});

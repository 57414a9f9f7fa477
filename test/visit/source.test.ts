import { afterEach, expect, test } from 'vitest';
import { hostOf, readTouch } from '../../src/visit/source.ts';

const arrive = (path: string, referrer = '') => {
  history.replaceState(null, '', path);
  Object.defineProperty(document, 'referrer', { value: referrer, configurable: true });
  return readTouch({ url: location.href, host: hostOf(referrer), site: 'shop.example', time: 1000 });
};
afterEach(() => void arrive('/'));

test('a campaign link tells its campaign', () => {
  expect(arrive('/?utm_source=news&utm_medium=email&utm_campaign=spring&utm_term=mug&utm_content=top')).toEqual({
    source: 'news',
    medium: 'email',
    campaign: 'spring',
    term: 'mug',
    content: 'top',
    time: 1000,
  });
});

test('a campaign outweighs the page it was clicked on', () => {
  expect(arrive('/?utm_source=news', 'https://mail.example/')).toEqual({
    source: 'news',
    medium: '(not set)',
    time: 1000,
  });
});

test("another site's link is a referral, told by its host alone", () => {
  expect(arrive('/', 'https://www.blog.example/posts/7?reader=ann')).toEqual({
    source: 'blog.example',
    medium: 'referral',
    time: 1000,
  });
});

test.each([
  ['typed in', ''],
  ['a step within the page’s own host', 'http://localhost:3000/cart'],
  ['a step within the site, from its other host', 'https://www.shop.example/'],
])('%s has no source of its own', (_, referrer) => {
  expect(arrive('/', referrer)).toBeUndefined();
});

test('an address in a campaign is redacted, an endless one clipped', () => {
  expect(arrive('/?utm_source=ann%40mail.example')!.source).toBe('[email]');
  expect(arrive(`/?utm_source=${'x'.repeat(5000)}`)!.source.length).toBe(256);
});

test('of a referrer without end the host is told', () => {
  expect(arrive('/', `https://blog.example/${'x'.repeat(10_000)}?q=${'y'.repeat(10_000)}`)?.source).toBe(
    'blog.example',
  );
});

test.each([
  ['a source told twice is the first', 'utm_source=a&utm_source=b&utm_medium=email', { source: 'a', medium: 'email' }],
  ['an empty one first is told as none', 'utm_source=&utm_source=b', { source: 'blog.example', medium: 'referral' }],
  ['a medium alone is no campaign', 'utm_medium=cpc&utm_campaign=x', { source: 'blog.example', medium: 'referral' }],
  ['a name that only looks like it is none', 'UTM_SOURCE=a&utm_source[]=b', { source: 'blog.example' }],
  ['a source that is of the site itself is believed', 'utm_source=shop.example', { source: 'shop.example' }],
])('of contradictory parameters %s', (_, query, touch) => {
  expect(arrive(`/?${query}`, 'https://blog.example/')).toMatchObject(touch);
});

test.each([
  ['https://www.shop.example:8080/cart?x=1', 'shop.example'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['https://ann:secret@mail.example/', 'mail.example'],
  ['', ''],
  ['about:blank', ''],
])('the host of %j is %j', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

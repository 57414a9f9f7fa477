import { expect, test } from 'vitest';
import { type AttributionOptions, attribution } from '../src/attribution.ts';
import { hostOf, readTouch } from '../src/visit/source.ts';
import { PAYMENT_RETURNS, QUERIES, REFERRERS } from './arrivals.ts';

const arrive = (url: string, referrer = '', options: AttributionOptions = {}, known = true) => {
  const arrival = {
    url: `https://shop.example/${url}`,
    host: hostOf(referrer),
    site: 'shop.example',
    time: 1000,
    known,
  };
  return attribution(options)(arrival, readTouch(arrival));
};

const words = (text: string) => text.trim().split(/\s+/);

test('the tables hold at least 300 arrivals', () => {
  const referrers = Object.values(REFERRERS).flatMap(words);
  expect(referrers.length + words(PAYMENT_RETURNS).length + QUERIES.length).toBeGreaterThanOrEqual(300);
  expect(new Set(referrers).size).toBe(referrers.length);
});

test.each(Object.entries(REFERRERS))('referrers of the channel %s', (channel, list) => {
  for (const referrer of words(list)) {
    const touch = arrive('', referrer);
    expect(touch?.channel, referrer).toBe(channel);
    expect(touch?.source, referrer).toBe(hostOf(referrer));
  }
});

test('coming back from a payment is no origin', () => {
  for (const referrer of words(PAYMENT_RETURNS)) expect(arrive('thanks', referrer), referrer).toBeUndefined();
});

test('campaigns and click ids tell channel, source and medium, whatever the referrer', () => {
  for (const [query, channel, source, medium] of QUERIES)
    for (const referrer of ['', 'https://www.google.com/', 'https://blog.example/'])
      expect(arrive(`?${query}`, referrer), `${query} ${referrer}`).toMatchObject({ channel, source, medium });
});

test('a click id is told by its kind; itself only where asked for and allowed', () => {
  const url = `?utm_source=google&utm_medium=cpc&gclid=${'x'.repeat(500)}`;
  expect(arrive(url)).toEqual({
    time: 1000,
    source: 'google',
    medium: 'cpc',
    click_id_type: 'gclid',
    channel: 'paid_search',
  });
  expect(arrive(url, '', { clickIds: true })?.click_id).toBe('x'.repeat(200));
  expect(arrive(url, '', { clickIds: true }, false)).not.toHaveProperty('click_id');
});

test.each([
  ['utm_source=news&utm_medium=email&gclid=1', { channel: 'email', source: 'news', click_id_type: 'gclid' }],
  ['utm_source=news&utm_medium=email&gclid=1&fbclid=2', { channel: 'email', source: 'news' }],
  ['gclid=1&gclid=2', { channel: 'paid_search', source: 'google', click_id_type: 'gclid' }],
  ['utm_medium=cpc&fbclid=1', { channel: 'social', source: 'facebook', medium: 'social' }],
  ['utm_source=facebook&utm_source=google&utm_medium=cpc', { channel: 'paid_social', source: 'facebook' }],
])('of the contradictory %s a campaign is believed before a click id, and both before the referrer', (query, touch) => {
  for (const referrer of ['', 'https://www.bing.com/', `https://blog.example/${'x'.repeat(10_000)}`])
    expect(arrive(`?${query}`, referrer), referrer.slice(0, 30)).toMatchObject(touch);
});

test('own rules come first', () => {
  const rules: AttributionOptions['rules'] = [
    [/(^|\.)partner\.example /, { channel: 'partner' }],
    [/[?&]ref=staff/, { channel: 'internal' }],
    [/[?&]ref=/, { channel: 'affiliate', source: 'own-programme', medium: 'affiliate' }],
  ];
  expect(arrive('', 'https://deals.partner.example/x', { rules })).toEqual({
    time: 1000,
    source: 'deals.partner.example',
    medium: 'referral',
    channel: 'partner',
  });
  expect(arrive('?ref=staff&utm_source=google', '', { rules })).toBeUndefined();
  expect(arrive('?ref=7', '', { rules })).toMatchObject({ channel: 'affiliate', source: 'own-programme' });
});

test('direct, and steps within the site, have no origin', () => {
  expect(arrive('')).toBeUndefined();
  expect(arrive('', 'https://shop.example/cart')).toBeUndefined();
  expect(arrive('', 'https://www.shop.example/cart')).toBeUndefined();
});

test('broken and hostile arrivals are no more than a referral', () => {
  expect(arrive('', `https://${'a'.repeat(10_000)}.example/`)?.channel).toBe('referral');
  expect(arrive('?gclid', '')?.click_id_type).toBe('gclid');
  expect(arrive('?utm_source=a&utm_source=b&utm_medium=%00%ff')?.source).toBe('a');
  expect(arrive('?__proto__=1&constructor=2&includes=3')).toBeUndefined();
});

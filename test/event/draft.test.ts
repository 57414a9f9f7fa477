import { beforeEach, expect, test } from 'vitest';
import { readPage } from '../../src/event/draft.ts';

beforeEach(() => {
  history.replaceState(null, '', '/mugs?page=2&mail=a@b.example');
  document.title = 'Mugs';
});

test('a page is told without what may name somebody', () => {
  expect(readPage()).toEqual({ url: `${location.origin}/mugs?page=2`, path: '/mugs', title: 'Mugs', referrer: '' });
});

test('a page that has gone on within its document is told anew, and so is a title that came later', () => {
  readPage();
  history.pushState(null, '', '/mugs/blue');
  expect(readPage()).toMatchObject({ path: '/mugs/blue', title: 'Mugs' });
  document.title = 'Blue mug';
  expect(readPage()).toMatchObject({ path: '/mugs/blue', title: 'Blue mug' });
});

test('what is allowed is told to whom it is allowed alone', () => {
  expect(readPage(['mail']).url).toContain('mail=');
  expect(readPage().url).not.toContain('mail=');
});

test('a filter that changes one event changes no other', () => {
  readPage().title = 'changed';
  expect(readPage().title).toBe('Mugs');
});

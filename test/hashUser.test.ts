// @vitest-environment node
import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { hashUser } from '../src/hashUser.ts';

afterEach(() => vi.unstubAllGlobals());

test('it is the SHA-256 of salt and user, as any language makes it', async () => {
  const hex = createHash('sha256').update('our-salt\nida@example.com').digest('hex');
  expect(await hashUser('ida@example.com', 'our-salt')).toBe(hex);
});

test('one customer is one hash however they type it, and another under another salt', async () => {
  const one = await hashUser('ida@example.com', 'our-salt');
  expect(await hashUser(' Ida@Example.com ', 'our-salt')).toBe(one);
  expect(await hashUser('ida@example.com', 'their-salt')).not.toBe(one);
});

test('a browser without digests gets undefined, which identify takes for nobody', async () => {
  vi.stubGlobal('crypto', {});
  expect(await hashUser('ida@example.com', 'our-salt')).toBe(undefined);
});

test('where a library has put its own in the place of Array.from, which maps nothing, the hash is the same', async () => {
  const one = await hashUser('ida@example.com', 'our-salt');
  vi.spyOn(Array, 'from').mockImplementation((list: unknown) => [...(list as Iterable<unknown>)]);
  const other = await hashUser('ida@example.com', 'our-salt');
  vi.restoreAllMocks();
  expect(other).toBe(one);
});

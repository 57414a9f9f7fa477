import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { device, NAMES, parse } from '../../src/visit/storage.ts';

afterEach(() => vi.restoreAllMocks());

/** The rows of the table in docs/privacy.md: name, where, what, why, how long. */
const rows = readFileSync('docs/privacy.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `funnelwire'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const WHERE = {
  consent: 'localStorage',
  visitor: 'cookie',
  session: 'localStorage',
  state: 'localStorage',
  attempts: 'sessionStorage',
  order: 'cookie',
  spill: 'localStorage',
  database: 'IndexedDB',
};

test.each(Object.entries(NAMES))(
  'the %s name is described in the documentation: where, what, why and how long',
  (kind, name) => {
    const [row, ...more] = rows.filter(([cell]) => cell!.startsWith(`\`${name}\``));
    expect(more).toEqual([]);
    expect(row!.length).toBe(5);
    for (const cell of row!) expect(cell.length).toBeGreaterThan(5);
    expect(row![1]).toContain(WHERE[kind as keyof typeof NAMES]);
  },
);

test('the documentation describes no name that is not used', () => {
  expect(rows.length).toBe(Object.keys(NAMES).length);
});

test('storage that is refused answers as if it were empty', () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const)
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
  expect(device.get('a')).toBeUndefined();
  expect(device.set('a', 'b')).toBe(false);
  expect(() => device.remove('a')).not.toThrow();
});

test('storage says what it took', () => {
  expect(device.set('funnelwire:spill:a', '1')).toBe(true);
  expect(device.get('funnelwire:spill:a')).toBe('1');
  expect(device.names('funnelwire:spill:')).toEqual(['funnelwire:spill:a']);
  device.remove('funnelwire:spill:a');
  expect(device.names('funnelwire:')).toEqual([]);
});

test.each([undefined, null, '', '{', 'undefined'])('%j is no record', (text) => {
  expect(Object.keys(parse(text) ?? {})).toEqual([]);
});

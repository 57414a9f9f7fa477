import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Consent, type ConsentAdapter, type ConsentGate, createConsent } from '../../src/visit/consent.ts';

const RECORD = 'funnelwire:consent';
let gates: ConsentGate[] = [];
beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const gate of gates) gate.stop();
  gates = [];
});

/** A consent platform that knows at once. */
const says =
  (consent: Consent): ConsentAdapter =>
  (decide) => {
    decide(consent);
    return () => {};
  };

const load = (initial: Parameters<typeof createConsent>[0]) => {
  const onChange = vi.fn();
  const gate = createConsent(initial, onChange);
  gates.push(gate);
  return { gate, onChange };
};
const record = () => JSON.parse(localStorage.getItem(RECORD)!) as unknown;
const otherTabDecides = (consent: Consent, epoch: number, key: string | null = RECORD) => {
  localStorage.setItem(RECORD, JSON.stringify({ consent, epoch }));
  dispatchEvent(new StorageEvent('storage', { key }));
};

test.each(['granted', 'pending', 'anonymous', 'denied'] as const)(
  "the site's %s stands until the visitor decides",
  (mode) => {
    const { gate } = load(mode);
    expect(gate.now()).toEqual({ consent: mode, epoch: 0 });
    expect(localStorage.length).toBe(0);
  },
);

test('a decision leaves one record, without an id, and outweighs the option on the next page', () => {
  load('pending').gate.decide('denied');
  expect(record()).toEqual({ consent: 'denied', epoch: 1 });
  expect(load('granted').gate.now()).toEqual({ consent: 'denied', epoch: 1 });
});

test('each decision begins a new epoch, the same one again does not', () => {
  const { gate, onChange } = load('pending');
  for (const consent of ['granted', 'granted', 'denied', 'granted'] as const) gate.decide(consent);
  expect(gate.now().epoch).toBe(3);
  expect(onChange.mock.calls).toEqual([
    ['granted', 'pending'],
    ['denied', 'granted'],
    ['granted', 'denied'],
  ]);
});

test.each([RECORD, null])('a decision in another tab is heard (storage event of key %s)', (key) => {
  const { gate, onChange } = load('granted');
  otherTabDecides('denied', 1, key);
  expect(gate.now()).toEqual({ consent: 'denied', epoch: 1 });
  expect(onChange).toHaveBeenCalledExactlyOnceWith('denied', 'granted');
});

test('an older decision than the one that stands is not heard', () => {
  const { gate } = load('pending');
  gate.decide('granted');
  gate.decide('denied');
  otherTabDecides('granted', 1);
  expect(gate.now()).toEqual({ consent: 'denied', epoch: 2 });
});

test('a page that slept through a decision learns of it when it asks, and decides after it', () => {
  const { gate } = load('pending');
  localStorage.setItem(RECORD, JSON.stringify({ consent: 'denied', epoch: 4 }));
  gate.refresh();
  expect(gate.now()).toEqual({ consent: 'denied', epoch: 4 });
  localStorage.setItem(RECORD, JSON.stringify({ consent: 'denied', epoch: 7 }));
  gate.decide('granted');
  expect(record()).toEqual({ consent: 'granted', epoch: 8 });
});

test.each(['{', '"granted"', '{"consent":"sure","epoch":9}', '{"consent":"granted"}'])('%s is no decision', (text) => {
  localStorage.setItem(RECORD, text);
  expect(load('pending').gate.now()).toEqual({ consent: 'pending', epoch: 0 });
});

test('an adapter is pending until it speaks, and leaves no record', () => {
  let decide!: (consent: Consent) => void;
  const stop = vi.fn();
  const { gate, onChange } = load((tell) => {
    decide = tell;
    return stop;
  });
  expect(gate.now().consent).toBe('pending');
  decide('granted');
  decide('granted');
  decide('denied');
  expect(onChange.mock.calls).toEqual([
    ['granted', 'pending'],
    ['denied', 'granted'],
  ]);
  expect(localStorage.length).toBe(0);
  gate.stop();
  expect(stop).toHaveBeenCalledTimes(1);
});

test('an adapter outweighs an earlier record at the start of a page', () => {
  localStorage.setItem(RECORD, JSON.stringify({ consent: 'denied', epoch: 2 }));
  expect(load(says('granted')).gate.now().consent).toBe('granted');
});

test('an adapter that takes back what was granted, on this page or an earlier one, leaves a record for who sleeps', () => {
  localStorage.setItem('funnelwire:session', '{}');
  const asleep = load('granted');
  load(says('denied'));
  expect(record()).toEqual({ consent: 'denied', epoch: 1 });
  asleep.gate.refresh();
  expect(asleep.onChange).toHaveBeenCalledExactlyOnceWith('denied', 'granted');
});

test('an adapter that says again what this device goes by leaves no other epoch', () => {
  localStorage.setItem('funnelwire:session', '{}');
  load(says('granted'));
  expect(record()).toBe(null);
  localStorage.clear();
  localStorage.setItem(RECORD, JSON.stringify({ consent: 'denied', epoch: 4 }));
  expect(load(says('denied')).gate.now()).toEqual({ consent: 'denied', epoch: 4 });
  expect(load(says('granted')).gate.now()).toEqual({ consent: 'granted', epoch: 5 });
  expect(record()).toEqual({ consent: 'granted', epoch: 5 });
});

test.each<[string, Parameters<typeof createConsent>[0]]>([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['says nonsense', says('maybe' as Consent)],
])('an adapter that %s leaves consent pending', (_, adapter) => {
  expect(load(adapter).gate.now().consent).toBe('pending');
});

test('where storage is refused a decision holds for its page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });
  const { gate } = load('pending');
  gate.decide('granted');
  expect(gate.now().consent).toBe('granted');
  vi.restoreAllMocks();
});

test('after its stop a gate hears no tab any more', () => {
  const { gate, onChange } = load('granted');
  gate.stop();
  otherTabDecides('denied', 1);
  expect(onChange).not.toHaveBeenCalled();
});

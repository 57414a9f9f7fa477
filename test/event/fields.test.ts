import { expect, test } from 'vitest';
import { toFields } from '../../src/event/fields.ts';

/** What became of the input, and which fields were complained of. */
const read = (input: unknown) => {
  const complaints: string[] = [];
  const fields = toFields(input, (field) => complaints.push(field));
  return { fields, complaints };
};

const circular = () => {
  const node: Record<string, unknown> = {};
  node.self = node;
  return node;
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test.each([
  ['circular', circular()],
  ['huge', Array.from({ length: 100_000 }, (_, at) => at)],
  ['a function', () => 1],
  ['a DOM node', document.createElement('b')],
  ['the document', document],
  ['NaN', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
  ['a revoked proxy', revoked()],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
  ],
  [
    'a toJSON that throws',
    {
      toJSON: () => {
        throw new Error('no');
      },
    },
  ],
  [
    'an object with a getter that throws',
    {
      get deep() {
        throw new Error('no');
      },
    },
  ],
])('a field that is %s is left out with one complaint, and the rest is kept', (_, bad) => {
  expect(read({ value: 5, currency: 'EUR', bad, plan: 'pro' })).toEqual({
    fields: { value: 5, currency: 'EUR', props: { plan: 'pro' } },
    complaints: ['bad'],
  });
});

test('a field whose getter throws is left out with one complaint, and the rest is kept', () => {
  const input = {
    value: 5,
    get bad() {
      throw new Error('no');
    },
    plan: 'pro',
  };
  expect(read(input)).toEqual({ fields: { value: 5, props: { plan: 'pro' } }, complaints: ['bad'] });
});

test.each([
  [
    'a proxy that tells no keys',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
  ],
  ['a revoked proxy', revoked()],
])('fields that are %s are none, with one complaint', (_, input) => {
  expect(read(input)).toEqual({ fields: {}, complaints: ['fields'] });
});

test.each([undefined, null, 7, true])('fields that are %s are none', (input) => {
  expect(read(input)).toEqual({ fields: {}, complaints: [] });
});

test('a big integer is told as text, a date as ISO 8601', () => {
  const { fields, complaints } = read({ big: 12n, when: new Date(0) });
  expect(fields).toEqual({ props: { big: '12', when: '1970-01-01T00:00:00.000Z' } });
  expect(complaints).toEqual([]);
});

test('a circle is given up after a few turns, however wide they are', () => {
  let reads = 0;
  const wide: Record<string, unknown> = {};
  for (let at = 0; at < 100; at++)
    Object.defineProperty(wide, `w${at}`, { enumerable: true, get: () => reads++ && wide });
  expect(read({ wide, plan: 'pro' })).toEqual({ fields: { props: { plan: 'pro' } }, complaints: ['wide'] });
  expect(reads).toBeLessThan(5000);
});

test('what tells itself as a list is one', () => {
  const tags = { toJSON: () => ['a', { by: 'ann@mail.example' }] };
  expect(read({ tags })).toEqual({ fields: { props: { tags: ['a', { by: '[email]' }] } }, complaints: [] });
});

test('in a list, what is nothing, a symbol, or a function is null', () => {
  expect(read({ tags: [1, undefined, Symbol('no'), () => 1] }).fields).toEqual({
    props: { tags: [1, null, null, null] },
  });
});

test('what is deep inside a field and no JSON goes alone, named', () => {
  expect(read({ plan: { name: 'pro', callback: () => 1, seats: 3 } })).toEqual({
    fields: { props: { plan: { name: 'pro', seats: 3 } } },
    complaints: ['callback'],
  });
});

test('amounts told as text are numbers', () => {
  expect(read({ value: '39.90', tax: '0', items: [{ item_id: 7, price: '12.50', quantity: '2' }] }).fields).toEqual({
    value: 39.9,
    tax: 0,
    items: [{ item_id: '7', price: 12.5, quantity: 2 }],
  });
});

test.each(['12,50 €', '', '  ', true, null, [12], { amount: 12 }])('a value of %j is never guessed at', (value) => {
  expect(read({ value, currency: 'EUR' })).toEqual({ fields: { currency: 'EUR' }, complaints: ['value'] });
});

test.each([
  ['eur', 'EUR'],
  ['Usd', 'USD'],
  ['JPY', 'JPY'],
])('currency %s is %s', (told, expected) => {
  expect(read({ currency: told })).toEqual({ fields: { currency: expected }, complaints: [] });
});

test.each(['euro', '€', 'EU', 978, {}])('currency %j is left out, the amount kept', (currency) => {
  expect(read({ currency, value: 12 })).toEqual({ fields: { value: 12 }, complaints: ['currency'] });
});

test('of a thousand items the first two hundred are kept', () => {
  const items = Array.from({ length: 1000 }, (_, at) => ({
    item_id: `sku-${at}`,
    item_name: 'A mug of some name',
    price: 1,
  }));
  const { fields } = read({ items, value: 1000 });
  expect(fields.value).toBe(1000);
  expect(fields.items).toEqual(items.slice(0, 200));
});

test.each(['none', 5, { item_id: 'a' }])('items that are %j are left out', (items) => {
  expect(read({ items, value: 1 })).toEqual({ fields: { value: 1 }, complaints: ['items'] });
});

test('an item keeps what is scalar', () => {
  const item = { item_id: 'a', price: 2, color: 'red', gift: true, tags: ['x'], item_variant: null };
  expect(read({ items: [item] }).fields).toEqual({ items: [{ item_id: 'a', price: 2, color: 'red', gift: true }] });
});

test('a site cannot shadow what belongs to the event itself', () => {
  expect(read({ id: 'x', seq: 9, time: 1, props: { value: 'high' } }).fields).toEqual({
    props: { id: 'x', seq: 9, time: 1, value: 'high' },
  });
});

test('hostile keys pollute no prototype', () => {
  const hostile = '{"polluted":"yes"}';
  const text = `{"__proto__":${hostile},"constructor":{"prototype":${hostile}},"props":{"__proto__":${hostile}},"items":[{"__proto__":${hostile},"item_id":"a"}],"deep":{"__proto__":${hostile}}}`;
  const { fields } = read(JSON.parse(text));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(fields.items![0]!.polluted).toBeUndefined();
  expect(fields.props!.polluted).toBeUndefined();
});

test('text is clipped and loses e-mail addresses, however deep', () => {
  const { fields } = read({ note: 'x'.repeat(100_000), deep: { said: ['ann@mail.example'] } });
  expect(fields.props).toEqual({ note: 'x'.repeat(1024), deep: { said: ['[email]'] } });
});

test('the object handed in is never written to', () => {
  const given = Object.freeze({ currency: 'eur', items: Object.freeze([Object.freeze({ item_id: 1 })]) });
  expect(read(given).fields).toEqual({ currency: 'EUR', items: [{ item_id: '1' }] });
});

test.each([
  ['email', 'none'],
  ['customerName', 'Jane Doe'],
  ['delivery_address', { line: '1 Mill Lane' }],
  ['Phone', 5551234],
  ['postal_code', 'AB1 2CD'],
  ['password', 'hunter2'],
  ['search_term', 'a gift for jane'],
  ['of 4915112345678', 1],
  ['jane@mail.example', 1],
  ['jane%40mail.example', 1],
])('a field named %j is left out, with its value, unless the site allows it', (name, value) => {
  expect(read({ plan: 'pro', [name]: value })).toEqual({ fields: { props: { plan: 'pro' } }, complaints: [name] });
  const deep = read({ deep: { plan: 'pro', [name]: value } });
  expect(deep).toEqual({ fields: { props: { deep: { plan: 'pro' } } }, complaints: ['deep'] });
  const { search_term, props } = toFields({ [name]: value }, () => {}, [name]);
  expect(search_term ?? Object.values(props!)[0]).toEqual(value);
});

test('that there is an address, a telephone or consent to mail may be told', () => {
  const given = { has_phone: true, email_opt_in: false, zip: null };
  expect(read(given)).toEqual({ fields: { props: given }, complaints: [] });
});

test("what looks like a card, a telephone or a token is no product's or order's number in a field of the site's own", () => {
  const looks = {
    a: '4111 1111 1111 1111',
    b: '5551234567',
    c: '9f86d081884c7d65',
    d: 4111111111111111,
    e: 378282246310005,
  };
  const hidden = { a: '[card]', b: '[phone]', c: '[token]', d: '[card]', e: '[card]' };
  expect(read(looks).fields.props).toEqual(hidden);
  expect(read({ deep: [looks] }).fields.props).toEqual({ deep: [hidden] });
  expect(toFields({ ...looks, deep: looks }, () => {}, ['a', 'b', 'c', 'd', 'e']).props).toEqual({
    ...looks,
    deep: looks,
  });
  expect(toFields({ deep: [looks] }, () => {}, ['deep']).props).toEqual({ deep: [looks] });
});

test('an item, an order and a time keep their numbers', () => {
  const given = {
    transaction_id: '4111111111111111',
    items: [{ item_id: '39398912389210', item_variant: '9f86d081884c7d659a2f', sku: '0049151123456' }],
    props: { at: 1_764_111_111_111 },
  };
  expect(read(given).fields).toEqual(given);
});

test('where a script has put toJSON on the prototype of arrays, lists are lists', () => {
  const prototype = Array.prototype as { toJSON?: unknown };
  prototype.toJSON = () => 'a list';
  try {
    expect(read({ items: [{ item_id: 'a' }], tags: ['x'] }).fields).toEqual({
      items: [{ item_id: 'a' }],
      props: { tags: ['x'] },
    });
  } finally {
    delete prototype.toJSON;
  }
});

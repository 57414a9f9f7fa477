import { SHOP } from './shop.client.js';

// How the app asks its server, and what it makes of the answers.
export const { traits, paths, acts, base, units, fee } = SHOP;
export const { words } = traits;
export const root = document.querySelector('#root');
root.busy = 0;
const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/json' };

const fill = (path, args) => {
  const rest = { ...args };
  const filled = path.replace(/:(\w+)/g, (_, name) => {
    delete rest[name];
    return encodeURIComponent(args[name]);
  });
  return [filled, rest];
};

export class Refused extends Error {}

const WIRES = {
  rest: async (name, args) => {
    const { method, path } = acts[name];
    const [filled, rest] = fill(path, args);
    const query = method === 'GET' && Object.keys(rest).length ? `?${new URLSearchParams(rest)}` : '';
    const sent = method === 'GET' || method === 'DELETE' ? {} : { headers: JSON_TYPE, body: JSON.stringify(rest) };
    const answer = await fetch(`${base}/api${filled}${query}`, { method, ...sent });
    const body = await answer.json();
    if (!answer.ok || body.success === false) throw new Refused(body.message ?? body.error.message);
    return body.cart?.id ? body.cart : (body.data ?? body);
  },
  graphql: async (name, variables) => {
    const { operation: operationName, query, field } = acts[name];
    const body = JSON.stringify({ operationName, query, variables });
    const { data, errors } = await (
      await fetch(`${base}/graphql`, { method: 'POST', headers: JSON_TYPE, body })
    ).json();
    const [error] = errors ?? data[field]?.userErrors ?? [];
    if (error) throw new Refused(error.message);
    return data[field].cart?.id ? data[field].cart : data[field];
  },
  rpc: async (name, args) => {
    const { procedure, method } = acts[name];
    const sent = JSON.stringify({ 0: { json: args } });
    const [{ result, error }] = await (method === 'GET'
      ? fetch(`${base}/rpc/${procedure}?batch=1&input=${encodeURIComponent(sent)}`)
      : fetch(`${base}/rpc/${procedure}?batch=1`, { method: 'POST', headers: JSON_TYPE, body: sent })
    ).then((answer) => answer.json());
    if (error) throw new Refused(error.json.message);
    return result.data.json;
  },
  action: async (name, args) => {
    const { method, action } = acts[name];
    const answer =
      method === 'GET'
        ? await fetch(`/flight/${name}?${new URLSearchParams({ ...args, _rsc: '1ab' })}`, { headers: { rsc: '1' } })
        : await fetch(location.href, {
            method: 'POST',
            headers: { accept: 'text/x-component', 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
            body: JSON.stringify(Object.values(args)),
          });
    const told = JSON.parse(/^1:(.*)$/m.exec(await answer.text())[1]);
    if (typeof told === 'string') throw new Refused(told);
    return told ?? {};
  },
};

/** The cart that lives in the page alone: the server is asked for its goods, and told of the order. */
export const kept = {
  read: () => JSON.parse(localStorage.getItem('app-state') ?? '[]'),
  write: (lines) => localStorage.setItem('app-state', JSON.stringify(lines)),
};

export const ask = async (name, args = {}) => {
  root.busy++;
  try {
    return await (WIRES[traits.wire] ?? WIRES.rest)(name, args);
  } finally {
    root.busy--;
  }
};

const MINOR = {
  minor: (told) => told,
  decimal: (told) => Math.round(Number(told) * units),
  number: (told) => Math.round(told * units),
  object: ({ amount }) => Math.round(Number(amount) * units),
  cents: ({ centAmount }) => centAmount,
};
const toMinor = MINOR[traits.money];

const toLine = (told) => {
  if (told.variant) {
    const { id, title, price, product } = told.variant;
    const { name, slug } = product;
    return { id: told.id, variantId: id, name, slug, size: title, price: toMinor(price), quantity: told.quantity };
  }
  const { line_id: id, variant_id: variantId, title: name, slug, variant_title: size, unit_price, quantity } = told;
  return { id, variantId, name, slug, size, price: toMinor(unit_price), quantity };
};
export const toLines = (told) => {
  const list = told[traits.nouns[1]];
  return (list.edges?.map(({ node }) => node) ?? list).map(toLine);
};
export const toOrder = (told) => ({
  id: told.id,
  number: told.number ?? told.order_number,
  at: (told.createdAt ?? told.created_at).slice(0, 10),
  lines: toLines(told),
  total: toMinor(told.total),
});
export const toProduct = ({ id, name, slug, variants }) => ({
  ...{ id, name, slug },
  variants: variants.map((variant) => ({ ...variant, price: toMinor(variant.price) })),
});

const STATE = document.querySelector('#__STATE__');
export const known = (SHOP.products ?? (STATE && JSON.parse(STATE.textContent).props.pageProps.products))?.map(
  toProduct,
);

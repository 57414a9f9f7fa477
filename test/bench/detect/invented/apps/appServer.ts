import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Origins } from '../../platform.ts';
import { inline, slowly, unitsOf } from '../../spa.ts';
import { acts } from './acts.ts';
import type { AppGoods } from './appGoods.ts';
import type { AppPaths } from './appPaths.ts';
import type { AppTraits } from './appTraits.ts';
import { type Args, type Outcome, shopCoreFor } from './shopCore.ts';

/** The modules of the app's script, as they stand beside this file. */
const moduleOf = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** Answers as the app's wire has it. */
const createApi = (traits: AppTraits, act: (name: string, args: Args) => Outcome) => {
  const { wrap, refusal } = traits;
  const asks = Object.entries(acts(traits));
  const api = new Hono();
  api.use(slowly(traits.delayMs));
  const refuse = (c: Context, message: string) =>
    refusal === 'status' ? c.json({ message, code: 'CONFLICT' }, 409) : c.json({ success: false, error: { message } });
  const isCart = (value: unknown) => 'currency' in Object(value) && !('shipping' in Object(value));
  const rest = (c: Context, outcome: Outcome) => {
    if ('refused' in outcome) return refuse(c, outcome.refused);
    const { value } = outcome;
    if (wrap === 'data') return c.json({ data: value });
    return c.json((wrap === 'cart' && isCart(value) ? { cart: value } : value) as object);
  };
  for (const [name, { method, path }] of asks)
    api.on(method, `/api${path}`, async (c) => {
      const body = method === 'GET' || method === 'DELETE' ? {} : await c.req.json();
      return rest(c, act(name, { ...c.req.query(), ...c.req.param(), ...body }));
    });
  api.post('/graphql', async (c) => {
    const { operationName, variables } = await c.req.json();
    const [name, { field, method }] = asks.find(([, { operation }]) => operation === operationName)!;
    const outcome = act(name, variables);
    if (method === 'GET') return c.json({ data: { [field]: 'value' in outcome ? outcome.value : null } });
    if ('refused' in outcome) {
      const { refused: message } = outcome;
      return refusal === 'status'
        ? c.json({ data: { [field]: null }, errors: [{ message, path: [field] }] })
        : c.json({ data: { [field]: { cart: null, userErrors: [{ field: ['lines'], message }] } } });
    }
    const { value } = outcome;
    return c.json({ data: { [field]: { ...(isCart(value) ? { cart: value } : (value as object)), userErrors: [] } } });
  });
  api.all('/rpc/:procedure', async (c) => {
    const [name, { method }] = asks.find(([, { procedure }]) => procedure === c.req.param('procedure'))!;
    const sent = method === 'GET' ? JSON.parse(c.req.query('input') ?? '{}') : await c.req.json();
    const outcome = act(name, sent[0].json);
    if ('value' in outcome) return c.json([{ result: { data: { json: outcome.value } } }]);
    const error = { json: { message: outcome.refused, code: -32009, data: { code: 'CONFLICT', httpStatus: 409 } } };
    return c.json([{ error }], 409);
  });
  api.get('/flight/:name', (c) => {
    const outcome = act(c.req.param('name'), c.req.query());
    const row = 'value' in outcome ? outcome.value : null;
    return c.text(`1:${JSON.stringify(row)}\n0:{"b":"d41a","f":[]}\n`, 200, { 'content-type': 'text/x-component' });
  });
  const action = async (c: Context) => {
    const [name] = asks.find(([, ask]) => ask.action === c.req.header('next-action'))!;
    const names =
      acts(traits)
        [name]!.query.match(/\$\w+(?=:)/g)
        ?.map((one) => one.slice(1)) ?? [];
    const args = (await c.req.json()) as unknown[];
    const outcome = act(name, Object.fromEntries(names.map((one, at) => [one, args[at]])));
    // What the page is to show comes with the tree; the action itself says little.
    const told =
      'refused' in outcome
        ? outcome.refused
        : traits.answer === 'word' && !/create|place/.test(name)
          ? null
          : outcome.value;
    const text = `0:{"a":"$@1","f":"","b":"d41a"}\n1:${JSON.stringify(told)}\n`;
    return c.text(text, 200, { 'content-type': 'text/x-component' });
  };
  return { api, action };
};

/** The app's page, the same for every route, its script, and what that asks. */
export const appServerFor = (traits: AppTraits, goods: AppGoods, paths: AppPaths, tag: string, origins: Origins) => {
  const { act, products } = shopCoreFor(traits, goods, paths);
  const { api, action } = createApi(traits, act);
  const config = {
    ...{ traits, paths, acts: acts(traits), fee: goods.fee, units: unitsOf(traits.currency) },
    base: traits.host === 'api' && traits.wire !== 'action' ? origins.api : '',
    products: traits.source === 'bundle' ? products : undefined,
  };
  const state =
    traits.source === 'state' ? inline({ props: { pageProps: { products } }, page: '/', buildId: 'k2' }) : '';
  const page = `<!doctype html><html lang="${traits.locale}"><head><meta charset="utf-8"><title>Haus &amp; Hafen</title>${tag}</head>
<body><div id="root"></div>${state && `<script id="__STATE__" type="application/json">${state}</script>`}
<script type="module" src="/assets/app.client.js"></script></body></html>`;
  const shop = new Hono();
  shop.get('/assets/:name', (c) => {
    const name = c.req.param('name');
    const script = name === 'shop.client.js' ? `export const SHOP = ${JSON.stringify(config)};` : moduleOf(name);
    return c.text(script, 200, { 'content-type': 'text/javascript' });
  });
  if (traits.host === 'shop' || traits.wire === 'action') shop.route('/', api);
  shop.post('*', slowly(traits.delayMs), action);
  shop.get('*', (c) => c.html(page));
  const other = new Hono();
  other.use(cors());
  other.route('/', api);
  return { shop, api: other };
};

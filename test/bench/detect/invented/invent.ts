import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import { add, createCarts, follow, type Line, optional, order, type Product, pieces, step, sumOf } from '../parts.ts';
import type { Origins, Platform, Step, Truth } from '../platform.ts';
import { byName, unitsOf } from '../spa.ts';
import { clientFor } from './client.ts';
import { all, count, type Goods, goodsFor, NUMBER } from './goods.ts';
import { pagesFor } from './pages.ts';
import { type Paths, pathsFor, stationOf } from './paths.ts';
import { drawTraits, leadsOn, type Traits } from './traits.ts';

interface Visit {
  lines: Line[];
  sold: Line[];
  notice?: string | undefined;
}

const serverFor = (traits: Traits, goods: Goods, paths: Paths, tag: string) => {
  const app = new Hono();
  const { words, currency } = traits;
  const pages = pagesFor(traits, goods, paths);
  const visitOf = createCarts<Visit>(() => ({ lines: [], sold: [] }));
  const byId = (id: string) => all(goods).find((one) => one.id === id)!;
  /** A cart that lives in the page comes along as a cookie. */
  const keep = (c: Context, lines: Line[]) => {
    visitOf(c).lines = lines;
    const kept = JSON.stringify(lines.map(({ product: { id }, quantity }) => ({ id, quantity })));
    if (traits.add === 'in the page')
      c.header('set-cookie', `basket=${encodeURIComponent(kept)};path=/`, { append: true });
  };
  const linesOf = (c: Context): Line[] => {
    if (traits.add !== 'in the page') return visitOf(c).lines;
    const [, kept] = /(?:^|; )basket=([^;]*)/.exec(c.req.header('cookie') ?? '') ?? [];
    const told = JSON.parse(decodeURIComponent(kept || '[]')) as { id: string; quantity: number }[];
    return told.map(({ id, quantity }) => ({ product: byId(id), quantity }));
  };
  const page = (c: Context, name: string, middle: string) => {
    const visit = visitOf(c);
    const lines = linesOf(c);
    const said = visit.notice ?? '';
    visit.notice = undefined;
    return c.html(pages.around(name, tag, clientFor(traits, paths), lines, pages.mini(lines), said + middle));
  };
  const say = (c: Context, kind: string, text: string, path: string) => {
    visitOf(c).notice = pages.notice(kind, text);
    return c.redirect(path, 303);
  };

  const put = (c: Context, id: string, quantity: number) => {
    const product = byId(id);
    if (!product.soldOut) add(visitOf(c).lines, product, quantity);
    return !product.soldOut;
  };
  const follows = (c: Context, { product, qty }: Record<string, string>) => {
    if (!put(c, product!, Number(qty))) return say(c, 'error', words.soldOut, paths.of(byId(product!)));
    return say(c, 'success', words.added, traits.add === 'post and back' ? paths.of(byId(product!)) : paths.cart);
  };
  app.get(paths.add, (c) => follows(c, c.req.query()));
  app.post(paths.add, async (c) => {
    if (leadsOn(traits)) return follows(c, (await c.req.parseBody()) as Record<string, string>);
    if (traits.add === 'html piece') {
      const { product, qty } = (await c.req.parseBody()) as Record<string, string>;
      return put(c, product!, Number(qty)) ? c.html(pages.mini(visitOf(c).lines)) : c.text(words.soldOut, 422);
    }
    const { product, quantity } = await c.req.json();
    if (!put(c, product, quantity)) return c.json({ success: false, message: words.soldOut });
    const { lines } = visitOf(c);
    const cart = {
      total: sumOf(lines) / unitsOf(currency),
      currency,
      items: lines.map(({ product: { id, name, price }, quantity }) => ({
        ...{ id, name, quantity },
        price: price / unitsOf(currency),
      })),
    };
    return c.json({ success: true, count: count(lines), ...(traits.add === 'json cart' && cart) });
  });
  app.post('/graphql', async (c) => {
    const { variables } = await c.req.json();
    if (!put(c, variables.id, variables.quantity)) return c.json({ data: null, errors: [{ message: words.soldOut }] });
    const { lines } = visitOf(c);
    const money = (amount: number) => ({ amount: String(amount / unitsOf(currency)), currencyCode: currency });
    const told = lines.map(({ product: { id, name, price }, quantity }) => ({
      ...{ id: `line-${id}`, quantity, product: { id, name } },
      cost: { unit: money(price) },
    }));
    const cart = { totalQuantity: count(lines), cost: { total: money(sumOf(lines)) }, lines: told };
    return c.json({ data: { addLine: { cart } } });
  });
  app.get('/stock/:id', (c) => c.json(byId(c.req.param('id')).soldOut ? { refused: words.soldOut } : {}));

  const change = (c: Context, id: string, quantity: number) => {
    const changed = linesOf(c).map((line) => (line.product.id === id ? { ...line, quantity } : line));
    keep(
      c,
      changed.filter((line) => line.quantity),
    );
    return c.redirect(paths.cart, 303);
  };
  app.get(paths.remove, (c) => change(c, c.req.query('id')!, 0));
  app.post(paths.remove, async (c) => change(c, String((await c.req.parseBody()).id), 0));
  app.post(paths.change, async (c) => {
    const { id, quantity } = await c.req.parseBody();
    return change(c, String(id), Number(quantity));
  });
  app.post(paths.coupon, (c) => say(c, 'error', 'SPRING?', paths.cart));
  app.post(paths.subscribe, (c) => say(c, 'success', '✓ E-Mail', '/'));
  app.post(paths.place, async (c) => {
    const visit = visitOf(c);
    visit.sold = linesOf(c);
    keep(c, []);
    if (!(await c.req.parseBody()).json) return c.redirect(paths.placed(NUMBER), 303);
    return c.json({ order: { number: NUMBER }, html: pages.done(visit.sold) });
  });

  app.get('/search', (c) => page(c, words.search, pages.search()));
  const stations: Record<string, (c: Context) => Response | Promise<Response>> = {
    [paths.list]: (c) => page(c, 'Shop', pages.list()),
    [paths.cart]: (c) => page(c, words.cart, pages.cart(linesOf(c))),
    [paths.checkout]: (c) => page(c, words.checkout, pages.checkout(linesOf(c), 0)),
    [paths.shipping]: (c) => page(c, words.checkout, pages.checkout(linesOf(c), 1)),
    [paths.payment]: (c) => page(c, words.checkout, pages.checkout(linesOf(c), 2)),
    [paths.done]: (c) => page(c, words.thanks, pages.done(visitOf(c).sold)),
    [paths.account]: (c) => page(c, `${words.number} ${NUMBER}`, pages.order(visitOf(c).sold)),
  };
  for (const product of all(goods)) stations[paths.of(product)] = (c) => page(c, product.name, pages.product(product));
  // A form leads to the next step; stations of one script differ by their query alone.
  app.all('*', (c) => stations[stationOf(c.req.url)]?.(c) ?? page(c, 'Haus & Hafen', pages.home()));
  return app;
};

const walkFor = (traits: Traits, goods: Goods, paths: Paths, { shop: origin }: Origins): Step[] => {
  const { currency } = traits;
  const { mug, lamp, rug, fee } = goods;
  const isLinked = traits.add === 'link to cart';
  const isPosted = leadsOn(traits);
  const leadsToCart = traits.add.endsWith('to cart');
  const mugs = isLinked ? 1 : 2;
  const canChange = traits.quantity !== 'times';
  const bought: [Product, number][] = [[mug, canChange ? 3 : mugs]];

  const go = (path: string) => (tab: Page) => tab.goto(origin + path);
  const named = (name: string, ...lines: [Product, number][]): Truth => byName(pieces(name, currency, ...lines));
  /** A number that an address or an attribute of the shop's own holds is anybody's guess, and nothing sold, nothing told. */
  const isNumbered = (product: Product) =>
    traits.told === 'json-ld' || traits.id === 'label' || (isPosted ? !product.soldOut : traits.id !== 'address');
  const one = (name: string, product: Product, quantity: number, isNumberTold: boolean): Truth =>
    isNumberTold ? pieces(name, currency, [product, quantity]) : named(name, [product, quantity]);
  const viewed = (product: Product) => one('view_item', product, 1, isNumbered(product));
  const put = (quantity: number) => async (tab: Page) => {
    if (quantity > 1 && traits.quantity === 'select') await tab.selectOption('[name=qty]', String(quantity));
    else if (quantity > 1) await tab.fill('[name=qty]', String(quantity));
    const control = tab.locator('article :is(.add,[name=add],[data-add])').first();
    if (isPosted) return follow(tab, () => control.click());
    await control.click();
    return tab.waitForSelector('.notice');
  };
  const added = (product: Product, quantity: number, ...before: [Product, number][]): Truth[] => [
    // Where no request names it, only the page does.
    one('add_to_cart', product, quantity, traits.add !== 'in the page' || isNumbered(product)),
    ...(leadsToCart ? [named('view_cart', ...before, [product, quantity])] : []),
    ...(traits.add === 'post and back' ? [optional('view_item')] : []),
  ];
  const change = async (tab: Page) => {
    const field = tab.locator(`[name="qty[${mug.id}]"]`);
    await follow(tab, async () => {
      if (traits.quantity === 'select') return field.selectOption('3');
      await field.fill('3');
      await field.press('Tab');
    });
  };
  const next = (tab: Page) => tab.click('form button.next');
  const nextPage = (tab: Page) => follow(tab, () => next(tab));
  const isInPlace = traits.checkout === 'in place';
  const fillIn = async (tab: Page) => {
    const address = { email: 'a@b.example', name: 'Ada', street: 'Long Lane 1', zip: '12345' };
    for (const [name, text] of Object.entries(address)) await tab.fill(`.middle [name=${name}]`, text);
  };
  const onward = isInPlace ? next : nextPage;
  const total = mug.price * bought[0]![1] + fee;
  const steps = [optional('add_shipping_info'), optional('add_payment_info')];
  return [
    step('arrives', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
    step('looks at the list', go(paths.list)),
    step('looks at the mug', go(paths.of(mug)), viewed(mug)),
    step('puts mugs in', put(mugs), ...added(mug, mugs)),
    step('looks at the lamp', go(paths.of(lamp)), viewed(lamp)),
    step('wishes for the lamp', (tab) => tab.click('.wish')),
    step('puts a lamp in', put(1), ...added(lamp, 1, [mug, mugs])),
    step('looks at the rug, which is sold out', go(paths.of(rug)), viewed(rug)),
    ...(isPosted ? [] : [step('is refused the rug', put(1))]),
    step('searches', go('/search?q=vase')),
    step('opens the cart', go(paths.cart), named('view_cart', [mug, mugs], [lamp, 1])),
    step(
      'types a coupon that is refused',
      async (tab) => {
        await tab.fill('[name=coupon]', 'SPRING');
        await follow(tab, () => tab.click('[name=coupon] + button'));
      },
      optional('view_cart'),
    ),
    ...(canChange ? [step('wants three mugs', change, optional('view_cart'))] : []),
    step(
      'takes the lamp out',
      (tab) => follow(tab, () => tab.locator('.cart-item', { hasText: lamp.name }).locator('.remove').click()),
      named('remove_from_cart', [lamp, 1]),
      optional('view_cart'),
    ),
    step(
      'goes to the checkout',
      (tab) => follow(tab, () => tab.click('.to-checkout')),
      named('begin_checkout', ...bought),
    ),
    step('tells the address', fillIn),
    ...(traits.checkout === 'one page'
      ? []
      : [step('goes on', onward, optional('add_shipping_info')), step('chooses the way', onward, ...steps)]),
    step(
      'orders',
      async (tab) => {
        await onward(tab);
        await tab.waitForSelector('form button.next', { state: 'detached' });
      },
      byName(order(currency, { id: NUMBER, total, shipping: fee }, ...bought)),
      ...steps,
    ),
    step('loads the page again', (tab) => tab.reload(), ...(isInPlace ? [optional('begin_checkout')] : [])),
    step('looks at the order in the account', go(paths.account)),
    step(
      'subscribes',
      async (tab) => {
        await tab.fill('.newsletter [type=email]', 'a@b.example');
        await follow(tab, () => tab.click('.newsletter button'));
      },
      { name: 'generate_lead', form_kind: 'newsletter' },
    ),
  ];
};

/** A shop that exists nowhere, of traits drawn at random, and what really happens in it. */
export const invent = (seed: number): Platform => {
  const traits = drawTraits(seed);
  const goods = goodsFor(traits);
  const paths = pathsFor(traits);
  return {
    name: `invented ${seed}`,
    family: leadsOn(traits) ? 'native' : traits.add === 'in the page' ? 'opaque' : 'intercepted',
    open: (origins, tag) => ({
      apps: { shop: serverFor(traits, goods, paths, tag) },
      walk: walkFor(traits, goods, paths, origins),
    }),
  };
};

import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Page } from 'playwright-core';
import type { Platform } from '../platform.ts';
import { byName, clientOf, type Good, optional, pieces, says, slowly } from '../spa.ts';

interface Item extends Good {
  slug: string;
  text: string;
  stock: number;
}

const good = (id: string, slug: string, name: string, price: number, text: string, stock = 9): Item => ({
  ids: [id],
  slug,
  name,
  price,
  text,
  stock,
});
const canoe = good(
  'CAN-16',
  'canot-prospecteur',
  'Canot « Prospecteur » 16 pi',
  289_900,
  'Cèdre et toile, cousu main.',
);
const paddle = good('PAG-CER', 'pagaie-cerisier', 'Pagaie en cerisier', 14_950, 'Huilée trois fois.');
const vest = good('VFI-M', 'veste-flottaison', 'Veste de flottaison', 8999, 'Approuvée Transports Canada.');
const map = good('CAR-LAV', 'carte-la-verendrye', 'Carte de La Vérendrye', 2495, 'Papier indéchirable.', 0);
const goods = [canoe, paddle, vest, map];
const SHIPPING = 1250;
/** TPS and TVQ. */
const TAX_RATE = 0.14975;
const TOKEN = '93c4604e-35ac-4db7-b3f1-2871476e9e6a';

type Line = [Item, quantity: number];
const billOf = (lines: Line[], coupon: boolean, shipped: boolean) => {
  const subtotal = lines.reduce((sum, [{ price }, quantity]) => sum + price * quantity, 0);
  const discount = coupon ? Math.round(subtotal * 0.1) : 0;
  const shipping = shipped ? SHIPPING : 0;
  const tax = shipped ? Math.round((subtotal - discount + shipping) * TAX_RATE) : 0;
  return { subtotal, discount, shipping, tax, total: subtotal - discount + shipping + tax };
};
const dollars = (cents: number) =>
  new Intl.NumberFormat('fr-CA', { style: 'currency', currency: 'CAD' }).format(cents / 100);

const platform: Platform = {
  name: 'Snipcart',
  family: 'api',
  hosts: ['app-snipcart'],
  open: (origins, tag) => {
    const { shop: origin } = origins;
    const app = origins['app-snipcart']!;
    let lines: Line[] = [];
    let coupon = false;
    let shipped = false;
    let email = '';
    let declines = 1;
    let order: Record<string, unknown> | undefined;

    const uniqueOf = (one: Item) => `u-${one.ids[0]}`;
    const itemOf = ([one, quantity]: Line) => ({
      uniqueId: uniqueOf(one),
      id: one.ids[0],
      name: one.name,
      price: one.price / 100,
      unitPrice: one.price / 100,
      quantity,
      totalPrice: (one.price * quantity) / 100,
      url: `/produits/${one.slug}`,
    });
    const cart = () => {
      const { subtotal, discount, shipping, tax, total } = billOf(lines, coupon, shipped);
      return {
        token: TOKEN,
        email,
        currency: 'cad',
        subtotal: subtotal / 100,
        discountsTotal: discount / 100,
        shippingFees: shipping / 100,
        taxesTotal: tax / 100,
        total: total / 100,
        items: { count: lines.reduce((sum, [, quantity]) => sum + quantity, 0), items: lines.map(itemOf) },
      };
    };
    const lineOf = (unique: string) => lines.find(([one]) => uniqueOf(one) === unique)!;

    const api = new Hono();
    api.use(cors());
    api.use(slowly(140));
    api.get('/api/v1/cart', (c) => c.json({ cart: cart() }));
    api.post('/api/v1/cart/items', async (c) => {
      const { id, quantity } = (await c.req.json()) as { id: string; quantity: number };
      const one = goods.find(({ ids }) => ids.includes(id))!;
      if (!one.stock) return c.json({ code: 'out-of-stock', message: 'Product is out of stock' }, 400);
      const known = lines.find(([other]) => other === one);
      if (known) known[1] += quantity;
      else lines.push([one, quantity]);
      return c.json({ item: itemOf([one, quantity]), cart: cart() }, 201);
    });
    api.put('/api/v1/cart/items/:unique', async (c) => {
      const line = lineOf(c.req.param('unique'));
      line[1] = ((await c.req.json()) as { quantity: number }).quantity;
      return c.json({ item: itemOf(line), cart: cart() });
    });
    api.delete('/api/v1/cart/items/:unique', (c) => {
      const line = lineOf(c.req.param('unique'));
      lines = lines.filter((other) => other !== line);
      return c.json({ item: itemOf(line), cart: cart() });
    });
    api.post('/api/v1/cart/discounts', async (c) => {
      const { code } = (await c.req.json()) as { code: string };
      if (code !== 'RIVIERE')
        return c.json({ code: 'invalid', message: 'Ce code promotionnel n’est pas valide.' }, 400);
      coupon = true;
      return c.json({ cart: cart() });
    });
    api.post('/api/v1/customers/signin', (c) =>
      c.json({ code: 'unauthorized', message: 'Courriel ou mot de passe invalide.' }, 401),
    );
    api.post('/api/v1/cart/billing', async (c) => {
      email = ((await c.req.json()) as { email: string }).email;
      return c.json({ cart: cart() });
    });
    api.post('/api/v1/cart/shipping', (c) => {
      shipped = true;
      return c.json({ cart: cart() });
    });
    api.post('/api/v1/cart/checkout', (c) => {
      if (declines-- > 0) return c.json({ code: 'payment-declined', message: 'Votre paiement a été refusé.' }, 402);
      order = { ...cart(), invoiceNumber: 'SNIP-1087', status: 'Processed', completionDate: new Date().toISOString() };
      lines = [];
      coupon = false;
      shipped = false;
      return c.json({ order, cart: cart() });
    });
    api.get('/api/v1/orders/:token', (c) => (order ? c.json(order) : c.json({ message: 'not found' }, 404)));
    api.get('/themes/v3/snipcart.js', (c) => c.body(clientOf('snipcart'), 200, { 'content-type': 'text/javascript' }));

    // The site itself: static pages of whatever generator, with buttons in them.
    const button = (one: Item, label: string, more = '') =>
      `<button class="btn snipcart-add-item" data-item-id="${one.ids[0]}" data-item-name="${one.name}" data-item-price="${one === vest ? `{&quot;cad&quot;:${one.price / 100},&quot;usd&quot;:64.5}` : one.price / 100}" data-item-url="/produits/${one.slug}" data-item-image="/img/${one.slug}.jpg" data-item-description="${one.text}" ${more}>${label}</button>`;
    const page = (title: string, main: string) =>
      `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>${title} – Canots du Nord</title>${tag}</head><body><header><a href="/">Canots du Nord</a><nav><a href="/boutique">Boutique</a> <a href="/nous-joindre">Nous joindre</a></nav><form action="/recherche"><input type="search" name="q" aria-label="Rechercher"></form><a href="#" class="snipcart-customer-signin">Mon compte</a> <a href="#" class="snipcart-checkout">Panier (<span class="snipcart-items-count"></span>) <span class="snipcart-total-price"></span></a></header><main>${main}</main><footer><form class="infolettre" action="/infolettre" method="post"><label>Notre infolettre <input type="email" name="courriel" required></label><button>S’abonner</button></form></footer><div hidden id="snipcart" data-api-key="NWMw" data-currency="cad" data-config-modal-style="side"></div><style>#snipcart{display:block;position:fixed;top:0;right:0;max-height:100vh;overflow:auto;background:#fff}</style><script>window.SnipcartSettings={api:"${app}",key:"NWMw"}</script><script async src="${app}/themes/v3/snipcart.js"></script></body></html>`;
    const card = (one: Item) =>
      `<article class="carte"><a href="/produits/${one.slug}"><h3>${one.name}</h3></a><p>${dollars(one.price)}</p>${button(one, 'Ajouter')}</article>`;
    const shop = new Hono();
    shop.get('/', (c) => c.html(page('Accueil', `<h1>Fabriqués à la main depuis 1974</h1>${card(canoe)}`)));
    shop.get('/boutique', (c) => {
      const sorted = c.req.query('tri') ? [...goods].sort((one, other) => one.price - other.price) : goods;
      return c.html(
        page(
          'Boutique',
          `<h1>Boutique</h1><p><a class="tri" href="?tri=prix">Trier par prix</a></p>${sorted.map(card).join('')}`,
        ),
      );
    });
    shop.get('/recherche', (c) =>
      c.html(
        page(
          'Recherche',
          `<h1>Résultats pour « ${c.req.query('q')?.replace(/[<&"]/g, '')} »</h1><p>Aucun résultat.</p>`,
        ),
      ),
    );
    shop.get('/produits/:slug', (c) => {
      const one = goods.find(({ slug }) => slug === c.req.param('slug'))!;
      return c.html(
        page(
          one.name,
          `<h1>${one.name}</h1><p class="prix">${dollars(one.price)} <small>plus taxes</small></p><p>${one.text}</p><label>Quantité <input type="number" class="qte" value="1" min="1"></label>${button(one, 'Ajouter au panier', 'id="acheter" data-item-custom1-name="Gravure" data-item-custom1-value=""')}<script>document.querySelector('.qte').onchange=({target})=>{document.querySelector('#acheter').dataset.itemQuantity=target.value}</script><h2>Complétez votre équipement</h2>${card(one === vest ? paddle : vest)}`,
        ),
      );
    });
    const contact = (note = '') =>
      page(
        'Nous joindre',
        `<h1>Nous joindre</h1>${note}<form method="post" action="/nous-joindre"><input name="nom" placeholder="Nom"><input type="email" name="courriel" placeholder="Courriel"><textarea name="message" placeholder="Votre message"></textarea><button>Envoyer</button></form>`,
      );
    shop.get('/nous-joindre', (c) => c.html(contact()));
    shop.post('/nous-joindre', async (c) => {
      const { message } = await c.req.parseBody();
      if (!message) return c.html(contact('<p class="erreur" role="alert">Veuillez écrire un message.</p>'), 422);
      return c.html(
        page('Merci', '<h1>Merci!</h1><p>Votre message a bien été envoyé. Nous vous répondrons sous peu.</p>'),
      );
    });
    shop.post('/infolettre', (c) =>
      c.html(page('Infolettre', '<h1>Merci!</h1><p>Vous êtes abonné à notre infolettre.</p>')),
    );

    const ready = (tab: Page) => tab.waitForSelector('#snipcart[data-ready]', { state: 'attached' });
    const visit = (selector: string) => async (tab: Page) => {
      await Promise.all([tab.waitForNavigation(), tab.click(selector)]);
      await ready(tab);
    };
    const close = async (tab: Page) => {
      await tab.click('.snipcart-modal__close');
      await tab.waitForSelector('.snipcart-layout', { state: 'detached' });
    };
    const shown = (tab: Page, text: string) => says(tab, '#snipcart .snipcart-layout', text);
    const step = (fields: Record<string, string>, outcome: string) => async (tab: Page) => {
      for (const [name, text] of Object.entries(fields)) await tab.fill(`#snipcart [name=${name}]`, text);
      await tab.click('#snipcart form button');
      await tab.waitForSelector(`#snipcart ${outcome}`);
    };
    const bought: Line[] = [
      [paddle, 3],
      [canoe, 1],
    ];
    const bill = billOf(bought, true, true);

    return {
      apps: { shop, 'app-snipcart': api },
      walk: [
        {
          name: 'lands from a social network',
          act: (tab) =>
            tab.goto(`${origin}/?fbclid=IwAR0`, { referer: 'https://l.facebook.com/' }).then(() => ready(tab)),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches in vain',
          act: async (tab) => {
            await tab.fill('header [type=search]', 'kayak');
            await Promise.all([tab.waitForNavigation(), tab.press('header [type=search]', 'Enter')]);
            await ready(tab);
          },
          truth: [],
        },
        { name: 'opens the shop', act: visit('header nav a'), truth: [] },
        { name: 'sorts it', act: visit('.tri'), truth: [] },
        {
          name: 'opens the paddle',
          act: visit(`main a[href$="${paddle.slug}"]`),
          truth: [pieces('view_item', 'CAD', [paddle, 1])],
        },
        {
          name: 'wants two',
          act: async (tab) => {
            await tab.fill('.qte', '2');
            await tab.press('.qte', 'Tab');
          },
          truth: [],
        },
        {
          name: 'adds two; the cart slides in by itself',
          act: (tab) => tab.click('#acheter').then(() => shown(tab, paddle.name)),
          truth: [pieces('add_to_cart', 'CAD', [paddle, 2])],
        },
        { name: 'closes the cart', act: close, truth: [] },
        {
          name: 'adds the vest from its card, by a double click',
          act: (tab) => tab.dblclick(`.carte button`).then(() => shown(tab, vest.name)),
          truth: [pieces('add_to_cart', 'CAD', [vest, 1])],
        },
        {
          name: 'goes on to the shop',
          act: async (tab) => {
            await close(tab);
            await visit('header nav a')(tab);
          },
          truth: [],
        },
        {
          name: 'is refused the map',
          act: (tab) => tab.click(`[data-item-id=${map.ids[0]}]`).then(() => shown(tab, 'rupture de stock')),
          truth: [],
        },
        {
          name: 'adds a canoe from the list',
          act: async (tab) => {
            await close(tab);
            await tab.click(`[data-item-id=${canoe.ids[0]}]`);
            await shown(tab, canoe.name);
          },
          truth: [pieces('add_to_cart', 'CAD', [canoe, 1])],
        },
        {
          name: 'fails to sign in',
          act: async (tab) => {
            await close(tab);
            await tab.click('.snipcart-customer-signin');
            await tab.waitForSelector('.signin');
            await step({ email: 'luc@example.ca', password: 'non' }, '[role=alert]')(tab);
          },
          truth: [],
        },
        {
          name: 'sends an empty message',
          act: async (tab) => {
            await close(tab);
            await visit('text=Nous joindre')(tab);
            await tab.fill('[name=courriel] >> nth=0', 'luc@example.ca');
            await visit('main form button')(tab);
          },
          truth: [],
        },
        {
          name: 'sends a message',
          act: async (tab) => {
            await tab.fill('main [name=courriel]', 'luc@example.ca');
            await tab.fill('main textarea', 'Livrez-vous à Val-d’Or?');
            await visit('main form button')(tab);
          },
          truth: [{ name: 'generate_lead', form_kind: 'contact' }],
        },
        {
          name: 'subscribes to the newsletter',
          act: async (tab) => {
            await tab.fill('.infolettre input', 'luc@example.ca');
            await visit('.infolettre button')(tab);
          },
          truth: [{ name: 'generate_lead', form_kind: 'newsletter' }],
        },
        { name: 'goes home', act: visit('header > a >> nth=0'), truth: [] },
        {
          name: 'opens the cart, by a control that is named for checkout',
          act: (tab) => tab.click('.snipcart-checkout').then(() => shown(tab, vest.name)),
          truth: [byName(pieces('view_cart', 'CAD', [paddle, 2], [vest, 1], [canoe, 1]))],
        },
        {
          name: 'takes a third paddle',
          act: async (tab) => {
            await tab.click('#snipcart .plus >> nth=0');
            await tab.waitForSelector('.snipcart-item-quantity__quantity >> text=3');
          },
          truth: [],
        },
        { name: 'types a code that is refused', act: step({ code: 'RIEN' }, '[role=alert]'), truth: [] },
        { name: 'types one that is taken', act: step({ code: 'RIVIERE' }, 'span:has-text("Rabais")'), truth: [] },
        {
          name: 'removes the vest',
          act: async (tab) => {
            await tab.click(`[data-unique="u-${vest.ids[0]}"] .remove`);
            await tab.waitForSelector(`[data-unique="u-${vest.ids[0]}"]`, { state: 'detached' });
          },
          truth: [pieces('remove_from_cart', 'CAD', [vest, 1])],
        },
        {
          name: 'goes to checkout',
          act: (tab) => tab.click('.to-checkout').then(() => tab.waitForSelector('[data-step=billing]')),
          truth: [byName(pieces('begin_checkout', 'CAD', ...bought))],
        },
        {
          name: 'gives an address',
          act: step(
            {
              email: 'luc@example.ca',
              name: 'Luc Roy',
              address1: '12, rue Perreault',
              city: 'Rouyn',
              postalCode: 'J9X 3C1',
            },
            '[data-step=shipping]',
          ),
          truth: [optional({ name: 'add_shipping_info' })],
        },
        { name: 'chooses a delivery', act: step({}, '[data-step=payment]'), truth: [{ name: 'add_shipping_info' }] },
        {
          name: 'is declined, at the same address',
          act: step({ card: '4000000000000002' }, '[role=alert]'),
          truth: [optional({ name: 'add_payment_info' })],
        },
        {
          name: 'places the order',
          act: step({ card: '4242424242424242' }, '.snipcart-order__invoice-number'),
          truth: [
            optional({ name: 'add_payment_info' }),
            {
              ...pieces('purchase', 'CAD', ...bought),
              value: bill.total / 100,
              tax: bill.tax / 100,
              shipping: bill.shipping / 100,
              transaction_id: 'SNIP-1087',
            },
          ],
        },
        {
          name: 'reloads the confirmation',
          act: (tab) => tab.reload().then(() => shown(tab, 'SNIP-1087')),
          truth: [],
        },
        {
          name: 'closes it and comes back to it',
          act: async (tab) => {
            await close(tab);
            await tab.goBack();
            await shown(tab, 'SNIP-1087');
          },
          truth: [],
        },
        {
          name: 'follows the link to the order in a mail',
          act: async (tab) => {
            await tab.goto('about:blank');
            await tab.goto(`${origin}/#/order/${TOKEN}`, { referer: 'https://mail.google.com/' });
            await shown(tab, 'SNIP-1087');
          },
          truth: [optional({ name: 'landing' })],
        },
      ],
    };
  },
};

export default platform;

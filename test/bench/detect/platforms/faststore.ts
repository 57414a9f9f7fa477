import { type Context, Hono } from 'hono';
import type { Page } from 'playwright-core';
import { step } from '../parts.ts';
import type { Platform, Truth } from '../platform.ts';
import { clientOf, type Good, inline, optional, pieces, says, slowly } from '../spa.ts';

interface Sku extends Good {
  sku: string;
  group: string;
  slug: string;
  color?: string;
  stock: number;
}

const sku = (group: string, id: string, name: string, slug: string, price: number, stock = 9, color?: string): Sku => ({
  ids: [group, id],
  sku: id,
  group,
  name,
  slug,
  price,
  stock,
  ...(color && { color }),
});
const chairBlack = sku('4410', '9101', 'Cadeira Aurora', 'cadeira-aurora-preta-9101', 89_990, 9, 'Preta');
const chairWhite = sku('4410', '9102', 'Cadeira Aurora', 'cadeira-aurora-branca-9102', 94_990, 9, 'Branca');
const lamp = { ...sku('4420', '9201', 'Luminária Ipê', 'luminaria-ipe-9201', 15_990), was: 19_990 };
const mug = sku('4430', '9301', 'Caneca Barro 300 ml', 'caneca-barro-9301', 3990);
/** Sold since the page was built. */
const vase = sku('4440', '9401', 'Vaso Cerrado', 'vaso-cerrado-9401', 7990, 0);
const desk = sku('4450', '9501', 'Mesa Jatobá', 'mesa-jatoba-9501', 159_900, -1);
const skus = [chairBlack, chairWhite, lamp, mug, vase, desk];
const LAMPS = 3;

const unnamed = ({ items = [], ...truth }: Truth): Truth => ({
  ...truth,
  items: items.map(({ item_name: _, ...told }) => told),
});

const source = clientOf('faststore');
const { draw } = new Function(`${source}; return { draw };`)() as { draw(page: unknown): string };

const platform: Platform = {
  name: 'VTEX FastStore',
  family: 'api',
  hosts: ['secure'],
  open: (origins, tag) => {
    const { shop: origin } = origins;
    const secure = origins.secure!;
    const offered = (one: Sku, isFresh = true) => ({
      sku: one.sku,
      name: one.color ? `${one.name} ${one.color}` : one.name,
      slug: one.slug,
      color: one.color,
      brand: { name: 'Casa Clara' },
      image: [{ url: 'https://cdn.example/a.jpg', alternateName: one.name }],
      isVariantOf: { productGroupID: one.group, name: one.name },
      price: one.price / 100,
      listPrice: (one.was ?? one.price) / 100,
      stock: (isFresh || one === desk) && one.stock <= 0 ? 0 : 1,
      ...(one.color && {
        variants: skus.filter(({ group }) => group === one.group).map(({ slug, color }) => ({ slug, color })),
      }),
    });
    const groups = skus.filter((one, at) => skus.findIndex(({ group }) => group === one.group) === at);
    const cards = groups.map((one) => offered(one, false));
    const meta = (title: string, head = '') => ({ title: `${title} | Casa Clara`, head });
    const propsOf = (path: string, query: URLSearchParams) => {
      const product = skus.find(({ slug }) => path === `/${slug}/p`);
      if (product) {
        const url = `${origin}/${product.slug}/p`;
        const shown = offered(product, false);
        const head = `<meta data-seo property="og:type" content="og:product"><meta data-seo property="og:title" content="${product.name}"><meta data-seo property="product:price:amount" content="${product.price / 100}"><meta data-seo property="product:price:currency" content="BRL"><link data-seo rel="canonical" href="${url}"><script data-seo type="application/ld+json">${inline({ '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1, item: `${origin}/escritorio`, name: 'Escritório' }] })}</script><script data-seo type="application/ld+json">${inline({ '@context': 'https://schema.org', '@type': 'Product', description: 'Feito no Brasil.', sku: product.sku, brand: { '@type': 'Brand', name: 'Casa Clara' }, offers: { '@type': 'Offer', availability: 'https://schema.org/InStock', price: product.price / 100, priceCurrency: 'BRL', url }, name: shown.name })}</script>`;
        return {
          view: 'product',
          product: shown,
          products: cards.filter(({ isVariantOf }) => isVariantOf.name !== product.name).slice(0, 3),
          meta: meta(product.name, head),
        };
      }
      if (path === '/s') {
        const term = query.get('q') ?? '';
        const products = cards.filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()));
        const title = `Resultados para "${term}"`;
        return products.length
          ? { view: 'list', title, products, meta: meta('Busca') }
          : { view: 'none', title, meta: meta('Busca') };
      }
      if (path === '/escritorio')
        return { view: 'list', title: 'Escritório', products: cards, meta: meta('Escritório') };
      return { view: 'home', products: cards.slice(0, 3), meta: meta('Início') };
    };

    const page = (c: Context) => {
      const { pathname, searchParams } = new URL(c.req.url);
      const props = propsOf(pathname, searchParams);
      return c.html(
        `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>${props.meta.title}</title>${props.meta.head}<style>[data-fs-sr-only]{position:absolute;width:1px;height:1px;overflow:hidden}[data-fs-slide-over]{position:fixed;top:0;right:0;width:420px;max-height:100%;overflow:auto;background:#fff}</style>${tag}</head><body class="theme" data-checkout="${secure}/checkout"><div id="__next"><header data-fs-navbar class="section-navbar"><div data-fs-navbar-header><section data-fs-navbar-row><a data-fs-link href="/" aria-label="Início" title="Início"><img src="data:," alt="Casa Clara"></a><div data-fs-search-input-wrapper><form data-fs-search-input-form data-fs-search-input role="search"><input data-fs-input data-fs-search-input-field type="search" aria-label="search" placeholder="Buscar"><button type="submit" data-fs-button data-fs-icon-button data-fs-search-button aria-label="Submit Search"><svg width="16" height="16"></svg></button></form></div><div data-fs-navbar-buttons><a data-fs-button data-fs-button-signin-link href="${secure}/account">Entrar</a><button data-fs-button data-fs-icon-button data-fs-cart-toggle data-testid="cart-toggle" aria-label="Cart with 0 items" data-items="0"><svg width="20" height="20"></svg><div data-fs-badge data-fs-badge-counter></div></button></div></section></div><nav data-fs-navbar-links><ul><li><a data-fs-link href="/escritorio">Escritório</a></li></ul></nav></header><main>${draw(props)}</main><section class="section-newsletter"><form data-fs-newsletter-form data-fs-newsletter><h3>Receba novidades</h3><span>10% na primeira compra</span><input data-fs-input type="email" name="newsletter-email" aria-label="Seu e-mail"><input data-fs-input type="text" name="newsletter-name" aria-label="Seu nome"><button type="submit" data-fs-button data-fs-button-variant="inverse">Inscrever</button></form></section><footer data-fs-footer><ul><li><a data-fs-link href="/institucional">Sobre</a></li></ul><p>Casa Clara LTDA</p></footer><div id="sidebar"></div><div id="toasts"></div></div><script id="__NEXT_DATA__" type="application/json">${inline({ props: { pageProps: props }, page: '/[slug]/p', buildId: 'b1' })}</script><script>${source}runStore(JSON.parse(document.querySelector('#__NEXT_DATA__').textContent).props.pageProps);</script></body></html>`,
      );
    };

    const app = new Hono();
    app.use('/api/*', slowly(80));
    app.get('/_next/data/b1/*', (c) => {
      const { pathname, searchParams } = new URL(c.req.url);
      const path = pathname.slice('/_next/data/b1'.length).replace(/\.json$/, '');
      return c.json({ pageProps: propsOf(path === '/index' ? '/' : path, searchParams), __N_SSG: true });
    });
    interface Asked {
      operationName: string;
      variables: {
        data?: { email: string };
        cart?: { order: { acceptedOffer: { quantity: number; itemOffered: { sku: string } }[] } };
      };
    }
    app.get('/api/graphql', (c) => {
      const variables = JSON.parse(c.req.query('variables') ?? '{}');
      if (c.req.query('operationName') === 'ClientProductQuery') {
        const one = skus.find((other) => other.sku === variables.locator[0].value)!;
        const { sku, name, price, listPrice, stock } = offered(one, one !== vase);
        return c.json({ data: { product: { sku, name, price, listPrice, stock } } });
      }
      return c.json({
        data: {
          shipping: { logisticsInfo: [{ slas: [{ carrier: 'Expressa', price: 24.9, shippingEstimate: '5bd' }] }] },
        },
      });
    });
    app.post('/api/graphql', async (c) => {
      const { operationName, variables } = (await c.req.json()) as Asked;
      if (operationName === 'ValidateSession')
        return c.json({
          data: { validateSession: { locale: 'pt-BR', currency: { code: 'BRL', symbol: 'R$' }, country: 'BRA' } },
        });
      if (operationName === 'SubscribeToNewsletter')
        return variables.data!.email.endsWith('.example')
          ? c.json({ data: { subscribeToNewsletter: { id: 'NL-1' } } })
          : c.json({
              data: { subscribeToNewsletter: null },
              errors: [{ message: 'invalid e-mail', path: ['subscribeToNewsletter'] }],
            });
      const messages: object[] = [];
      const acceptedOffer = variables.cart!.order.acceptedOffer.flatMap(({ quantity, itemOffered }) => {
        const one = skus.find((other) => other.sku === itemOffered.sku)!;
        const most = one === lamp ? LAMPS : 99;
        if (one.stock <= 0 || quantity > most)
          messages.push({
            text: `${one.name}: quantidade indisponível, seu carrinho foi atualizado.`,
            status: 'WARNING',
          });
        const { price, listPrice, ...itemOffer } = offered(one);
        return one.stock <= 0
          ? []
          : [
              {
                seller: { identifier: '1' },
                quantity: Math.min(quantity, most),
                price,
                listPrice,
                itemOffered: itemOffer,
              },
            ];
      });
      return c.json({ data: { validateCart: { order: { orderNumber: 'of-3f9a', acceptedOffer }, messages } } });
    });
    app.get('*', page);

    const paying = new Hono();
    paying.get('*', (c) =>
      c.html(
        `<!doctype html><html lang="pt-BR"><head><title>Checkout</title></head><body><h1>Meu carrinho</h1><a href="${origin}/">Escolher mais produtos</a></body></html>`,
      ),
    );

    const settled = (tab: Page) => tab.waitForSelector('[data-testid="checkout-button"]:not([disabled])');
    const open = (one: Sku) => async (tab: Page) => {
      await tab.click('[data-fs-navbar-links] a');
      await tab.waitForSelector('[data-fs-product-listing]');
      const first = groups.find(({ group }) => group === one.group)!;
      await tab.click(`[data-fs-product-listing] a[href="/${first.slug}/p"]`);
      await tab.waitForSelector('[data-fs-product-details-settings] [data-fs-product-price]');
    };
    const buy = async (tab: Page) => {
      await tab.click('[data-fs-buy-button]');
      await settled(tab);
    };
    const close = async (tab: Page) => {
      await tab.click('[data-testid="fs-cart-sidebar-button-close"]');
      await tab.waitForSelector('[data-fs-cart-sidebar]', { state: 'detached' });
    };
    const viewed = { name: 'view_cart', optional: true };
    return {
      apps: { shop: app, secure: paying },
      walk: [
        step('chega', (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }), { name: 'landing' }),
        step('busca em vão', async (tab) => {
          await tab.fill('[data-fs-search-input-field]', 'sofá');
          await tab.click('[data-fs-search-button]');
          await tab.waitForSelector('[data-fs-empty-state]');
        }),
        step('busca uma caneca', async (tab) => {
          await tab.fill('[data-fs-search-input-field]', 'caneca');
          await tab.click('[data-fs-search-button]');
          await tab.waitForSelector('[data-fs-product-listing]');
        }),
        step('ordena o escritório', async (tab) => {
          await tab.click('[data-fs-navbar-links] a');
          await says(tab, 'main h1', 'Escritório');
          await tab.selectOption('[data-testid="search-sort"]', 'price_asc');
          await tab.waitForURL('**/escritorio?sort=price_asc');
        }),
        step('abre a mesa, esgotada', open(desk), pieces('view_item', 'BRL', [desk, 1])),
        step('abre a luminária', open(lamp), pieces('view_item', 'BRL', [lamp, 1])),
        step('calcula o frete', async (tab) => {
          await tab.fill('#shipping-postal-code', '01310-100');
          await tab.click('[data-testid="fs-shipping-button"]');
          await tab.waitForSelector('[data-fs-shipping-simulation-option]');
        }),
        step(
          'compra duas',
          async (tab) => {
            await tab.click('[data-fs-product-details-values] [data-quantity-selector-button="right"]');
            await buy(tab);
          },
          pieces('add_to_cart', 'BRL', [lamp, 2]),
          viewed,
          viewed,
        ),
        step('fecha o carrinho', close),
        step('abre o vaso', open(vase), pieces('view_item', 'BRL', [vase, 1])),
        step('o vaso já se foi', buy, viewed, viewed),
        step('fecha o carrinho', close),
        step('abre a cadeira', open(chairBlack), pieces('view_item', 'BRL', [chairBlack, 1])),
        step(
          'prefere a branca',
          async (tab) => {
            await tab.click(`[data-fs-sku-selector] a[href*="${chairWhite.slug}"]`);
            await tab.waitForURL(`**/${chairWhite.slug}/p`);
            await tab.waitForSelector('[data-fs-buy-button]');
          },
          optional(pieces('view_item', 'BRL', [chairWhite, 1])),
        ),
        step('compra', buy, pieces('add_to_cart', 'BRL', [chairWhite, 1]), viewed, viewed),
        step('fecha o carrinho', close),
        step('abre a caneca', open(mug), pieces('view_item', 'BRL', [mug, 1])),
        step('compra', buy, pieces('add_to_cart', 'BRL', [mug, 1]), viewed, viewed),
        step('fecha o carrinho', close),
        step('assina com um endereço recusado', async (tab) => {
          await tab.fill('[name="newsletter-email"]', 'ana@nowhere.invalid');
          await tab.click('[data-fs-newsletter-form] button');
          await says(tab, '[data-fs-toast]', 'errado');
        }),
        step(
          'assina',
          async (tab) => {
            await tab.fill('[name="newsletter-email"]', 'ana@casa.example');
            await tab.click('[data-fs-newsletter-form] button');
            await says(tab, '[data-fs-toast]', 'Pronto');
          },
          { name: 'generate_lead', form_kind: 'newsletter' },
        ),
        step('recarrega', (tab) => tab.reload(), optional({ name: 'view_item' })),
        step(
          'olha o carrinho',
          async (tab) => {
            await tab.click('[data-fs-cart-toggle]');
            await settled(tab);
          },
          pieces('view_cart', 'BRL', [lamp, 2], [chairWhite, 1], [mug, 1]),
        ),
        step(
          'mais uma caneca',
          async (tab) => {
            await tab.click(`[data-fs-cart-item][data-sku="${mug.sku}"] [data-quantity-selector-button="right"]`);
            await settled(tab);
          },
          optional(pieces('add_to_cart', 'BRL', [mug, 1])),
          viewed,
          viewed,
        ),
        step(
          'tira a caneca',
          async (tab) => {
            await tab.click(`[data-fs-cart-item-remove-button][data-sku="${mug.sku}"]`);
            await settled(tab);
          },
          pieces('remove_from_cart', 'BRL', [mug, 2]),
          viewed,
          viewed,
        ),
        step(
          'vai ao checkout',
          async (tab) => {
            await tab.click('[data-testid="checkout-button"]');
            await tab.waitForURL(`${secure}/**`);
          },
          // The chair goes by its own name or by that of all its colours.
          unnamed(pieces('begin_checkout', 'BRL', [lamp, 2], [chairWhite, 1])),
        ),
        step('volta à loja', async (tab) => {
          await tab.click('a');
          await tab.waitForSelector('[data-fs-cart-toggle][data-items="3"]');
        }),
        step('espera', (tab) => tab.waitForTimeout(500)),
      ],
    };
  },
};

export default platform;

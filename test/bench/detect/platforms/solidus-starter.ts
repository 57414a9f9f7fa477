import { type Context, Hono } from 'hono';
import { add, createCarts, follow, type Line, optional, type Product, pieces, sumOf } from '../parts.ts';
import type { Platform } from '../platform.ts';

const tote: Product = { id: '11', sku: 'SOL-TOT01', name: 'Solidus Tote', slug: 'solidus-tote', price: 1599 };
const mug: Product = { id: '14', sku: 'SOL-MG01', name: 'Solidus Mug', slug: 'solidus-mug', price: 1699 };
const cap: Product = {
  id: '19',
  sku: 'SOL-CAP01',
  name: 'Solidus Cap',
  slug: 'solidus-cap',
  price: 2400,
  soldOut: true,
};
const products = [tote, mug, cap];
const SHIPPING = 500;

const usd = (cents: number) => `$${(cents / 100).toFixed(2)}`;

interface Cart {
  lines: Line[];
  flash?: string | undefined;
  order?: string | undefined;
  fresh?: boolean;
}

/** Native forms everywhere: Rails pages, a flash for what went wrong, one page a checkout step. */
const platform: Platform = {
  name: 'Solidus starter frontend',
  family: 'native',
  open: ({ shop: origin }, tag) => {
    const app = new Hono();
    const cartOf = createCarts<Cart>(() => ({ lines: [] }));
    const done = new Map<string, Line[]>();

    const page = (context: Context, title: string, body: string, id = '') => {
      const cart = cartOf(context);
      const { flash } = cart;
      cart.flash = undefined;
      const count = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return context.html(`<!doctype html><html lang="en-US"><head><title>${title} - Sample Store</title><meta name="csrf-token" content="k">${tag}</head>
<body id="${id}"><header><a href="/">Sample Store</a>
<form action="/products" method="get" class="search-bar"><input type="search" name="keywords" placeholder="Search"><button type="submit">Search</button></form>
<a href="/login">Login</a> <a href="/cart" class="cart-info${count ? '' : ' empty'}" id="link-to-cart">Cart${count ? `: (${count}) <span class="amount">${usd(sumOf(cart.lines))}</span>` : ': (Empty)'}</a></header>
${flash ? `<div class="flash error" role="alert">${flash}</div>` : ''}<main>${body}</main></body></html>`);
    };

    app.get('/', (c) => page(c, 'Home', '<h1>Sample Store</h1><a href="/t/bags">Bags</a>', 'home-page'));
    app.get('/t/:taxon', (c) =>
      page(
        c,
        'Bags',
        `<h1>Bags</h1><form action="/t/bags" method="get"><select name="sorting"><option>newest</option></select><button>Sort</button></form>
<ul class="products-grid">${products.map(({ slug, name, price }) => `<li class="product-card"><a href="/products/${slug}"><span class="product-card_title">${name}</span></a><span class="price">${usd(price)}</span></li>`).join('')}</ul>`,
      ),
    );
    app.get('/products', (c) => page(c, 'Search results', '<h1>Search results for</h1><p>No products found</p>'));
    app.get('/products/:slug', (c) => {
      const product = products.find(({ slug }) => slug === c.req.param('slug'))!;
      return page(
        c,
        product.name,
        `<section class="product-page" itemscope itemtype="https://schema.org/Product"><h1 class="product-header__title" itemprop="name">${product.name}</h1>
<div itemprop="description">Sturdy.</div>
<form action="/cart_line_items" method="post" itemprop="offers" itemscope itemtype="https://schema.org/Offer">
<input type="hidden" name="authenticity_token" value="kkk"><ul hidden><li><input type="radio" name="variant_id" value="${product.id}" checked data-js-price="${usd(product.price)}" data-price="${usd(product.price)}"></li></ul>
<span itemprop="price" content="${(product.price / 100).toFixed(2)}" data-js="price">${usd(product.price)}</span><span itemprop="priceCurrency" content="USD"></span>
<input type="number" name="quantity" min="1" value="1">
<button type="submit" id="add-to-cart-button">Add To Cart — <span id="cta_price">${usd(product.price)}</span></button></form></section>`,
        'product-details',
      );
    });
    app.post('/cart_line_items', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      const product = products.find(({ id }) => id === form.variant_id)!;
      if (product.soldOut) {
        cart.flash = `"${product.name}" is not available.`;
        return c.redirect(`/products/${product.slug}`);
      }
      add(cart.lines, product, Number(form.quantity));
      return c.redirect('/cart');
    });
    app.get('/cart', (c) => {
      const { lines } = cartOf(c);
      const rows = lines.map(
        (
          { product, quantity },
          at,
        ) => `<article class="cart-item"><h3><a href="/products/${product.slug}">${product.name}</a></h3>
<span class="price">${usd(product.price)}</span><input type="number" name="order[line_items_attributes][${at}][quantity]" value="${quantity}">
<input type="hidden" name="order[line_items_attributes][${at}][id]" value="${900 + at}">
<input type="submit" value="Remove" id="delete_line_item_${900 + at}" onclick="this.form.elements['order[line_items_attributes][${at}][quantity]'].value=0">
<span class="line-total">${usd(product.price * quantity)}</span></article>`,
      );
      return page(
        c,
        'Shopping Cart',
        lines.length
          ? `<h1>Shopping Cart</h1><form id="update-cart" action="/cart" method="post"><input type="hidden" name="_method" value="patch">${rows.join('')}
<button name="update" id="update-button">Update</button></form><div class="cart-footer"><span class="cart-footer__total">Total: ${usd(sumOf(lines))}</span>
<form id="coupon" action="/orders/R100/coupon_codes" method="post"><input name="coupon_code"><button>Apply Code</button></form>
<form id="checkout-button-form" action="/cart" method="post"><input type="hidden" name="_method" value="patch"><button name="checkout" id="checkout-link">Checkout</button></form></div>`
          : '<h1>Shopping Cart</h1><p>Your cart is empty</p>',
        'cart',
      );
    });
    app.post('/cart', async (c) => {
      const cart = cartOf(c);
      const form = await c.req.parseBody();
      if ('checkout' in form) return c.redirect('/checkout');
      cart.lines = cart.lines
        .map((line, at) => ({ ...line, quantity: Number(form[`order[line_items_attributes][${at}][quantity]`]) }))
        .filter(({ quantity }) => quantity);
      return c.redirect('/cart');
    });
    app.post('/orders/:number/coupon_codes', (c) => {
      cartOf(c).flash = 'The coupon code you entered doesn’t exist. Please try again.';
      return c.redirect('/cart');
    });
    app.get('/login', (c) =>
      page(
        c,
        'Login',
        '<h1>Login as Existing Customer</h1><form action="/login" method="post" id="login"><input type="email" name="spree_user[email]"><input type="password" name="spree_user[password]"><input type="submit" value="Login"></form>',
      ),
    );
    app.post('/login', (c) => {
      cartOf(c).flash = 'Invalid email or password.';
      return c.redirect('/login');
    });
    app.get('/checkout', (c) => c.redirect('/checkout/address'));
    const fields: Record<string, string> = {
      address:
        '<h2>Shipping Address</h2><input type="email" name="order[email]"><input name="order[bill_address_attributes][name]"><input name="order[bill_address_attributes][address1]"><input name="order[bill_address_attributes][city]"><input name="order[bill_address_attributes][zipcode]">',
      delivery: `<h2>Delivery</h2><label><input type="radio" name="rate" value="1" checked> UPS Ground (USD) ${usd(SHIPPING)}</label>`,
      payment: '<h2>Payment Information</h2><input name="payment_source[number]" autocomplete="cc-number">',
      confirm: '<h2>Confirm</h2><p>Please review your order</p>',
    };
    const steps = Object.keys(fields);
    app.get('/checkout/:step', (c) => {
      const step = c.req.param('step');
      const { lines } = cartOf(c);
      const total = sumOf(lines) + (steps.indexOf(step) > 1 ? SHIPPING : 0);
      return page(
        c,
        'Checkout',
        `<h1>Checkout</h1><ol class="progress-steps"><li>Address</li><li>Delivery</li><li>Payment</li><li>Confirm</li></ol>
<form action="/checkout/update/${step}" method="post" id="checkout_form_${step}"><input type="hidden" name="_method" value="patch">${fields[step]}
<input type="submit" value="${step === 'confirm' ? 'Place Order' : 'Save and Continue'}"></form>
<div id="checkout-summary"><table>${lines.map(({ product, quantity }) => `<tr><td>${product.name}</td><td>${quantity} x ${usd(product.price)}</td></tr>`).join('')}
<tr><td>Item Total:</td><td>${usd(sumOf(lines))}</td></tr><tr><td>Order Total:</td><td id="summary-order-total">${usd(total)}</td></tr></table></div>`,
        'checkout-page',
      );
    });
    app.post('/checkout/update/:step', (c) => {
      const next = steps[steps.indexOf(c.req.param('step')) + 1];
      if (next) return c.redirect(`/checkout/${next}`);
      const cart = cartOf(c);
      const number = `R${String(847_210_000 + done.size)}`;
      done.set(number, cart.lines);
      Object.assign(cart, { lines: [], order: number, fresh: true });
      return c.redirect(`/orders/${number}`);
    });
    app.get('/orders/:number', (c) => {
      const number = c.req.param('number');
      const cart = cartOf(c);
      const lines = done.get(number) ?? [];
      const isFresh = cart.fresh;
      cart.fresh = false;
      return page(
        c,
        `Order ${number}`,
        `<h1 class="order-page__title">Order ${number}</h1>${isFresh ? '<p class="order-page__completed">Thank You for Your Order</p><p>Your order has been processed successfully</p>' : ''}
<div id="order_summary"><table><tbody>${lines.map(({ product, quantity }) => `<tr><td><h4>${product.name}</h4></td><td class="price">${usd(product.price)}</td><td class="qty">${quantity}</td><td class="total">${usd(product.price * quantity)}</td></tr>`).join('')}</tbody>
<tfoot><tr><td>Subtotal:</td><td>${usd(sumOf(lines))}</td></tr><tr><td>Shipping:</td><td>${usd(SHIPPING)}</td></tr><tr><td>Order Total:</td><td>${usd(sumOf(lines) + SHIPPING)}</td></tr></tfoot></table></div>`,
      );
    });

    const go = (path: string) => (tab: import('playwright-core').Page) => tab.goto(origin + path);
    return {
      apps: { shop: app },
      walk: [
        {
          name: 'lands from a search',
          act: (tab) => tab.goto(`${origin}/`, { referer: 'https://www.google.com/' }),
          truth: [{ name: 'landing' }],
        },
        {
          name: 'searches in vain',
          act: (tab) =>
            follow(tab, () => tab.fill('[name=keywords]', 'lamp').then(() => tab.press('[name=keywords]', 'Enter'))),
          truth: [],
        },
        { name: 'opens a category', act: go('/t/bags'), truth: [{ name: 'view_item_list' }] },
        { name: 'sorts it', act: (tab) => follow(tab, () => tab.click('main form button')), truth: [] },
        {
          name: 'opens the tote',
          act: (tab) => follow(tab, () => tab.click('a[href="/products/solidus-tote"]')),
          truth: [pieces('view_item', 'USD', [tote, 1])],
        },
        {
          name: 'adds two totes',
          act: async (tab) => {
            await tab.fill('[name=quantity]', '2');
            await follow(tab, () => tab.click('#add-to-cart-button'));
          },
          truth: [pieces('add_to_cart', 'USD', [tote, 2]), { name: 'view_cart' }],
        },
        { name: 'opens the cap', act: go('/products/solidus-cap'), truth: [pieces('view_item', 'USD', [cap, 1])] },
        {
          name: 'tries to add the cap, which is sold out',
          act: (tab) => follow(tab, () => tab.click('#add-to-cart-button')),
          truth: [],
        },
        { name: 'opens the mug', act: go('/products/solidus-mug'), truth: [pieces('view_item', 'USD', [mug, 1])] },
        {
          name: 'adds a mug',
          act: (tab) => follow(tab, () => tab.click('#add-to-cart-button')),
          truth: [pieces('add_to_cart', 'USD', [mug, 1]), { name: 'view_cart' }],
        },
        {
          name: 'takes three totes instead of two',
          act: async (tab) => {
            await tab.fill('[name="order[line_items_attributes][0][quantity]"]', '3');
            await follow(tab, () => tab.click('#update-button'));
          },
          truth: [optional('view_cart')],
        },
        {
          name: 'enters a coupon that does not exist',
          act: async (tab) => {
            await tab.fill('[name=coupon_code]', 'FREE');
            await follow(tab, () => tab.click('#coupon button'));
          },
          truth: [optional('view_cart')],
        },
        {
          name: 'removes the mug',
          act: (tab) => follow(tab, () => tab.click('#delete_line_item_901')),
          truth: [pieces('remove_from_cart', 'USD', [mug, 1]), optional('view_cart')],
        },
        {
          name: 'fails to log in',
          act: async (tab) => {
            await tab.goto(`${origin}/login`);
            await tab.fill('#login [type=email]', 'a@b.example');
            await tab.fill('#login [type=password]', 'x');
            await follow(tab, () => tab.click('#login [type=submit]'));
          },
          truth: [],
        },
        {
          name: 'goes to checkout',
          act: async (tab) => {
            await tab.goto(`${origin}/cart`);
            await follow(tab, () => tab.click('#checkout-link'));
          },
          truth: [{ name: 'view_cart' }, pieces('begin_checkout', 'USD', [tote, 3])],
        },
        {
          name: 'gives an address',
          act: (tab) => follow(tab, () => tab.click('main form [type=submit]')),
          truth: [optional('add_shipping_info')],
        },
        {
          name: 'chooses a delivery',
          act: (tab) => follow(tab, () => tab.click('main form [type=submit]')),
          truth: [optional('add_shipping_info')],
        },
        {
          name: 'gives a card, and reviews the order',
          act: (tab) => follow(tab, () => tab.click('main form [type=submit]')),
          truth: [{ name: 'add_payment_info' }],
        },
        {
          name: 'places the order',
          act: (tab) => follow(tab, () => tab.click('main form [type=submit]')),
          truth: [
            {
              ...pieces('purchase', 'USD', [tote, 3]),
              value: (3 * tote.price + SHIPPING) / 100,
              shipping: SHIPPING / 100,
              transaction_id: 'R847210000',
            },
          ],
        },
        { name: 'reloads the order', act: (tab) => tab.reload(), truth: [] },
        {
          name: 'comes back to the order from home',
          act: async (tab) => {
            await tab.goto(`${origin}/`);
            await tab.goto(`${origin}/orders/R847210000`);
          },
          truth: [],
        },
      ],
    };
  },
};

export default platform;

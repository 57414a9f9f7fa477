// The skeleton storefront once hydrated: forms travel to /cart.data, loaders answer as turbo-streams, lines are drawn before the answer.
const main = document.querySelector('main.page');
const aside = document.querySelector('#cart-aside');
let cart;
let page;
const $ = (selector, from = document) => from.querySelector(selector);
const money = ({ amount, currencyCode }) =>
  new Intl.NumberFormat('sv-SE', { style: 'currency', currency: currencyCode }).format(amount);
const attribute = (value) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll("'", '&#39;');

/** Undoes a turbo-stream: values by their place, objects with places for keys, rows for what was deferred. */
const decode = (text) => {
  const [first, ...rows] = text.trim().split('\n');
  const flat = JSON.parse(first);
  const deferred = {};
  for (const row of rows) {
    const [id] = row.split(':', 1);
    deferred[id] = flat.length;
    flat.push(...JSON.parse(row.slice(id.length + 1)));
  }
  const at = (place) => {
    if (place < 0) return place === -5 ? null : undefined;
    const value = flat[place];
    if (Array.isArray(value) && value[0] === 'P') return at(deferred[`P${value[1]}`]);
    if (Array.isArray(value)) return value.map(at);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, target]) => [flat[key.slice(1)], at(target)]));
  };
  return at(0);
};
const load = async (path) => decode(await (await fetch(path)).text());
const addressOf = ({ pathname, search }) => `${pathname === '/' ? '/_root' : pathname}.data${search}`;
/** After an action what the page shows is loaded again, the root with the cart along with it. */
const loadRoot = async () => {
  const { root } = await load(addressOf(location));
  cart = root.data.cart;
};

const cartForm = (action, inputs, inner, analytics) =>
  `<form method="post" action="/cart"><input type="hidden" name="cartFormInput" value='${attribute({ action, inputs })}'>${analytics ? `<input name="analytics" type="hidden" value='${attribute(analytics)}'>` : ''}${inner}</form>`;
const addForm = ({ handle, title, id, variant, price, available }, quantity = 1) =>
  cartForm(
    'LinesAdd',
    {
      lines: [
        { merchandiseId: variant.id, quantity, selectedVariant: { ...variant, price, product: { handle, title } } },
      ],
    },
    `<button type="submit" class="add"${available ? '' : ' disabled'}>${available ? 'Lägg i varukorgen' : 'Slutsåld'}</button>`,
    {
      products: [
        {
          productGid: id,
          variantGid: variant.id,
          name: title,
          variantName: variant.title,
          price: price.amount,
          quantity,
        },
      ],
    },
  );
const price = ({ price: now, compareAtPrice }) =>
  compareAtPrice
    ? `<div aria-label="Price" class="product-price"><div class="product-price-on-sale"><div>${money(now)}</div><s><div>${money(compareAtPrice)}</div></s></div></div>`
    : `<div aria-label="Price" class="product-price"><div>${money(now)}</div></div>`;

const lines = (layout) =>
  cart?.lines.nodes.length
    ? `<div class="cart-main"><div class="cart-details"><ul aria-labelledby="cart-lines">${cart.lines.nodes
        .map(
          (line) =>
            `<li class="cart-line" data-optimistic="${!!line.isOptimistic}"><img alt="${line.merchandise.title}" src="data:," width="100"><div><a href="/products/${line.merchandise.product.handle}"><p><strong>${line.merchandise.product.title}</strong></p></a><div aria-label="Price" class="product-price"><div>${money(line.cost.totalAmount)}</div></div><ul><li><small>Storlek: ${line.merchandise.title}</small></li></ul><div class="cart-line-quantity"><small>Antal: ${line.quantity} &nbsp;&nbsp;</small>${cartForm('LinesUpdate', { lines: [{ id: line.id, quantity: line.quantity - 1 }] }, `<button aria-label="Minska antal" name="decrease-quantity" value="${line.quantity - 1}"${line.quantity < 2 ? ' disabled' : ''}><span>&#8722; </span></button>`)}${cartForm('LinesUpdate', { lines: [{ id: line.id, quantity: line.quantity + 1 }] }, `<button aria-label="Öka antal" name="increase-quantity" value="${line.quantity + 1}"><span>&#43;</span></button>`)}${cartForm('LinesRemove', { lineIds: [line.id] }, '<button type="submit" class="remove">Ta bort</button>')}</div></div></li>`,
        )
        .join(
          '',
        )}</ul><div aria-labelledby="cart-summary" class="cart-summary-${layout}"><h4>Summa</h4><dl class="cart-subtotal"><dt>Delsumma</dt><dd><div>${money(cart.cost.subtotalAmount)}</div></dd></dl>${cart.discountCodes.map(({ code }) => `<dl><dt>Rabatt(er)</dt><dd class="cart-discount"><code>${code}</code></dd></dl>`).join('')}${cartForm('DiscountCodesUpdate', {}, '<div><input type="text" name="discountCode" placeholder="Rabattkod"><button type="submit">Använd</button></div>')}${cartForm('GiftCardCodesUpdate', {}, '<div><input type="text" name="giftCardCode" placeholder="Presentkortskod"><button type="submit">Använd</button></div>')}<div><a href="${cart.checkoutUrl}" target="_self"><p>Gå till kassan &rarr;</p></a></div></div><section class="upsell"><h5>Passar till</h5><p>${cart.upsell.title}</p>${price(cart.upsell)}${addForm(cart.upsell)}</section></div></div>`
    : '<div class="cart-main"><div><p>Det ser ut som att du inte har lagt till något än!</p><a href="/collections/ytterplagg">Fortsätt handla →</a></div></div>';
const drawCart = () => {
  $('.cart-badge').textContent = `Varukorg ${cart?.totalQuantity ?? 0}`;
  $('main', aside).innerHTML = lines('aside');
  if (page?.cart) main.innerHTML = `<div class="cart"><h1>Varukorg</h1>${lines('page')}</div>`;
};
const openAside = (open = true) => aside.classList.toggle('expanded', open);

const showProduct = ({ product }) => {
  let chosen = product.variants[0];
  let quantity = 1;
  const draw = () => {
    const options = product.variants
      .map(
        (one) =>
          `<button type="button" class="product-options-item" data-id="${one.id}" style="border:1px solid ${one === chosen ? 'black' : 'transparent'}">${one.title}</button>`,
      )
      .join('');
    main.innerHTML = `<div class="product"><div class="product-image"><img alt="${product.title}" src="data:,"></div><div class="product-main"><h1>${product.title}</h1>${price(product)}<br><div class="product-form"><div class="product-options"><h5>Storlek</h5><div class="product-options-grid">${options}</div></div><label>Antal <select name="antal">${[1, 2, 3].map((n) => `<option${n === quantity ? ' selected' : ''}>${n}</option>`).join('')}</select></label>${addForm({ ...product, variant: chosen, available: chosen.available }, quantity)}</div><p><strong>Beskrivning</strong></p><div>Sydd i Borås. Fri frakt över ${money({ amount: '2000.0', currencyCode: 'SEK' })}.</div></div></div>`;
    for (const option of main.querySelectorAll('.product-options-item'))
      option.onclick = () => {
        chosen = product.variants.find(({ id }) => id === option.dataset.id);
        history.replaceState(null, '', `?Storlek=${encodeURIComponent(chosen.title)}`);
        draw();
      };
    $('select', main).onchange = ({ target }) => {
      quantity = Number(target.value);
      draw();
    };
  };
  draw();
};

const grid = (products) =>
  `<div class="products-grid">${products.map((one) => `<a class="product-item" href="/products/${one.handle}"><img alt="${one.title}" src="data:,"><h4>${one.title}</h4><small><div>${money(one.price)}</div></small></a>`).join('')}</div>`;
const orderLines = (order) =>
  order.lines
    .map(
      ({ title, quantity, price: each }) =>
        `<tr><td><p>${title}</p></td><td><div>${money(each)}</div></td><td>${quantity}</td></tr>`,
    )
    .join('');
const routes = {
  'routes/_index': ({ products }) =>
    `<div class="home"><h1>Vinterkollektionen</h1><h2>Rekommenderade produkter</h2>${grid(products)}</div>`,
  'routes/collections.$handle': ({ title, products }) =>
    `<div class="collection"><h1>${title}</h1><select name="sort"><option value="">Rekommenderat</option><option value="price">Pris</option></select>${grid(products)}</div>`,
  'routes/search': ({ term, products }) =>
    `<div class="search"><h1>Sök</h1><form method="get" action="/search"><input type="search" name="q" value="${term}"><button type="submit">Sök</button></form><h2>Produkter</h2>${grid(products)}<p>${products.length} träffar</p></div>`,
  'routes/account.orders._index': ({ orders }) =>
    `<div class="account"><h1>Välkommen, Åsa</h1><div class="orders">${orders.map((order) => `<fieldset><a href="/account/orders/${order.id}"><strong>#${order.number}</strong></a><p>${order.date}</p><p>PAID</p><p>${money(order.total)}</p><a href="/account/orders/${order.id}">Visa order →</a></fieldset>`).join('')}</div></div>`,
  'routes/account.orders.$id': ({ order }) =>
    `<div class="account-order"><h2>Order #${order.number}</h2><p>Lagd ${order.date}</p><table><tbody>${orderLines(order)}</tbody><tfoot><tr><th>Delsumma</th><td>${money(order.subtotal)}</td></tr><tr><th>Moms</th><td>${money(order.tax)}</td></tr><tr><th>Totalt</th><td>${money(order.total)}</td></tr></tfoot></table></div>`,
};

const show = async () => {
  const { pathname, search } = location;
  const address = addressOf(location);
  const answer = await load(cart ? `${address}${search ? '&' : '?'}_routes=own` : address);
  const [route, { data }] = Object.entries(answer).find(([id]) => id !== 'root');
  cart = answer.root?.data.cart ?? cart;
  page = data;
  document.title = `Hydrogen | ${data.product?.title ?? data.title ?? 'Hem'}`;
  if (data.product) showProduct(data);
  else if (!data.cart) main.innerHTML = routes[route](data);
  drawCart();
  main.dataset.at = pathname + search;
};
const go = (path) => {
  history.pushState(null, '', path);
  openAside(false);
  return show();
};

/** What the cart will look like if all goes well. */
const foresee = ({ action, inputs }) => {
  if (!cart) return;
  const kept = cart.lines.nodes.filter(({ id }) => !inputs.lineIds?.includes(id));
  if (action === 'LinesAdd')
    for (const { merchandiseId, quantity, selectedVariant: seen } of inputs.lines) {
      const amount = String(Number(seen.price.amount) * quantity);
      const known = kept.find(({ merchandise }) => merchandise.id === merchandiseId);
      if (known) known.quantity += quantity;
      else
        kept.push({
          id: `optimistic-${merchandiseId}`,
          isOptimistic: true,
          quantity,
          cost: { totalAmount: { ...seen.price, amount } },
          merchandise: seen,
        });
    }
  if (action === 'LinesUpdate')
    for (const { id, quantity } of inputs.lines) kept.find((line) => line.id === id).quantity = quantity;
  cart.lines.nodes = kept;
  cart.totalQuantity = kept.reduce((sum, { quantity }) => sum + quantity, 0);
  drawCart();
};

document.addEventListener('submit', async (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.getAttribute('action') === '/search') return go(`/search?q=${encodeURIComponent(form.q.value)}`);
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const input = JSON.parse(fields.get('cartFormInput'));
  const button = $('button[type=submit]', form);
  if (button) button.disabled = true;
  aside.dataset.busy = input.action;
  foresee(input);
  await fetch('/cart.data', { method: 'POST', body: fields });
  await loadRoot();
  if (button) button.disabled = false;
  drawCart();
  aside.dataset.busy = '';
});
document.addEventListener('click', (event) => {
  if (event.target.closest('.add:not([disabled])')) openAside();
  if (event.target.closest('.close, .close-outside')) openAside(false);
  const link = event.target.closest('a[href^="/"]');
  if (!link) return;
  event.preventDefault();
  if (link.matches('.cart-badge')) openAside();
  else go(link.getAttribute('href'));
});
document.addEventListener('change', async ({ target }) => {
  if (target.name === 'sort') go(`${location.pathname}?sort=${target.value}`);
  if (target.name !== 'country') return;
  const inputs = { buyerIdentity: { countryCode: target.value } };
  const body = new URLSearchParams({ cartFormInput: JSON.stringify({ action: 'BuyerIdentityUpdate', inputs }) });
  await fetch('/cart.data', { method: 'POST', body });
  await loadRoot();
  target.dataset.saved = target.value;
});
addEventListener('popstate', show);
show();

// Sunrise: a Vue app's behaviour by hand. Everything is GraphQL to the commerce API on another host, 200 whatever comes of it.
const { api, project } = window.__SUNRISE__;
const BASE = '/es/es';
const outlet = document.querySelector('#app main');
const $ = (selector, from = document) => from.querySelector(selector);
let cart = null;
let anonymous;
let fading;

const money = ({ centAmount, currencyCode, fractionDigits }) =>
  new Intl.NumberFormat('es-ES', { style: 'currency', currency: currencyCode }).format(
    centAmount / 10 ** fractionDigits,
  );

const ask = async (query, variables) => {
  anonymous ??= fetch(`${api}/oauth/${project}/anonymous/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).then((answer) => answer.json());
  const { access_token } = await anonymous;
  const answer = await fetch(`${api}/${project}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', accept: '*/*' },
    body: JSON.stringify({ operationName: query.match(/(?:query|mutation) (\w+)/)[1], variables, query }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
  return data;
};
const CART = `fragment CartFields on Cart { cartId: id version lineItems { lineId: id productId name(locale: $locale) productSlug(locale: $locale) quantity price { value { ...money } discounted { value { ...money } } } totalPrice { ...money } variant { sku } } totalPrice { ...money } taxedPrice { totalNet { ...money } totalGross { ...money } } shippingInfo { shippingMethodName price { ...money } } discountCodes { discountCode { code } } }`;
const LISTING =
  'query products($locale: Locale!, $where: String, $sort: [String!]) { productProjectionSearch(text: $where, sorts: $sort) { total results { id name(locale: $locale) slug(locale: $locale) masterVariant { sku price { value { ...money } discounted { value { ...money } } } } } } }';
const PRODUCT =
  'query Product($locale: Locale!, $sku: String!) { productProjectionSearch(filters: [{ string: $sku }]) { results { productId: id name(locale: $locale) slug(locale: $locale) variants: allVariants { sku attributes price { value { ...money } discounted { value { ...money } } } availability { isOnStock } } } } }';

const use = (next) => {
  cart = next?.lineItems ? next : null;
  const pieces = cart?.lineItems.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  $('[data-test=mini-cart-open-button] .counter').textContent = pieces || '';
  $('#mini-cart').innerHTML = pieces
    ? `${rows(cart)}${totals(cart)}${link('/cart', 'Ver la cesta')}`
    : 'Tu cesta está vacía';
};
const loadCart = async () =>
  use(
    (
      await ask(`query myCart($locale: Locale!) { myCart: me { activeCart { ...CartFields } } } ${CART}`, {
        locale: 'es',
      })
    ).myCart.activeCart,
  );
const update = async (actions) => {
  if (!cart) {
    const { createMyCart } = await ask(
      `mutation createCart($draft: MyCartDraft!, $locale: Locale!) { createMyCart(draft: $draft) { ...CartFields } } ${CART}`,
      { draft: { currency: 'EUR', country: 'ES', shippingAddress: { country: 'ES' } }, locale: 'es' },
    );
    use(createMyCart);
  }
  const { updateMyCart } = await ask(
    `mutation mutateCart($actions: [MyCartUpdateAction!]!, $version: Long!, $id: String!, $locale: Locale!) { updateMyCart(actions: $actions, version: $version, id: $id) { ...CartFields } } ${CART}`,
    { actions, version: cart.version, id: cart.cartId, locale: 'es' },
  );
  use(updateMyCart);
};
const addLineItem = (sku, quantity) => ({
  addLineItem: { sku, quantity, distributionChannel: null, supplyChannel: null },
});

const priceOf = ({ value, discounted }) =>
  discounted
    ? `<span data-test="product-original-price" class="old-price">${money(value)}</span> <span data-test="discounted-price" class="new-price">${money(discounted.value)}</span>`
    : `<span data-test="product-original-price">${money(value)}</span>`;
const note = (text, kind) => {
  const at = $('#notes');
  at.innerHTML = `<div class="message ${kind}" role="${kind === 'error' ? 'alert' : 'status'}">${text}</div>`;
  clearTimeout(fading);
  fading = setTimeout(() => at.replaceChildren(), 1200);
};
const link = (path, text, more = '') => `<a href="${BASE}${path}" ${more}>${text}</a>`;
const card = ({ name, slug, masterVariant: { sku, price } }) =>
  `<div class="single-product" data-test="product-list"><div class="product-img">${link(`/product/${slug}/${sku}`, `<img alt="${name}" src="data:,">`)}<div class="product-action"><button type="button" class="animate-left" title="Añadir a la lista de deseos" data-wish="${sku}"></button><button type="button" class="animate-right" title="Vista rápida" data-quick="${sku}" data-test="open-quickview">Vista rápida</button></div></div><div class="product-content"><h4>${link(`/product/${slug}/${sku}`, name, 'data-test="product-name"')}</h4>${priceOf(price)}</div></div>`;

const detail = (product, sku) => {
  const variant = product.variants.find((one) => one.sku === sku);
  return `<div class="product-details-content"><h2 data-test="product-name">${product.name}</h2><p class="sku" data-test="product-sku">Ref. ${sku}</p><div class="product-price">${priceOf(variant.price)}</div>${product.variants.length > 1 ? `<select data-test="attribute-select">${product.variants.map((one) => `<option value="${one.sku}"${one.sku === sku ? ' selected' : ''}>${one.attributes.color}</option>`).join('')}</select>` : ''}<form class="quickview-plus-minus" data-sku="${sku}" data-slug="${product.slug}"><input data-test="add-to-cart-amount" name="qty" type="number" min="1" value="1" required><input type="submit" class="btn-style" data-test="add-to-cart-button" value="Añadir a la cesta"${variant.availability.isOnStock ? '' : ' disabled'}></form><button type="button" data-wish="${sku}" class="wish">Añadir a la lista de deseos</button></div>`;
};
const productOf = async (sku) => (await ask(PRODUCT, { locale: 'es', sku })).productProjectionSearch.results[0];

const totals = (of) =>
  `<div class="cart-total"><div>Subtotal <span data-test="cart-subtotal">${money(of.lineItems.map(({ totalPrice }) => totalPrice).reduce((sum, one) => ({ ...one, centAmount: sum.centAmount + one.centAmount }), { centAmount: 0 }))}</span></div>${of.shippingInfo ? `<div>Gastos de envío <span>${money(of.shippingInfo.price)}</span></div><div>IVA incluido <span>${money({ ...of.taxedPrice.totalGross, centAmount: of.taxedPrice.totalGross.centAmount - of.taxedPrice.totalNet.centAmount })}</span></div>` : ''}<div>Total <span data-test="cart-total-price">${money(of.taxedPrice?.totalGross ?? of.totalPrice)}</span></div></div>`;
const rows = (of, controls) =>
  of.lineItems
    .map(
      (line) =>
        `<div class="cart-line" data-test="cart-line-item" data-line="${line.lineId}"><div class="name">${link(`/product/${line.productSlug}/${line.variant.sku}`, line.name, 'data-test="cart-line-item-link"')}<span data-test="cart-line-item-sku">${line.variant.sku}</span></div><div class="price">${priceOf(line.price)}</div>${controls ? `<div class="quantity"><button type="button" class="dec" data-by="-1" data-test="decrease">-</button><input type="text" value="${line.quantity}" data-test="cart-line-item-quantity"><button type="button" class="inc" data-by="1">+</button></div>` : `<div class="quantity">${line.quantity} uds.</div>`}<div class="total" data-test="cart-line-item-total-price">${money(line.totalPrice)}</div>${controls ? '<button type="button" class="delete" data-test="cart-line-item-delete" aria-label="Eliminar">×</button>' : ''}</div>`,
    )
    .join('');

let step;
const checkout = {
  address: () =>
    `<form data-step="address"><h3>Datos de facturación</h3><input name="firstName" placeholder="Nombre"><input name="streetName" placeholder="Dirección"><input name="postalCode" placeholder="Código postal"><input name="email" type="email" placeholder="Correo electrónico"><button type="submit" class="btn-style">Continuar</button></form>`,
  shipping: () =>
    `<form data-step="shipping"><h3>Método de envío</h3><label><input type="radio" name="method" value="std-es" checked> Estándar 4,95 €</label><button type="submit" class="btn-style">Continuar</button></form>`,
  payment: () =>
    `<form data-step="payment"><h3>Forma de pago</h3><label><input type="radio" name="pay" value="CreditCard" checked> Tarjeta de crédito</label><input type="checkbox" name="terms" required checked> Acepto los términos<button type="submit" class="btn-style" data-test="place-order">Realizar el pedido</button></form>`,
};
const showCheckout = () => {
  outlet.innerHTML = `<div class="checkout-area" data-test="checkout"><h2>Tramitar pedido</h2>${checkout[step]()}<div class="your-order"><h3>Tu pedido</h3>${rows(cart)}${totals(cart)}</div></div>`;
};

const show = async () => {
  const [kind, a, b] = location.pathname.slice(BASE.length + 1).split('/');
  document.title = 'Sunrise';
  if (kind === 'product') {
    const product = await productOf(b);
    document.title = `${product.name} - Sunrise`;
    outlet.innerHTML = `<div data-test="product-page">${detail(product, b)}</div>`;
  } else if (kind === 'products' || kind === '') {
    const query = new URLSearchParams(location.search);
    const { productProjectionSearch: found } = await ask(LISTING, {
      locale: 'es',
      where: query.get('q'),
      sort: query.get('sort'),
    });
    outlet.innerHTML = `<div class="shop-area"><h1>${a === 'iluminacion' ? 'Iluminación' : 'Novedades'}</h1><span>${found.total} productos</span><select data-test="sort"><option value="">Recomendados</option><option value="price asc">Precio</option></select>${found.results.map(card).join('')}</div>`;
  } else if (kind === 'cart') {
    await loadCart();
    outlet.innerHTML = cart?.lineItems.length
      ? `<div class="cart-main-area"><h3>Tu cesta</h3>${rows(cart, true)}<form class="discount"><input name="code" data-test="discount-code-input" placeholder="Código de descuento"><button type="submit">Aplicar</button></form>${totals(cart)}${link('/checkout', 'Tramitar pedido', 'class="btn-style" data-test="proceed-to-checkout"')}</div>`
      : '<h3 data-test="empty-cart-label">Tu cesta está vacía</h3>';
  } else if (kind === 'checkout') {
    if (!cart) await loadCart();
    step = 'address';
    if (cart) showCheckout();
    else outlet.innerHTML = '<h3 data-test="empty-cart-label">Tu cesta está vacía</h3>';
  } else if (kind === 'login') {
    outlet.innerHTML =
      '<form data-test="login-form"><h2>Iniciar sesión</h2><input type="email" name="email"><input type="password" name="password"><button>Entrar</button></form><form class="register" data-test="register-form"><h2>Crear cuenta</h2><input name="firstName" placeholder="Nombre"><input type="email" name="email"><input type="password" name="password"><label><input type="checkbox" name="agree"> Acepto los términos</label><button>Registrarse</button></form>';
  } else if (kind === 'user' && a === 'order') {
    const { me } = await ask(
      'query orderById($id: String) { me { order(id: $id) { orderNumber createdAt lineItems { name quantity } totalPrice { ...money } } } }',
      { id: b },
    );
    outlet.innerHTML = `<div data-test="order-detail"><h2>Pedido ${me.order.orderNumber}</h2>${rows(me.order)}${totals(me.order)}</div>`;
  } else if (kind === 'user') {
    const { me } = await ask(
      'query orders($locale: Locale!) { me { orders { results { id orderNumber totalPrice { ...money } } } } }',
      { locale: 'es' },
    );
    outlet.innerHTML = `<h2>Mis pedidos</h2>${me.orders.results.map((order) => `<div data-test="order-list">${order.orderNumber} ${money(order.totalPrice)} ${link(`/user/order/${order.id}`, 'Ver detalles')}</div>`).join('')}`;
  }
  outlet.dataset.at = location.pathname + location.search;
};
const go = (path) => {
  history.pushState(null, '', BASE + path);
  $('#mini-cart').hidden = true;
  return show();
};
const thank = ({ orderId, orderNumber, totalPrice }) => {
  outlet.innerHTML = `<div class="thank-you" data-test="thank-you"><h2>¡Gracias por tu compra!</h2><p>Tu número de pedido es <b>${orderNumber}</b>. Importe total: <b>${money(totalPrice)}</b></p>${link(`/user/order/${orderId}`, 'Ver el pedido')}</div>`;
};

const submits = {
  async quick(form) {
    const button = $('[type=submit]', form);
    button.disabled = true;
    try {
      await update([addLineItem(form.dataset.sku, Number(form.qty.value))]);
      note('El producto se ha añadido a la cesta', 'success');
    } catch (error) {
      note(error.code === 'InsufficientStock' ? 'No quedan unidades de este producto' : error.message, 'error');
    }
    button.disabled = false;
  },
  async discount(form) {
    try {
      await update([{ addDiscountCode: { code: form.code.value } }]);
      show();
    } catch {
      note('El código no es válido', 'error');
    }
  },
  async register(form) {
    const draft = { firstName: form.firstName.value, email: form.email.value, password: form.password.value };
    try {
      await ask(
        'mutation register($draft: CustomerSignMeUpDraft!) { customerSignMeUp(draft: $draft) { customer { id } } }',
        { draft },
      );
      go('/user');
    } catch (error) {
      note(error.code === 'DuplicateField' ? 'Ya existe una cuenta con este correo' : error.message, 'error');
    }
  },
  async login(form) {
    try {
      await ask(
        'mutation login($email: String!, $password: String!) { customerSignMeIn(draft: { email: $email, password: $password }) { customer { id } } }',
        { email: form.email.value, password: form.password.value },
      );
    } catch {
      note('El correo o la contraseña no son correctos', 'error');
    }
  },
  async step(form) {
    if (step === 'address') {
      const address = {
        firstName: form.firstName.value,
        streetName: form.streetName.value,
        country: 'ES',
        email: form.email.value,
      };
      await update([{ setBillingAddress: { address } }, { setShippingAddress: { address } }]);
      step = 'shipping';
    } else if (step === 'shipping') {
      await update([{ setShippingMethod: { shippingMethod: { typeId: 'shipping-method', id: form.method.value } } }]);
      step = 'payment';
    } else
      try {
        const { createMyOrderFromCart } = await ask(
          'mutation createMyOrder($id: String!, $version: Long!) { createMyOrderFromCart(draft: { id: $id, version: $version }) { orderId: id orderNumber totalPrice { ...money } } }',
          { id: cart.cartId, version: cart.version },
        );
        use(null);
        return thank(createMyOrderFromCart);
      } catch {
        return note('El pago ha sido rechazado. Inténtalo de nuevo.', 'error');
      }
    showCheckout();
  },
};
document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.matches('.quickview-plus-minus')) submits.quick(form);
  else if (form.dataset.step) submits.step(form);
  else if (form.matches('[data-test=login-form]')) submits.login(form);
  else if (form.matches('.search')) go(`/products/all?q=${encodeURIComponent(form.q.value)}`);
  else submits[form.className]?.(form);
});
document.addEventListener('click', async ({ target }) => {
  const wish = target.closest('[data-wish]');
  const quick = target.closest('[data-quick]');
  const row = target.closest('[data-line]');
  if (wish) {
    await ask(
      'mutation mutateShoppingList($actions: [MyShoppingListUpdateAction!]!) { updateMyShoppingList(actions: $actions) { id version lineItems { id } } }',
      { actions: [{ addLineItem: { sku: wish.dataset.wish, quantity: 1 } }] },
    );
    note('Añadido a la lista de deseos', 'success');
  } else if (quick) {
    $('#quickview').innerHTML =
      `<div class="modal" role="dialog" data-test="quickview"><button type="button" class="close">×</button>${detail(await productOf(quick.dataset.quick), quick.dataset.quick)}</div>`;
  } else if (target.matches('.modal .close')) $('#quickview').replaceChildren();
  else if (row && target.matches('.delete, [data-by]')) {
    const line = cart.lineItems.find(({ lineId }) => lineId === row.dataset.line);
    const quantity = target.matches('.delete') ? 0 : line.quantity + Number(target.dataset.by);
    await update([{ changeLineItemQuantity: { lineItemId: line.lineId, quantity } }]);
    show();
  } else if (target.closest('[data-test=mini-cart-open-button]')) {
    const mini = $('#mini-cart');
    mini.hidden = !mini.hidden;
  }
});
document.addEventListener('click', (event) => {
  const anchor = event.target.closest('a[href^="/es/es"]');
  if (!anchor) return;
  event.preventDefault();
  go(anchor.getAttribute('href').slice(BASE.length));
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-test=sort]')) go(`${location.pathname.slice(BASE.length)}?sort=${target.value}`);
  if (target.matches('[data-test=attribute-select]') && !target.closest('.modal'))
    go(location.pathname.slice(BASE.length).replace(/[^/]+$/, target.value));
});
addEventListener('popstate', show);
loadCart();
show();

// The retail app once hydrated: routes by history, asks the commerce API through the shop's own proxy.
const { config, shopper } = JSON.parse(document.querySelector('#mobify-data').textContent);
const BASE = '/RefArch/de-DE';
const API = '/mobify/proxy/api';
const ORG = `organizations/${config.organization}`;
const SITE = `siteId=${config.site}&locale=de-DE`;
const app = document.querySelector('.react-target');
const view = app.querySelector('#app-main');
let token = '';
let basket;

const money = (amount) => amount.toLocaleString('de-DE', { style: 'currency', currency: config.currency });
const $ = (selector, from = document) => from.querySelector(selector);

const ask = async (method, path, body) => {
  const answer = await fetch(`${API}/${path}${path.includes('?') ? '&' : '?'}${SITE}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const json = answer.status === 204 ? undefined : await answer.json();
  if (!answer.ok) throw Object.assign(new Error(json.detail), json);
  return json;
};
const baskets = (method, rest = '', body) =>
  ask(method, `checkout/shopper-baskets/v1/${ORG}/baskets${rest && `/${basket.basketId}${rest}`}`, body);
const products = (id) => ask('GET', `product/shopper-products/v1/${ORG}/products/${id}?allImages=true`);
const beacon = (activity, body) =>
  fetch(`${API}/einstein/v3/activities/${config.site}/${activity}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cq-client-id': 'aaaj-sfra' },
    body: JSON.stringify({ cookieId: shopper.usid, realm: 'AAAJ', instanceType: 'sbx', ...body }),
  });

const use = (next) => {
  basket = next;
  const pieces = basket?.productItems?.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  const bag = $('[aria-label^="Mein Warenkorb"]');
  bag.setAttribute('aria-label', `Mein Warenkorb, Anzahl der Artikel: ${pieces}`);
  bag.innerHTML = `<svg class="chakra-icon"></svg>${pieces ? `<span class="css-1badge">${pieces}</span>` : ''}`;
};

const toast = (text, status = 'error') => {
  const note = document.createElement('div');
  note.className = 'chakra-toast';
  note.innerHTML = `<div role="status" data-status="${status}" class="chakra-alert"><div class="chakra-alert__title">${text}</div></div>`;
  $('#chakra-toast-manager-top-right').append(note);
  setTimeout(() => note.remove(), 3000);
};

const dialog = (inner, testid) => {
  const portal = document.createElement('div');
  portal.className = 'chakra-portal';
  portal.innerHTML = `<div class="chakra-modal__overlay"></div><section role="${testid === 'add-to-cart-modal' ? 'dialog' : 'alertdialog'}" aria-modal="true" class="chakra-modal__content" data-testid="${testid}"><button type="button" aria-label="Schließen" class="chakra-modal__close-btn"></button>${inner}</section>`;
  document.body.append(portal);
  portal.addEventListener('click', ({ target }) => target.closest('button, a') && portal.remove());
  return portal;
};

const priceOf = ({ price, was }) =>
  was
    ? `<b class="chakra-text" aria-label="Aktueller Preis ${money(price)}">${money(price)}</b> <s class="chakra-text" aria-label="Ursprünglicher Preis ${money(was)}">${money(was)}</s>`
    : `<b class="chakra-text" aria-label="Preis ${money(price)}">${money(price)}</b>`;
const tile = ({ id, name, price, was }) =>
  `<article class="css-tile"><a data-testid="product-tile" href="${BASE}/product/${id}"><img alt="${name}" src="data:,"><p class="chakra-text">${name}</p><div class="chakra-stack">${priceOf({ price, was })}</div></a><button type="button" class="wish" data-id="${id}" aria-label="${name} zur Wunschliste hinzufügen"></button></article>`;
const grid = (list) => `<div class="chakra-grid">${list.map(tile).join('')}</div>`;

const added = (lines) => {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  dialog(
    `<header class="chakra-modal__header">${pieces} Artikel zum Warenkorb hinzugefügt</header><div class="chakra-modal__body">${lines.map(({ name, price, quantity }) => `<div><h2 class="chakra-heading">${name}</h2><p>Menge: ${quantity}</p><p>${money(price * quantity)}</p></div>`).join('')}<p>Warenkorb-Zwischensumme (${basket.productItems.length} Artikel) <span>${money(basket.productSubTotal)}</span></p><a class="chakra-button" href="${BASE}/cart">Warenkorb anzeigen</a><a class="chakra-button" href="${BASE}/checkout">Weiter zum Checkout</a><h2>Das könnte Ihnen auch gefallen</h2>${grid(shopper.recommended)}</div>`,
    'add-to-cart-modal',
  );
};

const addAll = async (lines) => {
  try {
    if (!basket) use(await baskets('POST', '', {}));
    const items = lines.map(({ id, price, quantity }) => ({ productId: id, price, quantity }));
    use(await baskets('POST', '/items', items));
    beacon('addToCart', { products: lines.map(({ id, price, quantity }) => ({ id, sku: id, price, quantity })) });
    added(lines);
  } catch {
    toast('Etwas ist schiefgegangen. Versuchen Sie es nochmal!');
  }
};

/** Every product's page is headed alike, for readers of screens; its name is shown below, for narrow screens and for wide ones. */
const HEAD = '<h1 class="chakra-heading">Produktdetails</h1>';
const headOf = (name, price) =>
  `<div style="display: none">${`<h2 class="chakra-heading">${name}</h2>${price}`}</div><div class="chakra-stack"><nav aria-label="breadcrumb"><ol><li><a href="${BASE}/category/damen">Damen</a></li></ol></nav><h2 class="chakra-heading">${name}</h2>${price}</div>`;

/** What is suggested comes from a host of its own, asked again whenever another variant is shown. */
const suggest = (products) => {
  for (const name of ['complete-the-set', 'pdp-similar-items', 'viewed-recently-einstein'])
    fetch(`${config.einstein}/v3/personalization/recs/${config.site}/${name}`, {
      method: 'POST',
      headers: { 'x-cq-client-id': 'aaaj-sfra' },
      body: JSON.stringify({ ...(name[0] !== 'v' && { products }), cookieId: shopper.usid, realm: 'AAAJ' }),
    });
};

const showProduct = async (id) => {
  const product = await products(id);
  beacon('viewProduct', { product: { id } });
  suggest([{ id, price: product.price }]);
  document.title = `Jetzt ${product.name} kaufen`;
  if (product.type.set) {
    view.innerHTML = `<div data-testid="product-details-page">${HEAD}<div data-testid="product-view">${headOf(product.name, `Ab ${money(Math.min(...product.setProducts.map(({ price }) => price)))}`)}<button type="button" class="chakra-button set">Set zum Warenkorb hinzufügen</button></div><hr>${product.setProducts.map((part) => `<div data-testid="child-product"><div data-testid="product-view"><div class="chakra-stack"><h2 class="chakra-heading">${part.name}</h2>${priceOf(part)}</div><div><button type="button" class="chakra-button part" data-id="${part.id}">In den Warenkorb</button></div></div></div>`).join('')}</div>`;
    $('.set', view).onclick = () => addAll(product.setProducts.map((part) => ({ ...part, quantity: 1 })));
    for (const button of view.querySelectorAll('.part'))
      button.onclick = () =>
        addAll([{ ...product.setProducts.find(({ id }) => id === button.dataset.id), quantity: 1 }]);
    return;
  }
  let variant = product.variants ? undefined : product;
  let quantity = 1;
  view.innerHTML = `<div data-testid="product-details-page">${HEAD}<div data-testid="product-view">${headOf(product.name, `<div>${priceOf(product)}</div>`)}${product.variants ? `<div role="radiogroup" aria-label="Größe">${product.variants.map((one) => `<a role="radio" aria-checked="false" data-pid="${one.id}" href="?size=${one.size}&pid=${one.id}">${one.size}</a>`).join('')}</div><p role="alert" class="missing"></p>` : ''}<label>Menge:</label><div class="quantity"><button type="button" data-testid="quantity-decrement">−</button><input type="number" inputmode="numeric" value="1"><button type="button" data-testid="quantity-increment">+</button></div><button type="button" class="chakra-button add">In den Warenkorb</button><button type="button" class="chakra-button wish" data-id="${id}">Zur Wunschliste hinzufügen</button></div><h2>Vielleicht gefällt Ihnen auch</h2>${grid(shopper.recommended)}</div>`;
  for (const radio of view.querySelectorAll('[role=radio]'))
    radio.onclick = (event) => {
      event.preventDefault();
      event.stopPropagation();
      variant = product.variants.find(({ id: pid }) => pid === radio.dataset.pid);
      for (const other of view.querySelectorAll('[role=radio]')) other.setAttribute('aria-checked', other === radio);
      history.replaceState(null, '', radio.getAttribute('href'));
      suggest([{ id, price: product.price, sku: variant.id }]);
      $('.missing', view).textContent = '';
    };
  const field = $('.quantity input', view);
  const step = (by) => () => {
    quantity = Math.max(1, quantity + by);
    field.value = quantity;
  };
  $('[data-testid=quantity-decrement]', view).onclick = step(-1);
  $('[data-testid=quantity-increment]', view).onclick = step(1);
  const button = $('.add', view);
  button.onclick = async () => {
    if (!variant) {
      $('.missing', view).textContent = 'Bitte wählen Sie alle Optionen aus';
      return;
    }
    button.disabled = true;
    await addAll([{ ...variant, name: product.name, price: product.price, quantity }]);
    button.disabled = false;
  };
};

const summary = (of) =>
  `<div data-testid="sf-order-summary"><h2>Bestellübersicht</h2><div><span>Zwischensumme</span><span>${money(of.productSubTotal)}</span></div>${of.orderDiscount ? `<div><span>10 % auf alles</span><span>-${money(of.orderDiscount)}</span></div>` : ''}<div><span>Versand</span><span>${of.shippingTotal === undefined ? 'Noch nicht festgelegt' : money(of.shippingTotal)}</span></div><div><span>Steuern</span><span>${of.taxTotal === undefined ? 'Noch nicht festgelegt' : money(of.taxTotal)}</span></div><div><span>${of.shippingTotal === undefined ? 'Geschätzter Gesamtbetrag' : 'Gesamtbetrag'}</span><span>${money(of.orderTotal)}</span></div></div>`;

const sumOf = (line) =>
  `<div class="chakra-stack"><b class="chakra-text" aria-label="Aktueller Preis ${money(line.price)}">${money(line.price)}</b><span aria-live="polite">${line.productName}, aktueller Preis ${money(line.price)}</span>${line.quantity > 1 ? `<p class="chakra-text">${money(line.basePrice)} pro Stück</p>` : ''}</div>`;

const showCart = () => {
  document.title = 'Warenkorb | Retail React App';
  if (!basket?.productItems?.length) {
    view.innerHTML = '<div data-testid="sf-cart-empty"><h1>Ihr Warenkorb ist leer.</h1></div>';
    return;
  }
  view.innerHTML = `<div data-testid="sf-cart-container"><h1 class="chakra-heading">Warenkorb (${basket.productItems.length} Artikel)</h1><div class="chakra-stack">${basket.productItems.map((line) => `<div><div class="chakra-stack"><div data-testid="sf-cart-item-${line.productId}" data-item="${line.itemId}"><div class="chakra-stack"><div class="chakra-aspect-ratio"><img alt="${line.productName}, klein" src="data:,"></div><div class="chakra-stack"><h2 class="chakra-heading"><a class="chakra-link" href="${BASE}/product/${line.productId}">${line.productName}</a></h2><div style="display: none">${sumOf(line)}</div>${sumOf(line)}<div class="quantity"><button type="button" data-testid="quantity-decrement">−</button><input type="number" value="${line.quantity}"><button type="button" data-testid="quantity-increment">+</button></div><button type="button" class="chakra-button remove">Entfernen</button><button type="button" class="chakra-button wish" data-id="${line.productId}">Zur Wunschliste hinzufügen</button></div></div></div></div></div>`).join('')}</div><form class="promo"><input id="code" aria-label="Promo-Code"><button type="submit">Anwenden</button><p class="chakra-form__error-message"></p></form>${summary(basket)}<a class="chakra-button" href="${BASE}/checkout">Weiter zum Checkout</a></div>`;
  for (const row of view.querySelectorAll('[data-item]')) {
    const line = basket.productItems.find(({ itemId }) => itemId === row.dataset.item);
    const set = (by) => async () => {
      use(await baskets('PATCH', `/items/${line.itemId}`, { quantity: line.quantity + by }));
      showCart();
    };
    $('[data-testid=quantity-increment]', row).onclick = set(1);
    $('[data-testid=quantity-decrement]', row).onclick = set(-1);
    $('.remove', row).onclick = () => {
      const asked = dialog(
        '<header>Entfernen des Artikels bestätigen</header><p>Möchten Sie diesen Artikel wirklich aus Ihrem Warenkorb entfernen?</p><button type="button" class="chakra-button keep">Nein, Artikel beibehalten</button><button type="button" class="chakra-button confirm">Ja, Artikel entfernen</button>',
        'confirmation-modal',
      );
      $('.confirm', asked).onclick = async () => {
        use(await baskets('DELETE', `/items/${line.itemId}`));
        showCart();
        toast('Artikel aus Warenkorb entfernt', 'success');
      };
    };
  }
  $('.promo', view).onsubmit = async (event) => {
    event.preventDefault();
    const code = event.target.code.value;
    try {
      use(await baskets('POST', '/coupons', { code }));
      showCart();
      toast('Promo-Aktion angewendet', 'success');
    } catch {
      $('.promo p', view).textContent = 'Überprüfen Sie den Code und versuchen Sie es erneut.';
    }
  };
};

const steps = [
  ['Kontaktinfo', '<input id="email" type="email" autocomplete="email">', 'Als Gast auschecken'],
  [
    'Lieferadresse',
    '<input id="firstName"><input id="address1"><input id="postalCode"><input id="city">',
    'Weiter zur Versandmethode',
  ],
  [
    'Versand & Geschenk',
    '<label><input type="radio" name="method" value="001" checked> Standardversand</label>',
    'Weiter zur Zahlung',
  ],
  ['Zahlung', '<input id="number" autocomplete="cc-number"><input id="holder">', 'Bestellung überprüfen'],
];
const saves = [
  (form) => baskets('PUT', '/customer', { email: form.email.value }),
  (form) => baskets('PUT', '/shipments/me/shipping-address', { address1: form.address1.value, city: form.city.value }),
  (form) => baskets('PUT', '/shipments/me/shipping-method', { id: form.method.value }),
  async (form) => {
    const cardNumber = form.number.value;
    await baskets('POST', '/payment-instruments', {
      paymentMethodId: 'CREDIT_CARD',
      paymentCard: { holder: form.holder.value, maskedNumber: cardNumber.replace(/\d(?=\d{4})/g, '*') },
    });
    return baskets('PUT', '/billing-address', {});
  },
];

const showCheckout = (at = 0) => {
  document.title = 'Checkout | Retail React App';
  if (!at) beacon('beginCheckout', { amount: basket.productSubTotal });
  beacon('checkoutStep', { stepName: `CheckoutStep${at}`, stepNumber: at });
  view.innerHTML = `<div data-testid="sf-checkout-container"><p role="alert" class="chakra-alert"></p>${steps.map(([title, fields, next], n) => `<div data-testid="sf-toggle-card-step-${n}"><h2>${title}</h2>${n === at ? `<form>${fields}<button type="submit" class="chakra-button">${next}</button></form>` : ''}</div>`).join('')}${at === 4 ? '<button type="button" class="chakra-button" data-testid="sf-checkout-place-order-btn">Bestellung aufgeben</button>' : ''}${summary(basket)}</div>`;
  const alarm = (text) => {
    $('[role=alert]', view).textContent = text;
  };
  if (at < 4)
    $('form', view).onsubmit = async (event) => {
      event.preventDefault();
      try {
        use(await saves[at](event.target));
        showCheckout(at + 1);
      } catch (error) {
        alarm(error.message);
      }
    };
  else
    $('[data-testid=sf-checkout-place-order-btn]', view).onclick = async ({ target }) => {
      target.disabled = true;
      try {
        const order = await ask('POST', `checkout/shopper-orders/v1/${ORG}/orders`, { basketId: basket.basketId });
        use(undefined);
        go(`/checkout/confirmation/${order.orderNo}`);
      } catch {
        alarm('Ein unerwarteter Fehler ist während des Checkouts aufgetreten.');
        target.disabled = false;
      }
    };
};

const orderView = (order) =>
  `<p>Bestellnummer: <span>${order.orderNo}</span></p>${order.productItems.map((line) => `<div data-testid="sf-cart-item-${line.productId}"><p>${line.productName}</p><p>Menge: ${line.quantity}</p><p>${money(line.price)}</p></div>`).join('')}${summary(order)}`;
const orderOf = (no) => ask('GET', `checkout/shopper-orders/v1/${ORG}/orders/${no}`);
const showConfirmation = async (no) => {
  const order = await orderOf(no);
  document.title = 'Bestellbestätigung | Retail React App';
  view.innerHTML = `<div data-testid="sf-checkout-confirmation-container"><h1>Vielen Dank für Ihre Bestellung!</h1><p>Wir senden in Kürze eine E-Mail an <b>${order.customerInfo.email}</b> mit Ihrer Bestätigungsnummer und Quittung.</p>${orderView(order)}<form class="password"><h2>Für schnelleren Checkout ein Konto erstellen</h2><input type="email" id="email" value="${order.customerInfo.email}"><input type="password" id="password"><button type="submit">Konto erstellen</button></form></div>`;
};
const showOrders = async (no) => {
  if (no) {
    view.innerHTML = `<div data-testid="account-order-details-page"><h1>Bestelldetails</h1>${orderView(await orderOf(no))}</div>`;
    return;
  }
  const { data } = await ask('GET', `customer/shopper-customers/v1/${ORG}/customers/${shopper.id}/orders`);
  view.innerHTML = `<div data-testid="account-order-history-page"><h1>Bestellverlauf</h1>${data.map((order) => `<div><p>Bestellnummer: ${order.orderNo}</p><p>${order.productItems.length} Artikel, ${money(order.orderTotal)}</p><a href="${BASE}/account/orders/${order.orderNo}">Details anzeigen</a></div>`).join('')}</div>`;
};

const showWishes = async () => {
  const wished = await products('25592211M');
  view.innerHTML = `<div><h1>Mein Konto</h1><div data-testid="account-wishlist-page"><h2>Wunschliste</h2><div class="chakra-stack" data-testid="sf-cart-item-${wished.id}"><img alt="${wished.name}, klein" src="data:,"><h2><a href="${BASE}/product/${wished.id}">${wished.name}</a></h2><b class="chakra-text">${money(wished.price)}</b><div class="quantity"><input type="number" value="1"></div><button type="button" class="chakra-button unwish">Entfernen</button><button type="button" class="chakra-button">Vollständige Details anzeigen</button></div></div></div>`;
  $('.unwish', view).onclick = async () => {
    await ask('DELETE', `customer/shopper-customers/v1/${ORG}/customers/${shopper.id}/product-lists/w1/items/li1`);
    $('[data-testid^=sf-cart-item]', view).remove();
    toast('Artikel aus Wunschliste entfernt', 'success');
  };
};

const slas = (body) =>
  fetch(`/mobify/slas/private/shopper/auth/v1/${ORG}/oauth2/${body.username ? 'login' : 'token'}`, {
    method: 'POST',
    body: new URLSearchParams(body),
  });
const accountForm = (register) => {
  view.innerHTML = `<form data-testid="sf-auth-modal-form"><h1>${register ? 'Erstellen Sie ein Konto und erhalten Sie Zugang zu den besten Produkten.' : 'Willkommen zurück'}</h1><p role="alert"></p>${register ? '<input id="firstName"><input id="lastName">' : ''}<input id="email" type="email"><input id="password" type="password"><button type="submit">${register ? 'Konto erstellen' : 'Anmelden'}</button></form>`;
  $('form', view).onsubmit = async (event) => {
    event.preventDefault();
    const { email, password, firstName, lastName } = event.target;
    if (!register) {
      const answer = await slas({ username: email.value, password: password.value });
      if (!answer.ok) $('[role=alert]', view).textContent = 'Falscher Benutzername oder falsches Passwort.';
      return;
    }
    try {
      const customer = { email: email.value, firstName: firstName.value, lastName: lastName.value };
      await ask('POST', `customer/shopper-customers/v1/${ORG}/customers`, { customer, password: password.value });
      if (basket) use(await ask('POST', `checkout/shopper-baskets/v1/${ORG}/baskets/actions/merge`));
      go('/account');
    } catch (error) {
      $('[role=alert]', view).textContent = error.message;
    }
  };
};

const show = async () => {
  const [kind, id, more] = location.pathname.slice(BASE.length + 1).split('/');
  document.title = 'Retail React App';
  if (kind === 'product') await showProduct(id);
  else if (kind === 'cart') showCart();
  else if (kind === 'checkout' && id) await showConfirmation(more);
  else if (kind === 'checkout') showCheckout();
  else if (kind === 'registration' || kind === 'login') accountForm(kind === 'registration');
  else if (kind === 'account' && id === 'wishlist') await showWishes();
  else if (kind === 'account' && id === 'orders') await showOrders(more);
  else if (kind === 'account') view.innerHTML = '<h1>Mein Konto</h1><p>Willkommen, Mia Vogel</p>';
  else if (kind === 'category' || kind === 'search') {
    const { hits } = await ask('GET', `search/shopper-search/v1/${ORG}/product-search${location.search || '?q='}`);
    view.innerHTML = `<div data-testid="sf-product-list-page"><h1>${kind === 'category' ? 'Damen' : 'Suchergebnisse'} (${hits.length})</h1><select aria-label="Produkte sortieren nach"><option value="best">Beste Übereinstimmungen</option><option value="price-asc">Preis aufsteigend</option></select><button type="button" class="refine">Auf Lager</button>${grid(hits)}</div>`;
    $('select', view).onchange = ({ target }) => go(`${location.pathname.slice(BASE.length)}?sort=${target.value}`);
    $('.refine', view).onclick = () => go(`${location.pathname.slice(BASE.length)}?refine=orderable`);
  } else
    view.innerHTML = `<div data-testid="home-page"><h1>Der PWA-Starter-Store</h1>${grid(shopper.recommended)}</div>`;
  app.dataset.at = location.pathname + location.search;
};
const go = (path) => {
  history.pushState(null, '', BASE + path);
  return show();
};

document.addEventListener('click', async (event) => {
  const wish = event.target.closest('.wish');
  if (wish) {
    await ask('POST', `customer/shopper-customers/v1/${ORG}/customers/${shopper.id}/product-lists/w1/items`, {
      type: 'product',
      productId: wish.dataset.id,
      quantity: 1,
      priority: 1,
    });
    toast('1 Artikel zur Wunschliste hinzugefügt', 'success');
  }
  const link = event.target.closest('a[href^="/"]');
  if (!link) return;
  event.preventDefault();
  go(link.getAttribute('href').slice(BASE.length));
});
$('header form').onsubmit = (event) => {
  event.preventDefault();
  go(`/search?q=${encodeURIComponent(event.target.q.value)}`);
};
addEventListener('popstate', show);

(async () => {
  const { access_token } = await (await slas({ grant_type: 'client_credentials' })).json();
  token = access_token;
  const { baskets: known } = await ask('GET', `customer/shopper-customers/v1/${ORG}/customers/${shopper.id}/baskets`);
  use(known?.[0]);
  await show();
})();

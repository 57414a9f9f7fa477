// The overlay that a script of another host lays over any site: buttons with data, a cart and a checkout behind the hash.
(() => {
  const root = document.querySelector('#snipcart');
  const { api, key } = window.SnipcartSettings;
  const { currency } = root.dataset;
  const $ = (selector, from = root) => from.querySelector(selector);
  const listeners = {};
  let state = { cart: { items: { count: 0, items: [] }, subtotal: 0, total: 0, currency } };
  let busy = false;
  let flash = '';

  const money = (amount) =>
    new Intl.NumberFormat('fr-CA', { style: 'currency', currency, currencyDisplay: 'symbol' }).format(amount);
  const emit = (name, detail) => {
    for (const listener of listeners[name] ?? []) listener(detail);
  };
  const ask = (method, path, body) =>
    new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, `${api}/api/v1/${path}`);
      request.setRequestHeader('Authorization', `Bearer ${key}`);
      request.setRequestHeader('Content-Type', 'application/json');
      request.setRequestHeader('Accept', 'application/json');
      request.onload = () => {
        const answer = request.responseText ? JSON.parse(request.responseText) : undefined;
        if (request.status < 400) done(answer);
        else fail(Object.assign(new Error(answer.message), answer));
      };
      request.onerror = () => fail(new Error('network'));
      request.send(body && JSON.stringify(body));
    });
  const use = (cart) => {
    state = { ...state, cart };
    for (const at of document.querySelectorAll('.snipcart-items-count')) at.textContent = cart.items.count;
    for (const at of document.querySelectorAll('.snipcart-total-price')) at.textContent = money(cart.total);
  };
  const go = (hash) => {
    location.hash = hash;
  };

  const notice = (text) =>
    `<div class="snipcart-flash-message snipcart-flash-message--error" role="alert"><p>${text}</p></div>`;
  const line = (item, controls) =>
    `<li class="snipcart-item-line" data-unique="${item.uniqueId}"><div class="snipcart-item-line__title"><h2 class="snipcart-item-line__title snipcart__font--xlarge">${item.name}</h2>${controls ? '<button class="snipcart__button--icon remove" aria-label="Retirer" title="Retirer"></button>' : ''}</div>${controls ? `<div class="snipcart-item-quantity"><span class="snipcart__font--tiny">Quantité</span><button class="snipcart__button--icon minus" aria-label="Diminuer la quantité">–</button><span class="snipcart-item-quantity__quantity">${item.quantity}</span><button class="snipcart__button--icon plus" aria-label="Augmenter la quantité">+</button></div>` : `<span class="snipcart-item-line__quantity">${item.quantity} ×</span>`}<div class="snipcart-item-line__price"><span class="snipcart__font--bold">${money(item.totalPrice)}</span></div></li>`;
  const fees = (cart) =>
    `<div class="snipcart-summary-fees"><div class="snipcart-summary-fees__item"><span>Sous-total</span><span>${money(cart.subtotal)}</span></div>${cart.discountsTotal ? `<div class="snipcart-summary-fees__item"><span>Rabais</span><span>-${money(cart.discountsTotal)}</span></div>` : ''}${cart.shippingFees ? `<div class="snipcart-summary-fees__item"><span>Livraison</span><span>${money(cart.shippingFees)}</span></div>` : ''}${cart.taxesTotal ? `<div class="snipcart-summary-fees__item"><span>TPS + TVQ</span><span>${money(cart.taxesTotal)}</span></div>` : ''}<div class="snipcart-summary-fees__item snipcart-summary-fees__total"><span class="snipcart-summary-fees__title--highlight">Total</span><span class="snipcart-summary-fees__amount--highlight">${money(cart.total)}</span></div></div>`;
  const frame = (title, inner) => {
    root.innerHTML = `<div class="snipcart-layout"><header class="snipcart-cart-header"><button class="snipcart-modal__close snipcart-modal__close-title">Continuer vos achats</button><h1>${title}</h1></header><div class="flash">${flash}</div>${inner}</div>`;
  };
  const fields = {
    billing: [
      'Facturation',
      '<input name="email" type="email" placeholder="Courriel"><input name="name" placeholder="Nom complet"><input name="address1" placeholder="Adresse"><input name="city" placeholder="Ville"><input name="postalCode" placeholder="Code postal">',
      'Continuer vers la livraison',
    ],
    shipping: [
      'Livraison',
      '<label><input type="radio" name="rate" value="poste" checked> Postes Canada (12,50 $)</label>',
      'Continuer vers le paiement',
    ],
    payment: [
      'Paiement',
      '<input name="card" placeholder="Numéro de carte" autocomplete="cc-number">',
      'Passer la commande',
    ],
  };

  const show = async () => {
    const [, view, more] = location.hash.slice(1).split('/');
    const { cart } = state;
    document.body.classList.toggle('snipcart-sidecart--opened', !!view);
    if (!view) {
      root.innerHTML = '';
      flash = '';
    } else if (view === 'cart') {
      frame(
        'Panier',
        cart.items.count
          ? `<ul class="snipcart-item-list snipcart-scrollbar">${cart.items.items.map((item) => line(item, true)).join('')}</ul><form class="snipcart-discount-box"><input name="code" class="snipcart-input" placeholder="Code promotionnel"><button type="submit">Appliquer</button></form>${fees(cart)}<footer class="snipcart-cart__footer"><button class="snipcart-button-primary snipcart-base-button is-icon-right to-checkout">Passer à la caisse</button></footer>`
          : '<div class="snipcart-empty-cart"><h1>Votre panier est vide.</h1></div>',
      );
      emit('cart.opened');
    } else if (view === 'customer') {
      frame(
        'Mon compte',
        '<form class="signin"><input type="email" name="email"><input type="password" name="password"><button>Se connecter</button></form>',
      );
    } else if (view === 'checkout') {
      const step = more ?? 'billing';
      const [title, inputs, next] = fields[step];
      frame(
        title,
        `<div class="snipcart-checkout-step snipcart-checkout-step--active"><form class="step" data-step="${step}">${inputs}<button type="submit" class="snipcart-button-primary">${next}</button></form></div><section class="snipcart-cart-summary"><ul>${cart.items.items.map((item) => line(item)).join('')}</ul>${fees(cart)}</section>`,
      );
      emit('page.change', { routesHistory: [], current: step });
    } else if (view === 'order') {
      const order = await ask('GET', `orders/${more}`);
      frame(
        'Merci pour votre commande!',
        `<div class="snipcart-order__invoice-number"><span>Commande</span> <strong>${order.invoiceNumber}</strong></div><p>Un courriel de confirmation a été envoyé à ${order.email}.</p><ul>${order.items.items.map((item) => line(item)).join('')}</ul>${fees(order)}`,
      );
    }
    root.dataset.at = location.hash;
  };

  const add = async (button) => {
    const {
      itemId,
      itemName,
      itemPrice,
      itemUrl,
      itemQuantity = '1',
      itemCustom1Name,
      itemCustom1Value,
    } = button.dataset;
    if (busy) return;
    busy = true;
    const definition = {
      id: itemId,
      name: itemName,
      price: itemPrice.startsWith('{') ? JSON.parse(itemPrice)[currency.toLowerCase()] : Number(itemPrice),
      url: itemUrl,
      quantity: Number(itemQuantity),
      customFields: itemCustom1Name ? [{ name: itemCustom1Name, value: itemCustom1Value }] : [],
    };
    emit('item.adding', definition);
    try {
      const { item, cart } = await ask('POST', 'cart/items', definition);
      use(cart);
      emit('item.added', item);
      go('#/cart');
      if (location.hash === '#/cart') await show();
    } catch (error) {
      flash = notice(
        error.code === 'out-of-stock'
          ? 'Cet article est en rupture de stock.'
          : 'Nous n’avons pas pu ajouter cet article à votre panier.',
      );
      go('#/cart');
    }
    busy = false;
  };

  document.addEventListener('click', async (event) => {
    const { target } = event;
    const button = target.closest('.snipcart-add-item');
    const row = target.closest('[data-unique]');
    if (button) {
      event.preventDefault();
      await add(button);
    } else if (target.closest('.snipcart-checkout')) {
      event.preventDefault();
      go('#/cart');
    } else if (target.closest('.snipcart-customer-signin')) {
      event.preventDefault();
      go('#/customer');
    } else if (target.matches('.snipcart-modal__close')) go('#/');
    else if (target.matches('.to-checkout')) go('#/checkout');
    else if (row && target.matches('.remove')) {
      const { item, cart } = await ask('DELETE', `cart/items/${row.dataset.unique}`);
      use(cart);
      emit('item.removed', item);
      show();
    } else if (row && target.matches('.plus, .minus')) {
      const item = state.cart.items.items.find(({ uniqueId }) => uniqueId === row.dataset.unique);
      const quantity = item.quantity + (target.matches('.plus') ? 1 : -1);
      const answer = await ask('PUT', `cart/items/${item.uniqueId}`, { quantity });
      use(answer.cart);
      emit('item.updated', answer.item);
      show();
    }
  });
  root.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    $('button', form).disabled = true;
    try {
      if (form.matches('.signin'))
        await ask('POST', 'customers/signin', { email: form.email.value, password: form.password.value });
      else if (form.matches('.snipcart-discount-box')) {
        use((await ask('POST', 'cart/discounts', { code: form.code.value })).cart);
        await show();
      } else {
        const { step } = form.dataset;
        const answer = await ask(
          'POST',
          step === 'payment' ? 'cart/checkout' : `cart/${step}`,
          Object.fromEntries(new FormData(form)),
        );
        if (step === 'payment') {
          use(answer.cart);
          emit('cart.confirmed', answer.order);
          go(`#/order/${answer.order.token}`);
        } else {
          use(answer.cart);
          go(step === 'billing' ? '#/checkout/shipping' : '#/checkout/payment');
        }
      }
    } catch (error) {
      $('.flash').innerHTML = notice(error.message);
    }
    const button = $('button', form);
    if (button) button.disabled = false;
  });
  addEventListener('hashchange', show);

  (async () => {
    use((await ask('GET', 'cart')).cart);
    window.Snipcart = {
      api: { cart: { items: {} }, theme: { cart: {} } },
      store: { getState: () => state, subscribe: () => () => {} },
      events: {
        on: (name, listener) => {
          listeners[name] = [...(listeners[name] ?? []), listener];
          return () => {};
        },
      },
    };
    document.dispatchEvent(new CustomEvent('snipcart.ready'));
    root.dataset.ready = '';
    await show();
  })();
})();

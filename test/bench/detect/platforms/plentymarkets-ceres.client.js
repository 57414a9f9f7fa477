// What the theme's components do in the page: events that come with every answer, a basket drawn from them.
const App = window.App;
const euro = (amount) => new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(amount);
const one = (selector, root = document) => root.querySelector(selector);
const state = { basket: { itemQuantity: 0 }, items: [] };
const listeners = {};
const listen = (event, fn) => {
  listeners[event] = [...(listeners[event] ?? []), fn];
};

/** Form-encoded as jQuery does it; resolves with what it answered, rejects with the body of a refusal. */
const api = (method, url, data = {}) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const body = new URLSearchParams({ ...data, templateEvent: App.templateEvent }).toString();
    xhr.open(method, method === 'GET' ? `${url}?${body}` : url);
    xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    xhr.setRequestHeader('Accept-Language', 'de');
    xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
    xhr.onload = () => {
      const answer = JSON.parse(xhr.responseText || '{}');
      for (const event in answer.events) for (const fn of listeners[event] ?? []) fn(answer.events[event]);
      if (xhr.status < 300) resolve(answer.data ?? answer);
      else reject(answer);
    };
    xhr.send(method === 'GET' ? null : body);
  });

const notify = (context, message) => {
  const box = document.createElement('div');
  box.className = `alert alert-dynamic alert-dismissible fade show in alert-${context}`;
  box.setAttribute('role', 'alert');
  box.innerHTML = `<button type="button" class="close" aria-label="Close"><span aria-hidden="true">&times;</span></button>${message}`;
  one('.notification-wrapper').append(box);
  setTimeout(() => box.remove(), 5000);
};

const urlOf = ({ texts, item, variation }) => `/${texts.urlPath}_${item.id}_${variation.id}`;

const lineOf = ({ id, quantity, price, variation: { data } }) => `
<div class="basket-list-item py-3"><div class="basket-item component-loading with-icon d-flex">
  <div class="image-container"><a href="${urlOf(data)}"><img alt="${data.texts.name1}" src="data:,"></a></div>
  <div class="meta-container-wrapper"><div class="meta-container-wrapper-inner">
    <div class="meta-container"><div class="position-relative w-100">
      <a href="${urlOf(data)}" class="item-name text-primary text-appearance small font-weight-bold text-break">${data.texts.name1}</a>
      <div class="item-base-price small">${euro(price)}</div>
      <div class="small">${data.attributes.map(({ attribute, value }) => `<div><strong>${attribute.names.name}: </strong><span>${value.names.name}</span></div>`).join('')}</div>
    </div></div>
    <div class="basket-item-container-right">
      <div class="qty-box-container"><div class="qty-box d-flex h-100">
        <input type="text" class="qty-input text-center" value="${quantity}" aria-label="Mengeneingabe">
        <div class="qty-btn-container d-flex flex-column">
          <button class="btn qty-btn flex-fill" data-id="${id}" data-by="1"><i class="fa fa-plus default-float" aria-hidden="true"></i></button>
          <button class="btn qty-btn flex-fill" data-id="${id}" data-by="-1"><i class="fa fa-minus default-float" aria-hidden="true"></i></button>
        </div></div></div>
      <div class="price-box text-right ml-2 mt-1">
        <div class="item-total-price font-weight-bold text-nowrap">${euro(price * quantity)}</div>
        <button class="btn btn-sm text-danger p-0" data-delete="${id}">Löschen <i class="fa fa-trash-o default-float"></i></button>
      </div></div></div></div></div></div>`;

const totals = ({ itemSum, itemSumNet, shippingAmount, shippingAmountNet, basketAmount, basketAmountNet }) => `
<div class="cmp-totals"><div class="h3">Summe</div><div class="component-loading with-icon refreshing"><dl>
  <dt>Warenwert Netto</dt><dd>${euro(itemSumNet)}</dd><dt class="font-weight-bold">Warenwert Brutto</dt><dd class="font-weight-bold">${euro(itemSum)}</dd>
  <dt>Versandkosten Netto</dt><dd>${euro(shippingAmountNet)}</dd><dt class="font-weight-bold">Versandkosten Brutto</dt><dd class="font-weight-bold">${euro(shippingAmount)}</dd>
  <hr><dt>Gesamtsumme Netto</dt><dd>${euro(basketAmountNet)}</dd><dt>MwSt. 19%</dt><dd>${euro(basketAmount - basketAmountNet)}</dd>
  <div class="totalSum"><hr><dt class="font-weight-bold">Gesamtsumme Brutto</dt><dd class="font-weight-bold">${euro(basketAmount)}</dd></div>
</dl></div></div>`;

const draw = () => {
  const { basket, items } = state;
  one('.toggle-basket-preview > span').textContent = basket.itemQuantity;
  one('.toggle-basket-preview .badge').textContent = euro(basket.itemSum ?? 0);
  for (const list of document.querySelectorAll('.basket-list'))
    list.innerHTML =
      items.map(lineOf).join('') || '<div class="no-items">Sie haben noch keine Artikel im Warenkorb.</div>';
  for (const box of document.querySelectorAll('.basket-totals')) box.innerHTML = basket.id ? totals(basket) : '';
};

listen('AfterBasketChanged', ({ basket, basketItems }) => {
  state.basket = basket;
  const variationOf = (id) => state.items.find((item) => item.id === id)?.variation;
  if (state.items.length) state.items = basketItems.map((item) => ({ ...item, variation: variationOf(item.id) }));
  state.items = state.items.filter(({ variation }) => variation);
  draw();
});
listen('AfterBasketItemAdd', ({ basketItems }) => {
  state.items = [...state.items.filter(({ id }) => id !== basketItems[0].id), ...basketItems];
  draw();
});
listen('AfterBasketItemUpdate', ({ basketItems: [changed] }) => {
  Object.assign(state.items.find(({ id }) => id === changed.id) ?? {}, changed);
  draw();
});

/** The overlay after an add: the theme's default confirmation. */
const overlay = ({ quantity, price, variation: { data } }) => {
  const box = one('#add-item-to-basket-overlay .modal');
  box.innerHTML = `<div class="modal-dialog" role="document"><div class="modal-content">
<div class="modal-header"><div class="modal-title h5">Der Artikel wurde in den Warenkorb gelegt</div><span class="text-muted ml-auto"><span class="timer">15</span>s</span>
  <button type="button" class="close ml-0 pl-1" data-dismiss="modal" aria-label="Close"><span aria-hidden="true">&times;</span></button></div>
<div class="modal-body"><div class="row is-table-row"><div class="col-md-4"><img class="img-fluid mx-auto" src="data:," alt="${data.texts.name1}"></div>
  <div class="col-md-8"><p><strong>${data.texts.name1}</strong><br></p><p class="small"><strong><span class="text-muted">${quantity} x </span><span>${euro(price)}</span></strong></p>
  ${data.attributes.map(({ attribute, value }) => `<p class="small"><strong>${attribute.names.name}</strong>: <span>${value.names.name}</span></p>`).join('')}</div></div></div>
<div class="modal-footer"><a href="/basket" rel="nofollow" class="btn btn-outline-primary btn-medium mr-2"><i class="fa fa-shopping-cart"></i> Warenkorb</a>
  <a href="/checkout" rel="nofollow" class="btn btn-primary btn-medium"><i class="fa fa-arrow-right"></i> Kasse</a></div></div></div>`;
  box.classList.add('show');
};
let isQuantity = false;
listen('AfterBasketItemAdd', ({ basketItems }) => overlay(basketItems[0]));
listen('AfterBasketItemUpdate', ({ basketItems: [{ id }] }) => {
  if (!isQuantity) overlay(state.items.find((item) => item.id === id));
});

const ERRORS = {
  3: 'Für die gewählte Menge ist nicht ausreichend Bestand verfügbar.',
  18: 'Der Gutschein wurde bereits verwendet oder ist ungültig.',
};
const change = (method, id, data) => {
  isQuantity = true;
  return api(method, `/rest/io/basket/items/${id}`, { ...data, template: 'Ceres::Basket.Basket' })
    .catch(({ data: refusal }) => notify('danger', ERRORS[refusal.exceptionCode]))
    .finally(() => {
      isQuantity = false;
    });
};
const add = async (control, variationId, quantity) => {
  control.classList.add('no-pointer-events');
  const order = { variationId, quantity, totalOrderParamsMarkup: 0, template: 'Ceres::Basket.Basket' };
  await api('POST', '/rest/io/basket/items/', order).catch(({ data }) => notify('danger', ERRORS[data.exceptionCode]));
  control.classList.remove('no-pointer-events');
};

/** Forms are validated by their boxes' own marks; a button sends them. */
const isValid = (form) => {
  const bad = [...form.querySelectorAll('[data-validate]')].filter((box) => {
    const field = one('input,textarea', box);
    return field.type === 'checkbox' ? !field.checked : !field.value;
  });
  for (const box of form.querySelectorAll('[data-validate]')) box.classList.toggle('error', bad.includes(box));
  return !bad.length;
};
const valuesOf = (form) =>
  Object.fromEntries(
    [...form.elements].filter(({ id }) => id).map(({ id, value }) => [id.replace(/^txt_|_.*$/g, ''), value]),
  );

const clicks = {
  '.toggle-basket-preview': (_, event) => {
    event.preventDefault();
    one('#vue-app').classList.toggle('open-right');
  },
  '.basket-preview .close': () => one('#vue-app').classList.remove('open-right'),
  '[data-dismiss="modal"]': (control) => control.closest('.modal').classList.remove('show'),
  '.alert .close': (control) => control.parentNode.remove(),
  '.add-to-basket-lg-container': (control) => add(control, control.dataset.variation, 1),
  '.add-to-basket-container .btn-block:not(.disabled)': (control) =>
    add(control, App.variationId, Number(one('.single .qty-input').value)),
  '.single .qty-btn': ({ dataset }) => {
    const field = one('.single .qty-input');
    field.value = Math.max(1, Number(field.value) + Number(dataset.step));
  },
  '[data-by]': ({ dataset }) => {
    const item = state.items.find(({ id }) => id === Number(dataset.id));
    const quantity = item.quantity + Number(dataset.by);
    if (quantity) change('PUT', item.id, { id: item.id, variationId: item.variationId, quantity });
  },
  '[data-delete]': async ({ dataset }) => {
    await change('DELETE', dataset.delete, {});
    state.items = state.items.filter(({ id }) => id !== Number(dataset.delete));
    draw();
  },
  '.coupon button': () =>
    api('POST', '/rest/io/coupon', { couponCode: one('.coupon input').value }).catch(({ data }) =>
      notify('danger', ERRORS[data.exceptionCode]),
    ),
  '.wishListAction': async () => {
    await api('POST', `/rest/io/itemWishList`, { variationId: App.variationId });
    notify('success', 'Der Artikel wurde der Wunschliste hinzugefügt.');
  },
  '.search-submit': () => open(`/search?query=${encodeURIComponent(one('.search-input').value)}`, '_self'),
  '[data-testing="nl-send"]': async ({ form }) => {
    if (!isValid(form)) return;
    await api('POST', '/rest/io/customer/newsletter', { ...valuesOf(form), emailFolder: 0 });
    notify('success', 'Die Newsletter-Anmeldung war erfolgreich.');
    form.reset();
  },
  '.contact-form button': async ({ form }) => {
    if (!isValid(form)) return notify('danger', 'Bitte folgende Felder überprüfen: Nachricht.');
    await api('POST', '/rest/io/customer/contact/mail', { ...valuesOf(form), template: 'Ceres::Customer.Components' });
    notify('success', 'Deine Anfrage wurde erfolgreich gesendet.');
    form.reset();
  },
  '.login-pwd-reset button': async ({ form }, event) => {
    event.preventDefault();
    if (!isValid(form)) return;
    await api('POST', '/rest/io/guest', { email: form.elements.email.value });
    location.assign('/checkout');
  },
  '.login-form button': async ({ form }, event) => {
    event.preventDefault();
    await api('POST', '/rest/io/customer/login', { email: form.elements.email.value }).catch(() =>
      notify('danger', 'Die Anmeldedaten sind ungültig.'),
    );
  },
  '.address-form button': async ({ form }, event) => {
    event.preventDefault();
    if (!isValid(form)) return notify('danger', 'Bitte folgende Felder überprüfen: Nachname, PLZ.');
    await api('POST', '/rest/io/customer/address?typeId=1', valuesOf(form));
    form.outerHTML = '<div class="items-chosen-item">Ann Lee<br>Hafenstr. 7<br>20457 Hamburg</div>';
  },
  '.place-order': async () => {
    if (!one('#gtc-accept').checked || one('.address-form'))
      return notify('danger', 'Bitte AGB, Widerrufsrecht und Datenschutzerklärung akzeptieren.');
    await api('POST', '/rest/io/order/additional_information', { orderContactWish: '' });
    const { type } = await api('POST', '/rest/io/checkout/payment');
    if (type === 'continue') location.assign('/place-order');
  },
};
document.addEventListener('click', (event) => {
  for (const [selector, fn] of Object.entries(clicks)) {
    const control = event.target.closest(selector);
    if (control) return fn(control, event);
  }
});
document.addEventListener('submit', (event) => {
  if (event.target.matches('.registration')) {
    event.preventDefault();
    const { email, password } = event.target.elements;
    api('POST', '/rest/io/customer', { email: email.value, password: password.value }).then(() => {
      notify('success', 'Sie wurden erfolgreich registriert.');
      location.assign('/my-account');
    });
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.matches('[name="MethodOfPaymentID"]'))
    api('POST', '/rest/io/checkout/paymentId/', { paymentId: target.value });
  if (target.matches('[name="shippingProfileSelect_1"]'))
    api('POST', '/rest/io/checkout/shippingId/', { shippingId: target.value });
  if (target.matches('.variation-select select'))
    api('GET', `/rest/io/variations/${target.value}`, { template: 'Ceres::Item.SingleItem' }).then(({ documents }) => {
      const [{ data }] = documents;
      App.variationId = data.variation.id;
      history.replaceState(null, '', urlOf(data));
      document.title = `${data.texts.name1} | Nordhaus`;
      one('.single .price > span').textContent = euro(data.prices.default.price.value);
      one('.single .articlenumber span').textContent = data.variation.number;
      const button = one('.add-to-basket-container .btn-block');
      button.classList.remove('disabled');
      button.removeAttribute('title');
    });
});

Promise.all([
  api('GET', '/rest/io/basket'),
  api('GET', '/rest/io/basket/items', { template: 'Ceres::Basket.Basket' }),
]).then(([basket, items]) => {
  state.basket = basket;
  state.items = items;
  draw();
});

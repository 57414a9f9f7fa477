// A store that a script of another host draws into any page: a catalogue, a cart and a checkout behind `#!/`.
(() => {
  const host = new URL(document.currentScript.src).origin;
  const root = document.querySelector('#my-store-10203');
  const listeners = { page: [], cart: [], order: [] };
  let data = { products: [], cart: { items: [], productsQuantity: 0, subtotal: 0 } };
  let checkout = {};
  let favorites = [];

  const api = async (path, body = {}) => {
    const answer = await fetch(`${host}/storefront/api/v1/10203/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Ec-Lang': 'uk' },
      body: JSON.stringify({ lang: 'uk', checkoutId: 'F7A2', ...body }),
    });
    return answer.json();
  };
  const tell = (name, it) => {
    for (const listener of listeners[name]) listener(it);
  };
  window.Ecwid = {
    OnPageLoaded: { add: (listener) => listeners.page.push(listener) },
    OnCartChanged: { add: (listener) => listeners.cart.push(listener) },
    OnOrderPlaced: { add: (listener) => listeners.order.push(listener) },
    openPage: (page) => {
      location.hash = `!/~/${page}`;
    },
  };

  const money = (amount) => amount.toLocaleString('uk-UA', { style: 'currency', currency: 'UAH' });
  const button = (kind, label) =>
    `<div class="form-control form-control--button form-control--medium ${kind}"><button class="form-control__button" type="button"><span class="form-control__button-text">${label}</span></button></div>`;
  const notice = (text) => `<div class="ec-notice ec-notice--error" role="alert">${text}</div>`;
  const product = (id) => data.products.find((one) => String(one.id) === String(id));
  const link = ({ id, name }) => `#!/${encodeURIComponent(name.replaceAll(' ', '-'))}/p/${id}`;

  const use = (cart) => {
    data.cart = cart;
    for (const widget of document.querySelectorAll('.ec-cart-widget'))
      widget.innerHTML = `<div class="ec-minicart" aria-label="Кошик"><div class="ec-minicart__icon"></div><div class="ec-minicart__count">${cart.productsQuantity}</div></div>`;
    tell('cart', cart);
  };

  const card = (one) =>
    `<div class="grid-product"><a class="grid-product__image" href="${link(one)}"><img alt="${one.name}"></a><a class="grid-product__title" href="${link(one)}"><div class="grid-product__title-inner">${one.name}</div></a><div class="grid-product__price"><div class="grid-product__price-value ec-price-item">${money(one.price)}</div></div>${one.stock ? button(`grid-product__buy-now" data-buy="${one.id}`, 'Купити') : '<div class="grid-product__label">Немає в наявності</div>'}</div>`;
  const line = ({ product: one, quantity }) =>
    `<div class="ec-cart-item" data-line="${one.id}"><div class="ec-cart-item__title"><a href="${link(one)}">${one.name}</a></div><div class="ec-cart-item__sku">Артикул ${one.sku}</div><div class="ec-cart-item__count"><div class="form-control form-control--select"><select aria-label="К-сть">${[1, 2, 3, 4].map((n) => `<option${n === quantity ? ' selected' : ''}>${n}</option>`).join('')}</select><div class="form-control__select-text">К-сть: ${quantity}</div></div></div><div class="ec-cart-item__price ec-text-muted">${money(one.price * quantity)}</div><div class="ec-cart-item__control"><svg class="svg-icon"></svg></div></div>`;
  const summary = ({ items, subtotal }, shipping) =>
    `<div class="ec-cart__summary"><div class="ec-cart-summary__row"><div>Товари (${items.length})</div><div>${money(subtotal)}</div></div>${shipping ? `<div class="ec-cart-summary__row"><div>Доставка</div><div>${money(shipping)}</div></div>` : ''}<div class="ec-cart-summary__row ec-cart-summary__row--total"><div>Разом</div><div>${money(subtotal + (shipping ?? 0))}</div></div></div>`;
  const bought = () =>
    `<ul class="ec-cart__products">${data.cart.items.map(({ product: one, quantity }) => `<li class="ec-cart-item--summary"><span>${one.name}</span> <span>× ${quantity}</span> <span>${money(one.price * quantity)}</span></li>`).join('')}</ul>`;

  const views = {
    category: () =>
      `<h1 class="page-title__name ec-page-title">Мед і віск</h1><div class="ec-filters"><label><input type="checkbox" class="in-stock"${root.dataset.inStock ? ' checked' : ''}> Лише в наявності</label></div><div class="grid__products">${data.products
        .filter(({ stock }) => stock || !root.dataset.inStock)
        .map(card)
        .join('')}</div>`,
    product: (id) => {
      const one = product(id);
      return `<div class="product-details" itemtype="http://schema.org/Product" itemscope><h1 class="product-details__product-title ec-header-h3" itemprop="name">${one.name}</h1><div class="product-details__product-sku ec-text-muted" itemprop="sku">Артикул ${one.sku}</div><div class="product-details__product-price ec-price-item" itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span class="details-product-price__value" itemprop="price" content="${one.price}">${money(one.price)}</span><meta itemprop="priceCurrency" content="UAH"></div>${
        one.stock
          ? `<div class="details-product-purchase__qty"><label>К-сть: <input class="form-control__text" name="ec-qty" type="number" min="1" value="1"></label></div><div class="details-product-purchase">${button('details-product-purchase__add-to-bag', 'Додати в кошик')}</div>`
          : '<p>Немає в наявності</p><form class="ec-subscribe"><label>Повідомити, коли з’явиться <input type="email" name="email"></label><button type="submit">Повідомити</button></form>'
      }<button type="button" class="product-details__favorite" aria-label="Додати в обране"><svg></svg></button></div><div class="ec-related-products"><div class="ec-header-h4">Вам також сподобається</div>${data.products
        .filter((other) => other !== one)
        .slice(0, 2)
        .map(card)
        .join('')}</div>`;
    },
    cart: () =>
      data.cart.items.length
        ? `<h1 class="page-title__name ec-page-title">Ваш кошик</h1><div class="errors"></div><div class="ec-cart__products">${data.cart.items.map(line).join('')}</div><form class="ec-cart-coupon"><input name="coupon" placeholder="Код купона"><button type="submit">Застосувати</button></form>${summary(data.cart)}<input type="email" class="ec-cart__email-input" placeholder="Ел. адреса" aria-label="Ел. адреса">${button('ec-cart__button--checkout', 'Оформити замовлення')}`
        : '<h1 class="page-title__name ec-page-title">Ваш кошик</h1><p>Кошик порожній</p>',
    'checkout/address': () =>
      `<h1 class="ec-page-title">Оформлення замовлення</h1><form class="ec-form"><input name="name" placeholder="Ім’я та прізвище"><input name="city" placeholder="Місто"><input name="street" placeholder="Адреса"><button type="submit" class="form-control__button">Продовжити</button></form>${bought()}${summary(data.cart)}`,
    'checkout/delivery': () =>
      `<h1 class="ec-page-title">Доставка</h1><form class="ec-form"><label><input type="radio" name="delivery" value="np" checked> Нова пошта ${money(80)}</label><button type="submit" class="form-control__button">Продовжити</button></form>${bought()}${summary(data.cart, 80)}`,
    'checkout/payment': () =>
      `<h1 class="ec-page-title">Оплата</h1><div class="errors"></div><form class="ec-form"><label><input type="radio" name="payment" value="cod" checked> Оплата при отриманні</label><button type="submit" class="form-control__button">Розмістити замовлення</button></form>${bought()}${summary(data.cart, 80)}`,
    'checkout/order-confirmation': () =>
      checkout.order
        ? `<div class="ec-confirmation"><h1 class="ec-page-title">Дякуємо за замовлення!</h1><p>Замовлення № ${checkout.order.vendorNumber}</p>${checkout.order.items.map(({ product: one, quantity }) => `<div class="ec-cart-item"><div class="ec-cart-item__title">${one.name}</div><div>К-сть: ${quantity}</div><div class="ec-cart-item__price">${money(one.price * quantity)}</div></div>`).join('')}<div class="ec-cart-summary__row"><div>Товари</div><div>${money(checkout.order.subtotal)}</div></div><div class="ec-cart-summary__row"><div>Доставка</div><div>${money(checkout.order.shipping)}</div></div><div class="ec-cart-summary__row ec-cart-summary__row--total"><div>Разом</div><div>${money(checkout.order.total)}</div></div></div>`
        : '<p>Замовлення не знайдено</p>',
    signin: () =>
      '<h1 class="ec-page-title">Вхід</h1><form class="ec-form ec-signin"><label>Ел. адреса <input type="email" name="email"></label><button type="submit" class="form-control__button">Отримати посилання для входу</button></form><div class="sent"></div>',
    favorites: () =>
      `<h1 class="ec-page-title">Обране</h1><div class="grid__products">${favorites.map(card).join('')}</div>`,
    search: () => '<h1 class="ec-page-title">Пошук</h1><p>Нічого не знайдено</p>',
  };
  const TYPES = {
    category: 'CATEGORY',
    product: 'PRODUCT',
    cart: 'CART',
    'checkout/address': 'CHECKOUT_ADDRESS',
    'checkout/delivery': 'CHECKOUT_DELIVERY',
    'checkout/payment': 'CHECKOUT_PAYMENT_DETAILS',
    'checkout/order-confirmation': 'ORDER_CONFIRMATION',
    signin: 'SIGN_IN',
    favorites: 'FAVORITES',
    search: 'SEARCH',
  };

  const show = async () => {
    const [, id] = /\/p\/(\d+)$/.exec(location.hash) ?? [];
    const [, own] = /^#!\/~\/([\w/-]+)/.exec(location.hash) ?? [];
    const view = id ? 'product' : (own ?? 'category');
    if (view === 'checkout/order-confirmation' && !checkout.order) checkout.order = (await api('order/get')).order;
    root.className = 'ec-store';
    root.innerHTML = `<div class="ec-store__content-wrapper">${views[view](id)}</div><div class="ec-footer"><form class="ec-search"><input name="keyword" type="search" placeholder="Пошук товарів"></form><a class="ec-link" href="#!/~/signin">Увійти</a> <a class="ec-link" href="#!/~/favorites">Обране</a> <a class="ec-link" href="#!/~/cart">Кошик</a></div>`;
    tell('page', { type: TYPES[view], productId: id && Number(id), orderNumber: checkout.order?.orderNumber });
  };
  const add = async (id, quantity, place) => {
    const { cart, errors } = await api('checkout/add-items', {
      items: [{ identifier: { productId: Number(id) }, quantity }],
    });
    if (errors) return void place.insertAdjacentHTML('afterend', notice(errors[0].message));
    use(cart);
    return true;
  };

  document.addEventListener('click', async ({ target }) => {
    if (target.closest('.ec-minicart')) Ecwid.openPage('cart');
    const buy = target.closest('[data-buy]');
    if (buy && (await add(buy.dataset.buy, 1, buy)))
      buy.querySelector('.form-control__button-text').textContent = 'У кошику';
    const bag = target.closest('.details-product-purchase__add-to-bag');
    if (bag) {
      const [, id] = /\/p\/(\d+)$/.exec(location.hash);
      if (await add(id, Number(root.querySelector('[name=ec-qty]').value), bag))
        root.querySelector('.details-product-purchase').innerHTML =
          `${button('details-product-purchase__checkout', 'До кошика')}${button('details-product-purchase__add-to-bag', 'Додати ще')}`;
    }
    if (target.closest('.details-product-purchase__checkout')) Ecwid.openPage('cart');
    const star = target.closest('.product-details__favorite');
    if (star) {
      favorites = [...favorites, product(/\d+$/.exec(location.hash)[0])];
      await api('favorites/add', { productId: favorites[0].id });
      star.setAttribute('aria-label', 'В обраному');
    }
    const gone = target.closest('.ec-cart-item__control');
    if (gone) {
      const { cart } = await api('checkout/remove-items', { itemIds: [gone.closest('[data-line]').dataset.line] });
      const [before] = data.cart.items.filter(
        ({ product: one }) => String(one.id) === gone.closest('[data-line]').dataset.line,
      );
      use(cart);
      tell('cart', { ...cart, removed: before });
      show();
    }
    if (target.closest('.ec-cart__button--checkout')) Ecwid.openPage('checkout/address');
  });
  document.addEventListener('change', async ({ target }) => {
    if (target.matches('.in-stock')) {
      root.dataset.inStock = target.checked ? '1' : '';
      show();
    }
    if (target.matches('.ec-cart-item__count select')) {
      const { cart } = await api('checkout/update-items', {
        itemId: target.closest('[data-line]').dataset.line,
        quantity: Number(target.value),
      });
      use(cart);
      show();
    }
    if (target.matches('.ec-cart__email-input')) api('checkout/update', { email: target.value });
  });
  root.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const said = Object.fromEntries(new FormData(form));
    if (form.matches('.ec-search')) return Ecwid.openPage('search');
    if (form.matches('.ec-cart-coupon')) {
      const { errors, cart } = await api('checkout/update', { coupon: said.coupon });
      use(cart);
      root.querySelector('.errors').innerHTML = notice(errors[0].message);
    } else if (form.matches('.ec-signin')) {
      await api('customer/send-link', said);
      root.querySelector('.sent').textContent = 'Посилання надіслано на вашу ел. адресу.';
    } else if (form.matches('.ec-subscribe')) {
      await api('product/notify', said);
      form.outerHTML = '<p class="ec-subscribed">Ми повідомимо вас.</p>';
    } else if (said.name !== undefined) {
      await api('checkout/update', { shippingPerson: said });
      Ecwid.openPage('checkout/delivery');
    } else if (said.delivery) {
      await api('checkout/update', { shippingOption: said.delivery });
      tell('page', { type: 'DELIVERY_CHOSEN' });
      Ecwid.openPage('checkout/payment');
    } else if (said.payment) {
      const { order, errors, cart } = await api('checkout/place-order', { paymentOption: said.payment });
      if (errors) {
        root.querySelector('.errors').innerHTML = notice(errors[0].message);
        return;
      }
      checkout = { order };
      tell('order', order);
      use(cart);
      Ecwid.openPage(`checkout/order-confirmation`);
    }
  });
  addEventListener('hashchange', show);
  window.xProductBrowser = async () => {
    data = await api('initial-data');
    use(data.cart);
    await show();
    root.dataset.ready = '';
  };
})();

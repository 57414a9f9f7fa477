// What server and page both draw, then the page's own script: a cart kept in the browser, validated by the server each time.
const R = (amount) => new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(amount);
const priceTag = (variant, amount, label) =>
  `<span data-fs-price data-fs-price-variant="${variant}" data-testid="${variant === 'spot' ? 'price' : 'list-price'}" data-value="${amount}" class="${variant === 'spot' ? 'text__lead' : 'text__legend'}"><span data-fs-sr-only>${label}</span>${R(amount)}</span>`;
const prices = ({ price, listPrice }) =>
  `<div data-fs-product-price data-testid="fs-product-price">${listPrice > price ? priceTag('listing', listPrice, 'Preço original:') : ''}${priceTag('spot', price, 'Preço:')}</div>`;
const card = (product) =>
  `<article data-fs-product-card data-fs-product-card-variant="default" data-fs-product-card-bordered="false" data-fs-product-card-sku="${product.sku}" data-testid="fs-product-card"><div data-fs-product-card-image data-fs-image><img src="data:," alt="${product.name}" width="360" height="360"></div><div data-fs-product-card-content><div data-fs-product-card-heading><h3 data-fs-product-card-title><a data-fs-link data-fs-link-variant="default" data-testid="product-link" href="/${product.slug}/p">${product.isVariantOf.name}</a></h3><div data-fs-product-card-prices>${prices(product)}</div></div>${product.stock ? '' : '<div data-fs-badge data-fs-product-card-badge><span>Esgotado</span></div>'}</div></article>`;
const shelf = (title, products) =>
  `<section class="section section-product-shelf layout__section"><h2 class="text__title-section">${title}</h2><div data-fs-product-shelf><ul data-fs-product-shelf-items>${products.map((product) => `<li>${card(product)}</li>`).join('')}</ul></div></section>`;
const quantitySelector = (id, quantity) =>
  `<div data-fs-quantity-selector data-testid="fs-quantity-selector"><button data-fs-button data-fs-icon-button data-quantity-selector-button="left" aria-label="Decrement Quantity" ${quantity === 1 ? 'disabled' : ''}><svg width="16" height="16"></svg></button><input data-fs-input data-quantity-selector-input id="${id}" type="number" aria-label="Quantity" min="1" value="${quantity}"><button data-fs-button data-fs-icon-button data-quantity-selector-button="right" aria-label="Increment Quantity"><svg width="16" height="16"></svg></button></div>`;
const crumbs = (name) =>
  `<nav aria-label="Breadcrumb" data-fs-breadcrumb><ol data-fs-breadcrumb-list><li><a data-fs-breadcrumb-link-home href="/" aria-label="Go to homepage">Início</a></li><li><span data-fs-breadcrumb-item>${name}</span></li></ol></nav>`;
const bought = (product, isValidating) =>
  isValidating
    ? '<p>Loading...</p>'
    : `<div data-fs-product-details-values><div data-fs-product-details-prices>${prices(product)}</div>${quantitySelector('quantity-selector', 1)}</div>${product.variants ? `<div data-fs-sku-selector><p data-fs-sku-selector-title>Cor: ${product.color}</p><ul data-fs-sku-selector-list>${product.variants.map((one) => `<li data-fs-sku-selector-option><a data-fs-sku-selector-option-link href="/${one.slug}/p" aria-label="Cor ${one.color}">${one.color}</a></li>`).join('')}</ul></div>` : ''}${product.stock ? `<button type="button" data-fs-button data-fs-buy-button data-fs-button-variant="primary" data-fs-button-size="regular" data-testid="buy-button" data-sku="${product.sku}" data-seller="1"><div data-fs-button-wrapper><span data-fs-button-icon><svg width="18" height="18"></svg></span><p>Adicionar ao carrinho</p></div></button>` : '<button type="button" data-fs-button data-fs-button-variant="primary" disabled><div data-fs-button-wrapper>Produto indisponível</div></button>'}`;
const views = {
  home: ({ products }) =>
    `<section class="section section-hero"><div data-fs-hero><h1 data-fs-hero-title>Novidades da estação</h1><a data-fs-button data-fs-link href="/escritorio">Ver tudo</a></div></section>${shelf('Mais vendidos', products)}`,
  list: ({ title, products }) =>
    `${crumbs(title)}<header data-fs-product-listing-header><h1>${title}</h1></header><div data-fs-product-listing><div data-fs-product-listing-filters><h2>Filtros</h2></div><div data-fs-product-listing-results-count data-count="${products.length}"><h2 data-testid="total-product-count">${products.length} Resultados</h2></div><div data-fs-product-listing-sort><select data-testid="search-sort" aria-label="Ordenar por"><option value="score_desc">Relevância</option><option value="price_asc">Menor preço</option></select></div><ul data-fs-product-grid>${products.map((product) => `<li>${card(product)}</li>`).join('')}</ul></div>`,
  none: ({ title }) =>
    `<section class="section section-empty-state"><div data-fs-empty-state><h1>${title}</h1><p>Não encontramos o que você procura.</p></div></section>`,
  product: ({ product, products }, isValidating) =>
    `${crumbs(product.name)}<section class="section section-product-details"><section data-fs-product-details><section data-fs-product-details-body><header data-fs-product-details-title><div data-fs-product-title><div data-fs-product-title-header><h1>${product.isVariantOf.name}</h1></div><p data-fs-product-title-addendum>Ref.: ${product.isVariantOf.productGroupID}</p></div></header><section data-fs-image-gallery><img src="data:," alt="${product.name}"></section><section data-fs-product-details-info><section data-fs-product-details-settings>${bought(product, isValidating)}</section><section data-fs-shipping-simulation><h2>Frete</h2><input data-fs-input id="shipping-postal-code" aria-label="CEP"><button type="button" data-fs-button data-testid="fs-shipping-button">Calcular</button><div data-fs-shipping-simulation-options></div></section></section><section data-fs-product-details-description><h2>Descrição</h2><p>Feito no Brasil.</p></section></section></section></section>${shelf('Você também pode gostar', products)}`,
};
const draw = ({ view, ...data }, isValidating) => views[view](data, isValidating);

globalThis.runStore = (page) => {
  const main = document.querySelector('main');
  const $ = (selector, from = document) => from.querySelector(selector);
  let cart = JSON.parse(localStorage.getItem('fs::cart') ?? 'null') ?? { id: '', items: [], messages: [] };
  let isValidating = false;
  let isOpen = false;
  window.dataLayer ??= [];
  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'StoreEvent') return;
    window.dataLayer.push({ ecommerce: null });
    window.dataLayer.push({ event: data.name, ecommerce: data.params });
  });
  const send = (name, params) => window.postMessage({ type: 'StoreEvent', name, params }, window.origin);
  const asItem = ({ itemOffered, price, quantity, listPrice }) => ({
    item_id: itemOffered.isVariantOf.productGroupID,
    item_name: itemOffered.isVariantOf.name,
    item_brand: itemOffered.brand.name,
    item_variant: itemOffered.sku,
    quantity,
    price,
    discount: listPrice - price,
    currency: 'BRL',
    item_variant_name: itemOffered.name,
  });
  const worth = (items) => items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const request = async (operationName, variables) => {
    const isQuery = operationName.endsWith('Query');
    const params = new URLSearchParams({
      operationName,
      operationHash: 'c2b3f8',
      ...(isQuery && { variables: JSON.stringify(variables) }),
    });
    const answer = await fetch(
      `/api/graphql?${params}`,
      isQuery
        ? {}
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ operationName, operationHash: 'c2b3f8', variables }),
          },
    );
    const { data, errors } = await answer.json();
    if (errors?.length) throw errors[0];
    return data;
  };
  const line = (item) =>
    `<li><article data-fs-cart-item="true" data-testid="cart-item" data-sku="${item.itemOffered.sku}" data-seller="1"><div data-fs-cart-item-content><div data-fs-cart-item-image data-fs-image><img src="data:," alt="${item.itemOffered.name}" width="72" height="72"></div><div data-fs-cart-item-summary><p data-fs-cart-item-title>${item.itemOffered.isVariantOf.name}</p><span data-fs-cart-item-skus>Cor: ${item.itemOffered.color ?? 'Única'}</span></div></div><button data-fs-button data-fs-icon-button data-fs-cart-item-remove-button aria-label="Remove" data-testid="remove-from-cart-button" data-sku="${item.itemOffered.sku}"><svg width="18" height="18"></svg></button><div data-fs-cart-item-actions>${quantitySelector(`q${item.itemOffered.sku}`, item.quantity)}<div data-fs-cart-item-prices>${prices({ price: item.price * item.quantity, listPrice: item.listPrice * item.quantity })}</div></div></article></li>`;
  const show = () => {
    const count = cart.items.reduce((sum, { quantity }) => sum + quantity, 0);
    const toggle = $('[data-fs-cart-toggle]');
    toggle.setAttribute('aria-label', `Cart with ${count} items`);
    toggle.dataset.items = count;
    $('[data-fs-badge]', toggle).textContent = count || '';
    $('#sidebar').innerHTML = isOpen
      ? `<div data-fs-overlay><div role="dialog" aria-modal="true" data-fs-modal data-fs-slide-over data-fs-cart-sidebar data-testid="fs-cart-sidebar"><header data-fs-slide-over-header><h2 data-fs-cart-sidebar-title>Seu carrinho <div data-fs-badge>${count}</div></h2><button data-fs-button data-fs-icon-button aria-label="Close" data-testid="fs-cart-sidebar-button-close"><svg width="18" height="18"></svg></button></header><div data-fs-alert>Frete grátis acima de R$ 300,00</div>${cart.items.length ? `<ul data-fs-cart-sidebar-list>${cart.items.map(line).join('')}</ul><footer data-fs-cart-sidebar-footer><ul data-fs-order-summary><li data-fs-order-summary-subtotal><span>Subtotal (${count} produtos)</span><span>${R(worth(cart.items))}</span></li><li data-fs-order-summary-total><span>Total</span><span>${R(worth(cart.items))}</span></li></ul><button data-fs-button data-fs-button-variant="primary" data-testid="checkout-button" ${isValidating ? 'disabled' : ''}><div data-fs-button-wrapper>${isValidating ? 'Carregando...' : 'Finalizar compra'}</div></button></footer>` : '<section data-fs-empty-state><p>Seu carrinho está vazio</p><button data-fs-button data-testid="fs-empty">Continuar comprando</button></section>'}</div></div>`
      : '';
  };
  const view = () =>
    isOpen && send('view_cart', { currency: 'BRL', value: worth(cart.items), items: cart.items.map(asItem) });
  const toast = (text) => {
    $('#toasts').innerHTML =
      `<div role="status" data-fs-toast data-testid="fs-toast"><div data-fs-toast-content><p data-fs-toast-message>${text}</p></div></div>`;
  };
  const keep = () => {
    localStorage.setItem('fs::cart', JSON.stringify(cart));
    show();
    view();
  };
  const validate = async () => {
    isValidating = true;
    show();
    const { validateCart } = await request('ValidateCartMutation', {
      session: { currency: { code: 'BRL', symbol: 'R$' }, locale: 'pt-BR', channel: '{"salesChannel":"1"}' },
      cart: {
        order: {
          orderNumber: cart.id,
          acceptedOffer: cart.items.map(({ price, listPrice, quantity, itemOffered: { sku, image, name } }) => ({
            price,
            listPrice,
            seller: { identifier: '1' },
            quantity,
            itemOffered: { sku, image, name, additionalProperty: [] },
          })),
        },
      },
    });
    isValidating = false;
    if (validateCart) {
      cart = {
        id: validateCart.order.orderNumber,
        items: validateCart.order.acceptedOffer,
        messages: validateCart.messages,
      };
      for (const { text } of cart.messages) toast(text);
      keep();
    } else show();
  };
  const change = (items) => {
    cart = { ...cart, items };
    keep();
    return validate();
  };

  const told = () => {
    const { product, view: name } = page;
    if (name !== 'product') return;
    send('view_item', {
      currency: 'BRL',
      value: product.price,
      items: [{ ...asItem({ itemOffered: product, quantity: 1, ...product }), quantity: undefined }],
    });
  };
  const validateOffer = async () => {
    if (page.view !== 'product') return;
    const { product } = await request('ClientProductQuery', { locator: [{ key: 'id', value: page.product.sku }] });
    Object.assign(page.product, product);
    $('[data-fs-product-details-settings]').innerHTML = bought(page.product, false);
  };
  const go = async (path, push = true) => {
    const [name, query] = path.split('?');
    const answer = await fetch(`/_next/data/b1/${name === '/' ? 'index' : name.slice(1)}.json?${query ?? ''}`);
    const { pageProps } = await answer.json();
    if (push) history.pushState({}, '', path);
    page = pageProps;
    document.title = page.meta.title;
    for (const old of document.querySelectorAll('head [data-seo]')) old.remove();
    document.head.insertAdjacentHTML('beforeend', page.meta.head);
    main.innerHTML = draw(page, true);
    scrollTo(0, 0);
    told();
    validateOffer();
  };
  addEventListener('popstate', () => go(location.pathname + location.search, false));
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target.closest('a[href^="/"]');
    if (link) {
      event.preventDefault();
      go(link.getAttribute('href'));
      return;
    }
    const by = target.closest('[data-quantity-selector-button]');
    if (by) {
      const input = $('input', by.parentElement);
      const quantity = Math.max(1, Number(input.value) + (by.dataset.quantitySelectorButton === 'right' ? 1 : -1));
      input.value = quantity;
      $('[data-quantity-selector-button="left"]', by.parentElement).disabled = quantity === 1;
      const article = by.closest('[data-fs-cart-item]');
      if (!article) return;
      const item = cart.items.find(({ itemOffered }) => itemOffered.sku === article.dataset.sku);
      const delta = quantity - item.quantity;
      send(delta > 0 ? 'add_to_cart' : 'remove_from_cart', {
        currency: 'BRL',
        value: item.price * Math.abs(delta),
        items: [{ ...asItem(item), quantity: Math.abs(delta) }],
      });
      change(cart.items.map((one) => (one === item ? { ...one, quantity } : one)));
      return;
    }
    if (target.closest('[data-fs-buy-button]')) {
      const { product } = page;
      const quantity = Number($('#quantity-selector').value);
      const item = {
        price: product.price,
        listPrice: product.listPrice,
        seller: { identifier: '1' },
        quantity,
        itemOffered: product,
      };
      send('add_to_cart', { currency: 'BRL', value: item.price * quantity, items: [asItem(item)] });
      const old = cart.items.find(({ itemOffered }) => itemOffered.sku === product.sku);
      isOpen = true;
      change(
        old
          ? cart.items.map((one) => (one === old ? { ...one, quantity: one.quantity + quantity } : one))
          : [...cart.items, item],
      );
      return;
    }
    const remove = target.closest('[data-fs-cart-item-remove-button]');
    if (remove) {
      const item = cart.items.find(({ itemOffered }) => itemOffered.sku === remove.dataset.sku);
      send('remove_from_cart', { currency: 'BRL', value: item.price * item.quantity, items: [asItem(item)] });
      change(cart.items.filter((one) => one !== item));
      return;
    }
    if (target.closest('[data-fs-cart-toggle]')) {
      isOpen = true;
      show();
      view();
      return;
    }
    if (target.closest('[data-testid="fs-cart-sidebar-button-close"],[data-testid="fs-empty"]')) {
      isOpen = false;
      show();
      return;
    }
    if (target.closest('[data-testid="checkout-button"]') && !isValidating)
      location.href = `${document.body.dataset.checkout}?orderFormId=${cart.id}`;
    if (target.closest('[data-testid="fs-shipping-button"]'))
      request('ClientShippingSimulationQuery', {
        country: 'BRA',
        postalCode: $('#shipping-postal-code').value,
        items: [{ id: page.product.sku, quantity: '1', seller: '1' }],
      }).then(({ shipping }) => {
        $('[data-fs-shipping-simulation-options]').innerHTML =
          `<table><tr data-fs-shipping-simulation-option><td>${shipping.logisticsInfo[0].slas[0].carrier}</td><td>Até 5 dias úteis</td><td><span data-fs-price data-value="${shipping.logisticsInfo[0].slas[0].price}">${R(shipping.logisticsInfo[0].slas[0].price)}</span></td></tr></table>`;
      });
  });
  document.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.matches('[data-fs-search-input-form]')) return go(`/s?q=${encodeURIComponent(form.elements[0].value)}`);
    if (form.matches('[data-fs-newsletter-form]')) {
      try {
        const { subscribeToNewsletter } = await request('SubscribeToNewsletter', {
          data: { name: form.elements['newsletter-name'].value, email: form.elements['newsletter-email'].value },
        });
        toast(subscribeToNewsletter ? 'Pronto! Você se inscreveu.' : 'Ops! Algo deu errado.');
        if (subscribeToNewsletter) form.reset();
      } catch {
        toast('Ops! Algo deu errado. Tente de novo.');
      }
    }
  });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-testid="search-sort"]')) go(`${location.pathname}?sort=${target.value}`);
  });
  show();
  told();
  validateOffer();
  if (cart.items.length) validate();
  request('ValidateSession', { session: { locale: 'pt-BR' }, search: location.search });
};

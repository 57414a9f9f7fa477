// What the shop's api.js and theme.js do on its pages.

const api = (method, url, params, done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  if (params) xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  xhr.onload = () => done?.(JSON.parse(xhr.responseText));
  xhr.send(params && new URLSearchParams(params).toString());
};
const Cart = {
  refresh: (done) => api('GET', '/cart.js', null, done),
  addItem: (id, quantity, done) =>
    api('POST', '/cart.js', { 'cart[add][id]': id, 'cart[add][quantity]': quantity }, done),
  updateItem: (id, quantity, done) => api('POST', '/cart.js', { [`cart[update][${id}]`]: quantity }, done),
  removeItem: (id, done) => Cart.updateItem(id, 0, done),
};
const one = (selector, within = document) => within.querySelector(selector);
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const formatMoney = (amount) =>
  new Intl.NumberFormat(navigator.language, { style: 'currency', currency: bigcartel.account.currency }).format(amount);

const updateCartCounts = ({ item_count: count, total }) => {
  each('.cart-count', (badge) => {
    badge.textContent = count;
  });
  one('.cart-details').textContent = `${count} ${count === 1 ? 'item' : 'items'}: ${formatMoney(total)}`;
};

document.body.classList.remove('preloader', 'transition-preloader');

each('.button--open-search', (button) =>
  button.addEventListener('click', () => {
    one('#search-modal').setAttribute('aria-hidden', 'false');
    one('#search-modal').style.display = 'block';
    one('.search-input').focus();
  }),
);

// The product page.
const addButton = one('.add-to-cart-button');
const addButtonText = addButton && one('.button-text', addButton);
const updateInventoryMessage = (id) => {
  const box = one('[data-inventory-message]');
  if (!box) return;
  const { options } = bigcartel.product;
  const option = options.length === 1 ? options[0] : options.find((other) => other.id === Number(id));
  box.textContent = option?.isAlmostSoldOut ? 'Only a few left' : '';
  box.style.display = box.textContent ? 'block' : 'none';
};
if (addButton) updateInventoryMessage();
one('.product_option_select')?.addEventListener('change', ({ target }) => {
  one('.price-value').innerHTML = formatMoney(target.selectedOptions[0].dataset.price);
  updateInventoryMessage(target.value);
});
const resetProductForm = () =>
  setTimeout(() => {
    addButtonText.innerHTML = addButton.dataset.addTitle;
  }, 1500);
one('.product-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const id = one('#option').value;
  const quantity = one('#product-quantity').value;
  if (addButton.classList.contains('adding') || !(quantity > 0 && id > 0)) return;
  addButton.classList.add('adding');
  addButton.blur();
  Cart.addItem(id, quantity, (cart) => {
    setTimeout(() => {
      addButton.classList.remove('adding');
      if (cart.total) {
        addButtonText.innerHTML = addButton.dataset.addedText;
        updateCartCounts(cart);
        one('.product-form-cart-linker').classList.add('added');
      } else alert('Sorry, an error occurred. Please try again.');
      resetProductForm();
    }, 300);
  });
});

// The cart page.
const processUpdate = (input, id, quantity, cart) => {
  updateCartCounts(cart);
  one('.cart-subtotal__amount').innerHTML = formatMoney(cart.total);
  if (!cart.item_count) {
    one('.cart-form').remove();
    one('.page.cart').insertAdjacentHTML('beforeend', '<div class="alert-message">Your cart is empty!</div>');
    return;
  }
  const line = cart.items.find((item) => item.id === Number(id));
  if (line) {
    one(`.cart-item-price__update[data-item-id="${id}"]`).innerHTML = formatMoney(line.price);
    if (input) input.value = quantity;
  } else one(`.cart-item[data-item-id="${id}"]`).remove();
};
const update = (id, quantity) => {
  const input = one(`.product-quantity[data-item-id="${id}"]`);
  Cart.updateItem(id, quantity, (cart) => {
    if (cart.errors) {
      one('.cart-items').insertAdjacentHTML('beforebegin', `<ul class="errors"><li>${cart.errors[0]}</li></ul>`);
      input.value = input.defaultValue;
    } else processUpdate(input, id, quantity, cart);
  });
};
each('.qty-button', (button) =>
  button.addEventListener('click', () => {
    const { itemId, func } = button.dataset;
    const input = one(`.product-quantity[data-item-id="${itemId}"]`);
    update(itemId, Number(input.value) + (func === 'increase' ? 1 : -1));
  }),
);
each('.cart-remove-item', (button) =>
  button.addEventListener('click', () =>
    Cart.removeItem(button.dataset.itemId, (cart) => processUpdate(null, button.dataset.itemId, 0, cart)),
  ),
);
each('.cart-items .product-quantity', (input) =>
  input.addEventListener('change', () => update(input.dataset.itemId, Number(input.value))),
);
if (document.body.dataset.bcPageType === 'cart') Cart.refresh();

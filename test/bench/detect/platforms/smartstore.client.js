// What the theme's scripts do: adds by jQuery's AJAX, a cart that slides in and is loaded as HTML, notices that pop up.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const serialize = (root) =>
  all('input,select,textarea', root)
    .filter(({ name, type, checked }) => name && (!/radio|checkbox/.test(type) || checked))
    .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

const displayNotification = (message, kind) => {
  for (const old of all('.ui-pnotify')) old.remove();
  const text = [].concat(message).join('<br>');
  if (!text) return;
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div class="ui-pnotify stack-topright"><div class="alert ui-pnotify-container alert-${kind === 'error' ? 'danger' : kind}" role="alert">
      <div class="ui-pnotify-closer"><span title="Close"></span></div><div class="ui-pnotify-text">${text}</div></div></div>`,
  );
};

const bind = (data) => {
  for (const [name, count] of Object.entries(data))
    for (const badge of all(`[data-bind-to="${name}"]`)) {
      badge.textContent = count;
      badge.style.display = count ? '' : 'none';
    }
};
const loadSummary = (query) => ajax('POST', `/shoppingcart/cartsummary?${query}`, '', bind);
const pane = (type) => $(`#occ-${type}`);
const loadHtml = (type) => {
  const tab = $(`#${type}-tab`);
  ajax('POST', tab.dataset.url, '', (html) => {
    pane(type).innerHTML = html;
    tab.classList.add('loaded');
  });
};
const showTab = (type) => {
  for (const one of all('#offcanvas-cart .tab-pane')) one.classList.toggle('active', one === pane(type));
  for (const one of all('#offcanvas-cart .nav-link')) one.classList.toggle('active', one.id === `${type}-tab`);
  if (!$(`#${type}-tab`).classList.contains('loaded')) loadHtml(type);
};
const isCanvas = !document.body.classList.contains('no-offcanvas-cart');

let isBusy = false;
/** Adds to, moves between and removes from cart, wish list and comparison. */
const execute = (link) => {
  const { href, type, action, formSelector } = link.dataset;
  if (isBusy) return;
  isBusy = true;
  ajax('POST', href, formSelector ? serialize($(formSelector)) : '', (response) => {
    isBusy = false;
    if (response.redirect) {
      location.href = response.redirect;
      return;
    }
    if (response.success === false) return displayNotification(response.message, 'error');
    loadHtml(type);
    loadSummary(`${type}=True`);
    if (response.wasMoved) {
      const other = action === 'addfromcart' ? 'wishlist' : 'cart';
      loadHtml(other);
      loadSummary(`${other}=True`);
      showTab(other);
    } else if (action === 'add') $(`#shopbar-${type} .shopbar-button`).click();
  });
};

const cartRequest = (url, body) =>
  ajax('POST', url, body, (response) => {
    if (response.redirect) {
      location.href = response.redirect;
      return;
    }
    if (response.cartItemCount === 0)
      $('.cart-content').innerHTML = '<div class="alert alert-warning fade show">Ihr Warenkorb ist leer!</div>';
    else if (response.success) {
      $('.cart-body').innerHTML = response.cartHtml;
      $('#order-totals').innerHTML = response.totalsHtml;
    }
    displayNotification(response.message, response.success ? 'success' : 'error');
    loadSummary('cart=True');
    loadSummary('wishlist=True');
  });

document.addEventListener('click', (event) => {
  const at = (selector) => event.target.closest(selector);
  const link = at('.ajax-cart-link');
  const tool = at('.shopbar-button');
  const tab = at('#offcanvas-cart .nav-link');
  const row = at('.cart-content a.ajax-action-link');
  const spin = at('.numberinput-up,.numberinput-down');
  if (link) {
    event.preventDefault();
    execute(link);
  } else if (tool && isCanvas) {
    event.preventDefault();
    $('#offcanvas-cart').classList.add('on');
    showTab(tool.parentElement.id.replace('shopbar-', ''));
  } else if (tab) {
    event.preventDefault();
    showTab(tab.id.replace('-tab', ''));
  } else if (row) {
    event.preventDefault();
    cartRequest(row.dataset.href, '');
  } else if (spin) {
    const input = $('input', spin.closest('.numberinput-group'));
    input.value = Math.max(1, Number(input.value) + (spin.matches('.numberinput-up') ? 1 : -1));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (at('.canvas-blocker') || at('.offcanvas-closer')) $('#offcanvas-cart').classList.remove('on');
  else if (at('.btn-buy')) {
    event.preventDefault();
    if (!$('#termsofservice').checked)
      return displayNotification('Bitte stimmen Sie den AGB und dem Widerrufsrecht zu.', 'error');
    at('.btn-buy').disabled = true;
    $('#confirm-order-form').submit();
  } else if (at('#checkout')) {
    event.preventDefault();
    $('#startcheckout').click();
  }
});

let waits;
document.addEventListener('change', ({ target }) => {
  const details = target.closest('.update-container');
  if (details) {
    ajax('POST', details.dataset.url, serialize(details), ({ Partials }) => {
      const isNumber = target.closest('.numberinput-group');
      for (const part of all('[data-partial]', details))
        if (!(isNumber && part.dataset.partial === 'OfferActions') && part.dataset.partial in Partials)
          part.innerHTML = Partials[part.dataset.partial];
    });
    return;
  }
  const { updateUrl, sciId, sciItem, href, type } = target.dataset;
  clearTimeout(waits);
  if (updateUrl)
    waits = setTimeout(
      () =>
        ajax('POST', updateUrl, `sciItemId=${sciId}&newQuantity=${target.value}&isCartPage=true`, (data) => {
          if (!data.success) return displayNotification(data.message, 'error');
          loadSummary(`${type}=True`);
          $('.sub-total', target.closest('.tab-pane')).innerHTML = data.SubTotal;
        }),
      350,
    );
  else if (sciItem)
    waits = setTimeout(
      () => cartRequest(href, `sciItemId=${sciItem}&newQuantity=${target.value}&isCartPage=true&isWishlist=false`),
      350,
    );
});

const term = $('.instasearch-term');
let typed;
term.addEventListener('input', () => {
  clearTimeout(typed);
  typed = setTimeout(
    () =>
      ajax('POST', term.dataset.url, `q=${encodeURIComponent(term.value)}&origin=Search%2FSearch`, (html) => {
        $('.instasearch-drop-body').innerHTML = html;
        $('.instasearch-drop').classList.add('open');
      }),
    200,
  );
});
$('#newsletter-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  ajax('POST', form.action, serialize(form), ({ Success, Result }) => {
    const box = $('#newsletter-result-block');
    box.innerHTML = Result;
    box.className = `alert mt-2 alert-${Success ? 'success' : 'danger'}`;
    if (Success) $('#newsletter-subscribe-block').style.display = 'none';
  });
});
loadSummary('cart=True&wishlist=True&compare=True');

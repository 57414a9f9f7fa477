// What the theme's plugins do: adds by AJAX into an off-canvas cart, variants, live search, notepad, register checks.
const $ = (selector) => document.querySelector(selector);
const formOf = (form) => new URLSearchParams(new FormData(form)).toString();
const token = 'tok3n0fTh1sV1s1t';

/** As `$.ajax` asks, with the header that the CSRF plugin adds. */
const ajax = (method, url, body, done, type = 'html') => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, method === 'GET' && body ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  xhr.setRequestHeader('X-CSRF-Token', token);
  if (method === 'POST') xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
  xhr.onload = () => {
    if (xhr.status < 300) done(type === 'json' ? JSON.parse(xhr.responseText) : xhr.responseText);
  };
  xhr.send(method === 'POST' ? (body ?? null) : null);
};

for (const form of document.querySelectorAll('form[method="post"]')) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: '__csrf_token', value: token });
  form.append(field);
}

const cart = $('.container--ajax-cart');
const openMenu = () => {
  cart.innerHTML = '<div class="ajax--cart"><i class="icon--loading-indicator"></i></div>';
  cart.classList.add('off-canvas', 'is--open');
};
const cartRefresh = () =>
  ajax(
    'GET',
    '/checkout/ajaxAmount',
    '',
    ({ amount, quantity }) => {
      $('.cart--amount').innerHTML = amount;
      $('.cart--quantity').innerHTML = quantity;
      $('.cart--quantity').classList.toggle('is--hidden', quantity === 0);
    },
    'json',
  );

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-add-article="true"]')) return;
  event.preventDefault();
  openMenu();
  ajax('POST', form.dataset.addarticleurl, `${formOf(form)}&isXHR=1`, (html) => {
    cart.innerHTML = html;
    cart.querySelector('.ajax--cart .alert')?.classList.remove('is--hidden');
    cartRefresh();
  });
});

document.addEventListener('click', (event) => {
  const at = (selector) => event.target.closest(selector);
  const link = at('.entry--cart a, .close--off-canvas, .action--note, .link--notepad, [data-product-compare-add]');
  const remove = at('.container--ajax-cart .action--remove');
  if (link || remove) event.preventDefault();
  if (remove) {
    const form = remove.closest('form');
    const url = form.getAttribute('action');
    form.innerHTML = '<i class="icon--loading-indicator"></i>';
    ajax('POST', url, null, (html) => {
      cart.innerHTML = html;
      cartRefresh();
    });
  } else if (at('.entry--cart a')) {
    openMenu();
    ajax('GET', '/checkout/ajaxCart', '', (html) => {
      cart.innerHTML = html;
    });
  } else if (at('.close--off-canvas')) cart.classList.remove('is--open');
  else if (at('[data-product-compare-add]'))
    ajax('GET', link.href, '', (html) => {
      $('.entry--compare').innerHTML = html;
    });
  else if (link)
    ajax(
      'GET',
      link.dataset.ajaxurl ?? link.href,
      '',
      ({ success, notesCount }) => {
        if (!success) return;
        link.querySelector('.action--text').textContent = link.dataset.text;
        let badge = $('.notes--quantity');
        if (!badge) {
          badge = document.createElement('span');
          badge.className = 'badge notes--quantity';
          $('.entry--notepad a').append(badge);
        }
        badge.textContent = notesCount;
      },
      'json',
    );
});

document.addEventListener('change', (event) => {
  const field = event.target;
  if (field.matches('[data-auto-submit="true"]')) field.form.submit();
  if (field.matches('[data-ajax-select-variants="true"]')) {
    const values = new URLSearchParams(new FormData(field.form));
    values.delete('__csrf_token');
    ajax('GET', location.pathname, `${values}&template=ajax`, (html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      $('.product--detail-upper').innerHTML = page.querySelector('.product--detail-upper').innerHTML;
      const number = $('.entry--sku .entry--content').textContent.trim();
      history.pushState({ type: 'sw-ajax-variants' }, document.title, `${location.pathname}?number=${number}`);
    });
  }
  const form = field.closest('#shippingPaymentForm');
  if (form && field.matches('input.auto_submit[type=radio]'))
    ajax('POST', form.getAttribute('action'), `${formOf(form)}&isXHR=1`, (html) => {
      $('[data-ajax-shipping-payment]').innerHTML = html;
    });
});

let typing;
$('.main-search--field')?.addEventListener('keyup', (event) => {
  clearTimeout(typing);
  const term = event.target.value;
  typing = setTimeout(() => {
    if (term.length > 2)
      ajax('GET', '/ajax_search', `sSearch=${encodeURIComponent(term)}`, (html) => {
        $('.main-search--results').innerHTML = html;
      });
  }, 250);
});

const checks = { register_personal_email: 'ajax_validate_email', register_personal_password: 'ajax_validate_password' };
document.addEventListener('focusout', ({ target }) => {
  const action = checks[target.id];
  if (action && target.value)
    ajax(
      'POST',
      `/register/${action}`,
      `action=${action}&${formOf(target.form)}`,
      (flags) => target.classList.toggle('has--error', Object.values(flags).some(Boolean)),
      'json',
    );
});

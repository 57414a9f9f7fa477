// The template's scripts, which use jQuery: the add waits for its answer, and what comes is shown slowly.
const $ = (selector) => document.querySelector(selector);
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
const ask = (method, url, body, done, waits = false) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url, !waits);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  if (body) xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
  xhr.onload = () => {
    let data = xhr.responseText;
    try {
      data = JSON.parse(data);
    } catch {}
    done(data);
  };
  xhr.send(body || null);
};
const rt = (route) => `index.php?rt=${route}`;
const sent = (form) => new URLSearchParams(new FormData(form)).toString();
const fadeIn = (box, html) => {
  Object.assign(box.style, { display: 'none', opacity: 0 });
  box.innerHTML = html;
  box.style.display = 'block';
  const from = performance.now();
  const grow = (now) => {
    box.style.opacity = Math.min(1, (now - from) / 1000);
    if (now - from < 1000) requestAnimationFrame(grow);
    else box.style.opacity = '';
  };
  requestAnimationFrame(grow);
};
const overlay = (shown) => {
  $('.spinner-overlay').style.display = shown ? 'block' : 'none';
};
const cartShown = (data) => {
  each('.cart_counter', (one) => {
    one.innerHTML = data.item_count;
  });
  $('#cartoffcanvas .offcanvas-body').innerHTML = data.cart_details;
};
const summary = () => {
  ask('GET', rt('r/checkout/fast_checkout_summary'), null, (html) => fadeIn($('#fast_checkout_summary_block'), html));
};
const shown = (html) => {
  summary();
  fadeIn($('#fast_checkout_cart'), html);
  overlay(false);
};
const load = (more) => {
  overlay(true);
  ask('GET', rt('r/checkout/pay/main&viewport=window') + more, null, shown);
};
const total = () =>
  ask('POST', rt('r/product/product/calculateTotal'), sent($('#product')), (data) => {
    $('.total-price').innerHTML = data.total;
    $('#product_price_num').value = data.raw_price_num;
    $('#product_total_num').value = data.raw_total_num;
  });
document.addEventListener('click', (event) => {
  const at = (selector) => event.target.closest(selector);
  const link = at('a.add-to-cart');
  if (at('i.bi-bag-check-fill')) location.href = cart_url;
  else if (link?.getAttribute('href') === '#') {
    event.preventDefault();
    ask(
      'GET',
      `${cart_ajax_url}&product_id=${link.dataset.id}`,
      null,
      (data) => {
        cartShown(data);
        link.querySelector('i').className = 'bi text-success bi-bag-check-fill';
      },
      true,
    );
  }
  const toggle = at('[data-bs-toggle=offcanvas]');
  if (toggle) {
    event.preventDefault();
    $(toggle.getAttribute('href')).classList.add('show');
  }
  if (at('[data-bs-dismiss=offcanvas]')) at('.offcanvas').classList.remove('show');
  if (at('[data-bs-toggle=dropdown]')) at('[data-bs-toggle=dropdown]').nextElementSibling.classList.toggle('show');
  const key = at('#delete_product')?.dataset.productKey;
  if (key) ask('GET', `${rt('r/product/product/removeProductFromCart')}&product_key=${key}`, null, cartShown);
  const counter = at('.minus-qnty, .plus-qnty');
  if (counter) {
    event.preventDefault();
    const input = counter.parentElement.querySelector('input');
    const quantity = Math.max(1, Number(input.value) + (counter.matches('.plus-qnty') ? 1 : -1));
    if (!at('#cartoffcanvas')) input.value = quantity;
    else
      ask(
        'GET',
        rt('r/product/product/updateQuantityCart') +
          '&product_key=' +
          counter.dataset.productId +
          '&quantity=' +
          quantity,
        null,
        cartShown,
      );
  }
  at('.lock-on-click')?.classList.add('disabled');
  if (at('#product_add_to_cart')) {
    event.preventDefault();
    $('#product').submit();
  }
  if (at('#wishlist_add')) {
    event.preventDefault();
    ask('POST', `${rt('product/wishlist/add')}&product_id=${$('[name=product_id]').value}`, null, () => {
      $('#wishlist_add').className = 'd-none';
      $('#wishlist_remove').className = 'd-block';
    });
  }
  if (at('#review_submit')) {
    const asked = ['name', 'text'].map((name) => `${name}=${encodeURIComponent($(`[name=${name}]`).value)}`).join('&');
    ask('POST', `${rt('r/product/review/write')}&product_id=${$('[name=product_id]').value}`, asked, (data) => {
      $('#review_title').insertAdjacentHTML(
        'afterend',
        `<div class="alert alert-success alert-dismissible">${data.success}</div>`,
      );
    });
  }
  const tab = at('.pay-form [data-bs-toggle=tab]');
  if (tab) each('.pay-form .tab-pane', (pane) => pane.classList.toggle('show', `#${pane.id}` === tab.dataset.bsTarget));
  if (at('.btn-coupon')) load(`&${sent($('#PayFrm'))}`);
  if (at('.btn-telephone'))
    ask('POST', rt('r/checkout/pay/updateOrderData'), `telephone=${$('[name=telephone]').value}`, () => {
      $('[name=telephone]').classList.add('is-valid');
    });
  const payment = at('.payment_item')?.dataset.paymentId;
  if (payment) {
    overlay(true);
    ask('GET', `${rt('r/checkout/pay/main&') + sent($('#PayFrm'))}&payment_method=${payment}`, null, shown);
  }
  if (at('.reload_parent')) {
    event.preventDefault();
    location.href = at('.reload_parent').dataset.href;
  }
});
document.addEventListener('change', ({ target }) => {
  if (target.id === 'sort') location.href = `${target.dataset.url}&sort=${target.value}&limit=20`;
  if (target.closest('#product')) total();
  if (target.matches('.shipping-selectors [name=shipping_method]')) load(`&${sent($('#PayFrm'))}`);
  if (target.id === 'AccountFrm_agree') $('#submit_button').classList.toggle('disabled', !target.checked);
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.needs-validation')) {
    form.classList.add('was-validated');
    if (!form.checkValidity()) return event.preventDefault();
  }
  if (form.matches('.pay-form form')) {
    event.preventDefault();
    if (form.id === 'CODFrm') {
      each('.alert', (one) => one.remove());
      $('.action-buttons').style.display = 'none';
      $('.action-buttons').insertAdjacentHTML(
        'beforebegin',
        '<div class="wait alert alert-info text-center">Please Wait!</div>',
      );
      ask('GET', rt('r/extension/default_cod/confirm'), null, () => {
        location.href = rt('checkout/finalize');
      });
    } else {
      overlay(true);
      ask('POST', form.getAttribute('action'), sent(form), shown);
    }
  }
});
addEventListener('DOMContentLoaded', () => {
  $('#filter-keyword').disabled = false;
  if ($('#product')) {
    ask('GET', `${rt('r/common/view_count/product')}&product_id=1`, null, () => {});
    total();
  }
  if ($('#totals_table'))
    ask('POST', rt('r/checkout/cart/recalc_totals'), 'shipping_method=&coupon=', ({ totals }) => {
      $('#totals_table tbody').innerHTML = totals
        .map(
          ({ title, text }) =>
            '<tr><td><span class="fw-bolder">' +
            title +
            '</span></td><td><span class="fw-bold">' +
            text +
            '</span></td></tr>',
        )
        .join('');
    });
  if ($('#fast_checkout_cart')) load('');
  if ($('#fast_checkout_success'))
    ask(
      'POST',
      rt('r/checkout/pay/success&viewport=window') + location.search.replace(/.*(&order_id)/, '$1'),
      null,
      (html) => fadeIn($('#fast_checkout_success'), html),
    );
});
window.save_and_checkout = (url) => {
  $('#cart').insertAdjacentHTML('beforeend', `<input type="hidden" name="next_step" value="${url}">`);
  $('#cart').submit();
};

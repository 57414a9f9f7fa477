// Adds by a serialized form, once the button has flown to the cart; the lightbox; the checkout's boxes, one after another.
// `ajax` stands before it.
const $ = (selector, root = document) => root.querySelector(selector);
const serialize = (fields) =>
  new URLSearchParams(
    [...fields]
      .filter(
        (field) =>
          field.name &&
          !field.disabled &&
          field.type !== 'submit' &&
          (!/radio|checkbox/.test(field.type) || field.checked),
      )
      .map((field) => [field.name, field.value]),
  ).toString();
const updateCart = (data) =>
  ajax(data ? 'POST' : 'GET', `/en/ajax/cart.json${data ? '' : `?_=${Date.now()}`}`, data, (json) => {
    if (json.alert) alert(json.alert);
    $('#cart .items').innerHTML =
      json.items
        .map(
          (item) =>
            '<li><a href="' +
            item.link +
            '">' +
            item.quantity +
            ' x ' +
            item.name +
            ' - ' +
            item.formatted_price +
            '</a></li>',
        )
        .join('') +
      '<li class="divider"></li><li><a href="/en/checkout"><i class="fa fa-shopping-cart"></i> ' +
      json.text_total +
      ': <span class="formatted-value">' +
      json.formatted_value +
      '</span></a></li>';
    $('#cart .quantity').innerHTML = json.quantity || '';
  });
document.addEventListener('submit', (event) => {
  if (event.target.name !== 'buy_now_form') return;
  event.preventDefault();
  document.body.insertAdjacentHTML('beforeend', '<div id="animated-cart-item"></div>');
  setTimeout(() => {
    $('#animated-cart-item').remove();
    updateCart(`${serialize(event.target.elements)}&add_cart_product=true`);
  }, 500);
});
document.addEventListener('input', ({ target }) => {
  const form = target.closest('form[name=buy_now_form]');
  if (!form) return;
  const box = form.closest('#box-product');
  const more = [...form.querySelectorAll('option:checked')].reduce(
    (sum, option) => sum + Number(option.dataset.priceAdjust || 0),
    0,
  );
  $('.price, .campaign-price', box).textContent = money(Number(box.dataset.price) + more);
});
const money = (amount) => `${amount.toFixed(amount % 1 ? 2 : 0)} €`;
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-toggle=lightbox]');
  if (opener) {
    event.preventDefault();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="featherlight"><div class="featherlight-modal"><button class="featherlight-close-icon featherlight-close" aria-label="Close">✖</button><div class="featherlight-inner"></div></div></div>',
    );
    ajax('GET', opener.dataset.target || opener.href, null, (html) => {
      $('.featherlight-inner').innerHTML = html;
    });
  }
  if (event.target.closest('.featherlight-close')) $('.featherlight').remove();
  if (event.target.closest('.alert .close')) {
    event.preventDefault();
    event.target.closest('.alert').remove();
  }
});
$('form[name=filter_form]')?.addEventListener('click', ({ target }) => {
  if (target.name) target.form.submit();
});
if ($('#box-checkout')) {
  let queue = ['cart', 'customer', 'shipping', 'payment', 'summary'].map((component) => ({
    component,
    data: null,
    refresh: true,
  }));
  let locked = false,
    changed = false;
  const run = () => {
    if (locked || !queue.length) return;
    locked = true;
    const task = queue.shift();
    const wrapper = $(`#box-checkout .${task.component}.wrapper`);
    ajax('POST', `/en/ajax/checkout_${task.component}.html`, task.data ?? '', (html) => {
      if (task.refresh) wrapper.innerHTML = html;
      locked = false;
      run();
    });
  };
  const ask = (component, data, refresh = true) => {
    queue = queue.filter((task) => task.component !== component);
    queue.push({ component, data, refresh });
    run();
  };
  const token = `token=${$('[name=token]').value}&`;
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[name=remove_cart_item], [name=update_cart_item]');
    if (button) {
      event.preventDefault();
      ask(
        'cart',
        `${token + serialize(button.closest('.item').querySelectorAll('input'))}&${button.name}=${button.value}`,
      );
      for (const component of ['customer', 'shipping', 'payment', 'summary']) ask(component, null);
    }
    const option = event.target.closest('.option:not(.active)');
    if (!option) return;
    event.preventDefault();
    const kind = option.closest('.shipping') ? 'shipping' : 'payment';
    for (const other of option.parentNode.children) other.classList.toggle('active', other === option);
    $('input', option).checked = true;
    ask(kind, token + serialize(option.querySelectorAll('input')), false);
    if (kind === 'shipping') ask('payment', null);
    ask('summary', null);
  });
  document.addEventListener('input', ({ target }) => {
    if (target.closest('#box-checkout-customer')) {
      changed = true;
      $('[name=save_customer_details]').disabled = false;
    }
  });
  document.addEventListener('focusout', ({ target }) => {
    if (target.closest('#box-checkout-customer'))
      setTimeout(() => {
        if (document.activeElement.closest('#box-checkout-customer') || !changed) return;
        changed = false;
        ask('customer', token + serialize(document.querySelectorAll('#box-checkout-customer input')));
        for (const component of ['cart', 'shipping', 'payment', 'summary']) ask(component, null);
      }, 50);
  });
  document.addEventListener('submit', ({ target }) => {
    if (target.name !== 'checkout_form') return;
    setTimeout(() => {
      const button = $('[name=confirm_order]');
      button.style.display = 'none';
      button.insertAdjacentHTML(
        'beforebegin',
        '<div class="btn btn-block btn-default btn-lg disabled">Please wait…</div>',
      );
    });
  });
  run();
}

// The public widgets of the shop: JSON-RPC over XMLHttpRequest, HTTP 200 whatever happens, errors as dialogs.
const $ = (selector, from = document) => from.querySelector(selector);
const all = (selector) => document.querySelectorAll(selector);
const overlay = $('.o-overlay-container');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const money = (amount) => `$&nbsp;<span class="oe_currency_value">${amount.toFixed(2)}</span>`;
let calls = 0;

const dialog = (title, body, footer = '<button class="btn btn-primary o-default-button">Close</button>') => {
  overlay.innerHTML = `<div class="o-overlay-item"><div class="o_dialog"><div role="dialog" class="modal d-block o_technical_modal"><div class="modal-dialog"><div class="modal-content"><header class="modal-header"><h4 class="modal-title text-break">${title}</h4><button type="button" class="btn-close" aria-label="Close" tabindex="-1"></button></header><main class="modal-body">${body}</main><footer class="modal-footer justify-content-around">${footer}</footer></div></div></div></div></div>`;
};
const rpc = (
  url,
  params,
  onError = ({ data }) =>
    dialog('Invalid Operation', `<div role="alert"><p class="text-prewrap">${data.message}</p></div>`),
) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    request.addEventListener('load', () => {
      const { error, result } = JSON.parse(request.response);
      if (error) onError(error);
      else done(result);
    });
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/json');
    request.send(JSON.stringify({ id: calls++, jsonrpc: '2.0', method: 'call', params }));
  });

const updateBadge = (count) => {
  for (const badge of all('.my_cart_quantity')) {
    badge.classList.remove('d-none');
    badge.classList.add('o_mycart_zoom_animation');
    setTimeout(() => {
      badge.textContent = count;
      badge.classList.remove('o_mycart_zoom_animation');
    }, 300);
  }
};
const notify = ({ lines, warning }) => {
  const toast = (head, body, className = '') =>
    `<div class="toast show o_cc1 position-relative start-0 mt-2 ${className}" role="alert" aria-live="assertive" aria-atomic="true"><div class="toast-header justify-content-between"><span>${head}</span><button type="button" class="btn-close" aria-label="Close"></button></div><div class="toast-body">${body}</div></div>`;
  const box = $('.o_cart_toasts');
  if (lines)
    box.innerHTML = toast(
      `${lines.reduce((sum, { quantity }) => sum + quantity, 0)} item(s) added to your cart`,
      `${lines.map((line) => `<div class="d-flex flex-column gap-2 mb-2 mt-1"><div class="d-flex gap-3"><div class="position-relative"><img class="img o_image_64_max rounded mb-2" src="data:," alt="${line.name}"><span class="o_cart_item_count badge bg-secondary">${line.quantity}</span></div><div class="d-flex flex-column"><span>${line.name}</span><span class="text-muted small">${line.combination_name}</span></div><div class="col-3 d-flex flex-column align-items-end">${money(line.price_total)}</div></div></div>`).join('')}<a role="button" class="w-100 btn btn-primary" href="/shop/cart">View cart</a>`,
    );
  if (warning) box.innerHTML = toast('Warning', `<div>${warning}</div>`, 'text-bg-warning');
  setTimeout(() => box.replaceChildren(), 4000);
};
const request = async ({ template, product, quantity, toCart }) => {
  const data = await rpc('/shop/cart/add', {
    product_template_id: template,
    product_id: product,
    quantity,
    uom_id: 1,
    product_custom_attribute_values: [],
    no_variant_attribute_value_ids: [],
  });
  if (toCart) {
    location.href = '/shop/cart';
    return;
  }
  if (data.cart_quantity) updateBadge(data.cart_quantity);
  notify(data.notification_info);
  if (data.quantity)
    $('.oe_website_sale').dispatchEvent(new CustomEvent('add_to_cart_event', { detail: data.tracking_info }));
};
const add = async (form) => {
  const wanted = {
    template: Number($('[name=product_template_id]', form).value),
    product: Number($('[name=product_id]', form).value),
    quantity: Number($('[name=add_qty]', form)?.value ?? 1),
  };
  const asks = await rpc('/website_sale/should_show_product_configurator', {
    product_template_id: wanted.template,
    ptav_ids: [],
    is_product_configured: true,
  });
  if (!asks) return request(wanted);
  const { products, optional_products } = await rpc('/website_sale/product_configurator/get_values', {
    product_template_id: wanted.template,
    quantity: wanted.quantity,
    currency_id: 1,
  });
  const count = (quantity) =>
    `<div name="quantity_buttons_wrapper" class="input-group justify-content-end css_quantity d-inline-flex border rounded">
      <button name="sale_quantity_button_minus" aria-label="Remove one" class="btn btn-link"><i class="oi oi-minus"></i></button>
      <input class="form-control quantity text-center border-0" name="sale_quantity" type="number" value="${quantity}">
      <button name="sale_quantity_button_plus" aria-label="Add one" class="btn btn-link"><i class="oi oi-plus"></i></button></div>`;
  const row = ({ display_name, price }, cell, control) =>
    `<tr><td class="o_sale_product_configurator_img py-3 px-0"><img class="border rounded" src="data:," alt="Product Image"></td>
      <td class="p-0 product_name_description"><div name="o_sale_product_configurator_name" class="mb-1 text-truncate"><span class="h6">${display_name}</span>
        <div class="text-muted small text-truncate">Made to last.</div></div></td>
      <td class="${cell} py-3 px-0 text-end"><div class="d-md-flex gap-2 align-items-baseline justify-content-end">
        <span name="sale_product_configurator_formatted_price" class="text-nowrap fw-bold text-end h6 mb-2 d-block">${money(price)}</span></div>${control}</td></tr>`;
  const table = (rows, kind = '') =>
    `<table class="o_sale_product_configurator_table table table-sm table-borderless mb-0 ${kind}"><tbody class="border-top-0">${rows.join('')}</tbody></table>`;
  const offer =
    '<button name="sale_product_configurator_add_button" class="btn btn-outline-primary"><i class="fa fa-shopping-cart" role="img"></i><span name="add_button" class="ms-2">Add to Cart</span></button>';
  const wantedRows = products.map((one) => row(one, 'o_sale_product_configurator_qty', count(one.quantity)));
  const offered = optional_products.map((one) => row(one, 'o_sale_product_configurator_price', offer));
  dialog(
    'Configure',
    `<div>${table(wantedRows)}</div><div class="o_sale_optional_products m-n3 p-3 border-top"><span name="sale_product_configurator_list_title" class="d-inline-block mb-3 h5">Options</span>${table(offered, 'o_sale_product_configurator_table_optional')}</div>`,
    `<div class="d-flex"><button name="website_sale_product_configurator_continue_button" class="btn btn-primary w-100"><i class="fa fa-shopping-cart"></i> Add to cart</button>
      <button name="website_sale_product_configurator_checkout_button" class="btn btn-outline-primary w-100">Go to Checkout <i class="fa fa-angle-right ms-2"></i></button></div>
      <h6 class="o_configurator_price_total mb-0" name="sale_product_configurator_list_total">Total: ${money(products[0].price)}</h6>`,
  );
  $('[name*=continue_button]', overlay).addEventListener('click', () => {
    overlay.replaceChildren();
    request(wanted);
  });
};

/** The price follows the variant and the quantity. */
const combine = async (form) => {
  const chosen = $('.js_variant_change:checked', form);
  if (chosen) $('[name=product_id]', form).value = chosen.value;
  const { price } = await rpc('/website_sale/get_combination_info', {
    product_template_id: Number($('[name=product_template_id]', form).value),
    product_id: Number($('[name=product_id]', form).value),
    combination: [],
    add_qty: Number($('[name=add_qty]', form).value),
    parent_combination: [],
  });
  $('.oe_price', form).innerHTML = money(price);
  if (chosen) history.replaceState(null, '', `${location.pathname}?attribute_values=${chosen.value}`);
};
const main = $('.js_main_product')?.closest('form');
if (main) combine(main);

let typing;
const changeLine = (input) => {
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const data = await rpc('/shop/cart/update', {
      line_id: Number(input.dataset.lineId),
      product_id: Number(input.dataset.productId),
      quantity: Number(input.value),
    });
    if (!data.cart_quantity) {
      location.href = '/shop/cart';
      return;
    }
    updateBadge(data.cart_quantity);
    $('.js_cart_lines').outerHTML = data['website_sale.cart_lines'];
    $('#cart_total').outerHTML = data['website_sale.total'];
  }, 500);
};
document.addEventListener('change', ({ target }) => {
  if (target.matches('.js_variant_change,[name=add_qty]')) combine(target.form);
  else if (target.matches('.js_quantity')) changeLine(target);
});

for (const { dataset } of all('[name=o_delivery_radio]')) rpc('/shop/get_delivery_rate', { dm_id: dataset.dmId });
const payButton = $('[name=o_payment_submit_button]');
const status = $('#o_payment_status');
if (status)
  wait(400)
    .then(() => rpc('/payment/status/poll', { csrf_token: 'c1' }))
    .then(({ landing_route }) => {
      location.href = landing_route;
    });

document.addEventListener('click', async (event) => {
  const { target } = event;
  const at = (selector) => target.closest(selector);
  if (at('a[href="#"]')) event.preventDefault();
  if (at('.btn-close,.o-default-button')) {
    (at('.toast') ?? overlay.firstElementChild)?.remove();
  } else if (at('#add_to_cart')) {
    if ($('.js_variant_change')) await combine(main);
    add(main);
  } else if (at('.oe_product_cart .a-submit')) add(at('form'));
  else if (at('.coupon_form .a-submit')) at('form').submit();
  else if (at('.js_add_suggested_products')) {
    const { productId, productTemplateId } = at('a').dataset;
    request({ template: Number(productTemplateId), product: Number(productId), quantity: 1, toCart: true });
  } else if (at('button[data-action=o_wishlist]')) {
    const button = at('button');
    await rpc('/shop/wishlist/add', { product_id: Number(button.dataset.productProductId) });
    $('.o_wsale_my_wish').classList.remove('d-none');
    $('.my_wish_quantity').textContent = '1';
    button.disabled = true;
  } else if (at('.js_add_cart_json,.css_quantity > a')) {
    const input = $('input', at('.input-group'));
    input.value = Math.max(Number(input.value) + ($('.fa-minus,.oi-minus', at('a')) ? -1 : 1), 0);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (at('.js_delete_product')) {
    const input = $('.js_quantity', at('.o_cart_product'));
    input.value = 0;
    changeLine(input);
  } else if (at('#product_stock_notification_message')) {
    $('#product_stock_notification_message').classList.add('d-none');
    $('#stock_notification_form').classList.remove('d-none');
  } else if (at('#product_stock_notification_form_submit_button')) {
    await rpc('/shop/add/stock_notification', { product_id: 53, email: $('#stock_notification_input').value });
    $('#stock_notification_form').classList.add('d-none');
    $('#stock_notification_success_message').classList.remove('d-none');
  } else if (at('.js_subscribe_btn')) {
    const box = at('.js_subscribe');
    const { value } = $('.js_subscribe_value', box);
    box.classList.toggle('o_has_error', !/.+@.+/.test(value));
    if (box.classList.contains('o_has_error')) return;
    const { toast_content } = await rpc('/website_mass_mailing/subscribe', {
      list_id: Number(box.dataset.listId),
      value,
      subscription_type: 'email',
      recaptcha_token_response: '',
    });
    $('.js_subscribe_wrap', box).classList.add('d-none');
    $('.js_subscribed_wrap', box).classList.remove('d-none');
    $('.o_notification_manager').innerHTML =
      `<div class="o_notification border-success" role="alert"><div class="o_notification_title">Success</div><div class="o_notification_content">${toast_content}</div></div>`;
  } else if (at('.s_website_form_send')) {
    const form = at('form');
    const button = at('a');
    const result = $('#s_website_form_result');
    for (const field of form.querySelectorAll('[required]'))
      field.closest('.s_website_form_field').classList.toggle('o_has_error', !field.value);
    if (!form.checkValidity()) {
      result.innerHTML =
        '<span class="text-danger ml8"><i class="fa fa-close mr4" role="img"></i>Please fill in the form correctly.</span>';
      return;
    }
    button.classList.add('disabled');
    const answer = await fetch(form.getAttribute('action') + form.dataset.model_name, {
      method: 'POST',
      body: new FormData(form),
    });
    if ((await answer.json()).id) location.href = form.dataset.successPage;
  } else if (at('#save_address')) {
    const form = at('form');
    const answer = await fetch('/shop/address/submit', { method: 'POST', body: new FormData(form) });
    const { successUrl, messages } = await answer.json();
    if (successUrl) location.href = successUrl;
    else $('#errors').innerHTML = messages.map((text) => `<h5 class="text-danger">${text}</h5>`).join('');
  } else if (at('[name=o_delivery_radio]')) {
    const { amount_delivery, amount_untaxed, amount_tax, amount_total } = await rpc('/shop/set_delivery_method', {
      dm_id: target.dataset.dmId,
    });
    $('.o_wsale_delivery_price_badge').innerHTML = amount_delivery;
    const amounts = {
      delivery: amount_delivery,
      total_untaxed: amount_untaxed,
      total_taxes: amount_tax,
      total: amount_total,
    };
    for (const [name, amount] of Object.entries(amounts))
      $(`tr[name=o_order_${name}] .monetary_field`).innerHTML = amount;
  } else if (at('[name=o_payment_radio]')) payButton.disabled = false;
  else if (payButton && at('[name=o_payment_submit_button]')) {
    payButton.disabled = true;
    const form = $('#o_payment_form');
    const { redirect_form_html } = await rpc(
      form.dataset.transactionRoute,
      {
        provider_id: 5,
        payment_method_id: 5,
        token_id: null,
        amount: Number(form.dataset.amount),
        flow: 'redirect',
        tokenization_requested: false,
        landing_route: form.dataset.landingRoute,
        is_validation: false,
        access_token: '9c1e',
        csrf_token: 'c1',
      },
      ({ data }) => {
        dialog('Payment processing failed', data.message, '<button class="btn btn-primary">Ok</button>');
        $('.btn-primary', overlay).addEventListener('click', () => overlay.replaceChildren());
        payButton.disabled = false;
      },
    );
    const box = document.createElement('div');
    box.innerHTML = redirect_form_html;
    document.body.append(box);
    box.firstElementChild.submit();
  }
});

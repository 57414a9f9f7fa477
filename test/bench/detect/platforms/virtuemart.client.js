// What vmprices.js and the cart module do: add by request with a popup, prices that follow what is chosen, a cart drawn
// from JSON.
const $ = (selector) => document.querySelector(selector);
const fields = (form) => new URLSearchParams(new FormData(form)).toString();
const base = '/index.php?option=com_virtuemart&nosef=1';

const json = (method, url, body, done) => {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url);
  xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  xhr.setRequestHeader('Accept', 'application/json, text/javascript, */*; q=0.01');
  if (body) xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
  xhr.onload = () => done(JSON.parse(xhr.responseText));
  xhr.send(body ?? null);
};

const updateModule = () => {
  const module = $('#vmCartModule');
  json('GET', `${base}&view=cart&task=viewJS&format=json&lang=en&_=${Date.now()}`, null, (data) => {
    if (data.totalProduct > 0) {
      const list = module.querySelector('.vm_cart_products');
      list.innerHTML = '';
      for (const product of Object.values(data.products)) {
        const row = $('#hiddencontainer .vmcontainer').cloneNode(true);
        for (const [name, value] of Object.entries(product)) {
          const at = row.querySelector(`.${name}`);
          if (at) at.innerHTML = value;
        }
        list.append(row);
      }
    }
    module.querySelector('.total').innerHTML = data.billTotal;
    module.querySelector('.show_cart').innerHTML = data.cart_show;
    module.querySelector('.total_products').innerHTML = data.totalProductTxt;
  });
};

const popup = (html) => {
  $('#fancybox-wrap')?.remove();
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div id="fancybox-wrap"><div id="fancybox-outer"><div id="fancybox-content"><div>${html}</div></div><a id="fancybox-close" style="display: inline;">&times;</a></div></div>`,
  );
};

for (const form of document.querySelectorAll('form.product')) {
  const id = form.querySelector('[name="virtuemart_product_id[]"]').value;
  const recalculate = () =>
    json(
      'POST',
      `${base}&view=productdetails&task=recalculate&format=json&lang=en`,
      fields(form).replace('&view=cart', ''),
      (prices) => {
        for (const [name, text] of Object.entries(prices)) {
          const at = $(`#productPrice${id} span.Price${name}`);
          if (at) at.innerHTML = text;
        }
      },
    );
  form.setAttribute('action', '#');
  form.addEventListener('change', (event) => event.target.matches('select') && recalculate());
  form.addEventListener('keyup', (event) => event.target.matches('.quantity-input') && recalculate());
  form.addEventListener('click', (event) => {
    const quantity = form.querySelector('[name="quantity[]"]');
    if (event.target.matches('.quantity-plus')) quantity.value = Number(quantity.value) + 1;
    if (event.target.matches('.quantity-minus')) quantity.value = Math.max(1, Number(quantity.value) - 1);
    if (event.target.matches('.quantity-plus, .quantity-minus')) recalculate();
    if (event.target.name !== 'addtocart') return;
    event.preventDefault();
    json('POST', `${base}&view=cart&task=addJS&format=json&lang=en`, fields(form), ({ stat, msg }) => {
      popup(
        stat === '1'
          ? msg
          : `${stat === '2' ? msg : '<h4>There was an error while updating your cart.</h4>'}<h4>${form.querySelector('.pname').value}</h4>`,
      );
      updateModule();
    });
  });
}

document.addEventListener('click', (event) => {
  if (event.target.id === 'fancybox-close') $('#fancybox-wrap').remove();
});

// Sends the whole cart form with the name of the button that was pressed.
$('#checkoutFormSubmit')?.addEventListener('click', (event) => {
  event.preventDefault();
  const button = event.currentTarget;
  button.disabled = true;
  const name = document.createElement('input');
  Object.assign(name, { type: 'hidden', name: button.name, value: '1' });
  $('#checkoutForm').append(name);
  $('#checkoutForm').submit();
});

// What the theme's scripts do: the header's drawers, the minicart's requests, configurable products, and the checkout's
// accordion, each step saved by a request and answered in JSON with the next step's HTML. `ajax` stands before it.

// What Prototype 1.7.3 makes of the page's built-ins.
delete Array.prototype.entries;
Array.from = (list) => (list?.toArray ? list.toArray() : Array.prototype.slice.call(list ?? []));
Object.values = (object) => {
  const values = [];
  for (const name in object) values.push(object[name]);
  return values;
};
RegExp.prototype.match = RegExp.prototype.test;
Object.assign(Array.prototype, {
  each: Array.prototype.forEach,
  toArray() {
    return [...this];
  },
  include: Array.prototype.includes,
  first() {
    return this[0];
  },
  last() {
    return this[this.length - 1];
  },
});

const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const serialize = (form) => new URLSearchParams(new FormData(form)).toString();
const KEY = 'form_key=Vq4Zs0LmTn8cXy1B';
const setLocation = (url) => {
  window.location.href = url;
};
/** Posts what has no form of its own. */
const customFormSubmit = (url, fields, method) => {
  const form = document.createElement('form');
  form.action = url;
  form.method = method;
  form.style.display = 'none';
  for (const [name, value] of Object.entries(JSON.parse(fields)))
    form.insertAdjacentHTML('beforeend', `<input type="hidden" name="${name}" value="${value}">`);
  document.body.appendChild(form);
  form.submit();
};

/** A form that is looked through before it goes. */
class VarienForm {
  constructor(id) {
    this.form = byId(id);
    this.form?.addEventListener('submit', (event) => {
      if (!this.validate()) event.preventDefault();
    });
  }
  validate() {
    for (const advice of this.form.querySelectorAll('.validation-advice')) advice.remove();
    const isBad = (field) =>
      (field.matches('.required-entry') && !field.value.trim()) ||
      (field.matches('.validate-email') && !/^\S+@\S+\.\w{2,}$/.test(field.value));
    const bad = [...this.form.elements].filter((field) => field.offsetParent && isBad(field));
    for (const field of bad)
      field.insertAdjacentHTML(
        'afterend',
        `<div class="validation-advice" id="advice-required-entry-${field.id}">${field.value ? 'Please enter a valid email address. For example johndoe@domain.com.' : 'This is a required field.'}</div>`,
      );
    return !bad.length;
  }
  submit() {
    if (this.validate()) this.form.submit();
    return false;
  }
}
for (const { id } of [...document.forms]) if (id) new VarienForm(id);
const discountForm = new VarienForm('discount-coupon-form');
discountForm.submit = (isRemove) => {
  byId('coupon_code').classList.toggle('required-entry', !isRemove);
  byId('remove-coupone').value = isRemove ? '1' : '0';
  return VarienForm.prototype.submit.call(discountForm);
};
const coShippingMethodForm = new VarienForm('shipping-zip-form');
const productAddToCartForm = new VarienForm('product_addtocart_form');
productAddToCartForm.submit = (button, url) => {
  if (!productAddToCartForm.validate()) return;
  const { form } = productAddToCartForm;
  const old = form.action;
  if (url) form.action = url;
  form.submit();
  form.action = old;
  if (button) button.disabled = true;
};
/** A wish asks for no size. */
productAddToCartForm.submitLight = (_, url) => {
  productAddToCartForm.form.action = url;
  productAddToCartForm.form.submit();
};
const addRelatedToProduct = () => {
  byId('related-products-field').value = all('.related-checkbox:checked').map(({ value }) => value);
};
for (const box of all('.related-checkbox')) box.addEventListener('click', addRelatedToProduct);

// The selects of a configurable product are filled by script, and the price follows them.
const spConfig = byId('sp-config') && JSON.parse(byId('sp-config').textContent);
if (spConfig) {
  const select = document.querySelector('.super-attribute-select');
  const { options } = Object.values(spConfig.attributes)[0];
  const show = (price) => spConfig.template.replace('#{price}', Number(price).toFixed(2));
  select.innerHTML = `<option value="">${spConfig.chooseText}</option>${options.map(({ id, label, price }) => `<option value="${id}">${label}${+price ? ` +${show(price)}` : ''}</option>`).join('')}`;
  select.addEventListener('change', () => {
    const more = options.find(({ id }) => id === select.value)?.price ?? 0;
    for (const box of all(`#product-price-${spConfig.productId} .price`))
      box.textContent = show(Number(spConfig.basePrice) + Number(more));
  });
}

// Drawers of the header.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.skip-link');
  if (link) {
    event.preventDefault();
    const drawer = document.querySelector(link.dataset.targetElement ?? link.getAttribute('href'));
    const isOpen = drawer.classList.contains('skip-active');
    for (const other of all('.skip-content, .skip-link')) other.classList.remove('skip-active');
    for (const one of isOpen ? [] : [drawer, link]) one.classList.add('skip-active');
  }
  if (event.target.closest('.skip-link-close')) {
    event.preventDefault();
    for (const other of all('.skip-content, .skip-link')) other.classList.remove('skip-active');
  }
});

// The minicart.
const renew = (result) => {
  document.querySelector('.header-minicart span.count').textContent = result.qty;
  byId('header-cart').innerHTML = result.content;
  const box = byId(result.error || result.notice ? 'minicart-error-message' : 'minicart-success-message');
  box.textContent = result.notice ?? result.error ?? result.message;
  box.style.display = 'block';
};
const ask = (url, body) => {
  document.querySelector('.minicart-wrapper').classList.add('loading');
  ajax('POST', url, body, (result) => {
    document.querySelector('.minicart-wrapper').classList.remove('loading');
    if (result.success) renew(result);
  });
};
document.addEventListener('focusin', ({ target }) => {
  const button = target.matches('.cart-item-quantity') && byId(`qbutton-${target.dataset.itemId}`);
  if (!button) return;
  button.classList.add('visible');
  button.disabled = false;
});
document.addEventListener('click', (event) => {
  const gone = event.target.closest('#cart-sidebar .remove');
  if (gone) {
    event.preventDefault();
    if (confirm(gone.dataset.confirm)) ask(gone.href, KEY);
  }
  const button = event.target.closest('.quantity-button');
  if (button) {
    const input = byId(`qinput-${button.dataset.itemId}`);
    ask(input.dataset.link, `qty=${input.value}&${KEY}`);
  }
});

// The checkout.
const opc = '/checkout/onepage/';
const checkout = {
  busy: false,
  step: 'login',
  open(step) {
    const before = this.step;
    this.step = step;
    const box = before !== step && byId(`${before}-progress-opcheckout`);
    if (box)
      ajax('GET', `${opc}progress/?prevStep=${before}`, null, (html) => {
        box.innerHTML = html;
      });
    for (const section of all('#checkoutSteps > li')) {
      const isOpen = section.id === `opc-${step}`;
      section.classList.toggle('active', isOpen);
      if (isOpen) section.classList.add('allow');
      section.querySelector('.step').style.display = isOpen ? '' : 'none';
    }
  },
  setMethod() {
    const method = document.querySelector('[name=checkout_method]:checked')?.value;
    if (!method) return alert('Please choose to register or to checkout as a guest');
    ajax('POST', `${opc}saveMethod/`, `method=${method}`, () => {});
    byId('register-customer-password').style.display = method === 'guest' ? 'none' : '';
    this.open('billing');
  },
  save(name, path, body, then) {
    if (this.busy) return;
    this.busy = true;
    byId(`${name}-please-wait`).style.display = '';
    ajax('POST', opc + path, body, (response) => {
      this.busy = false;
      byId(`${name}-please-wait`).style.display = 'none';
      then(response);
    });
  },
  next(response) {
    if (response.error) return alert([response.message ?? response.error].flat().join('\n'));
    const { update_section: section, goto_section } = response;
    if (section) byId(`checkout-${section.name}-load`).innerHTML = section.html;
    for (const name of response.allow_sections ?? []) byId(`opc-${name}`).classList.add('allow');
    if (goto_section) this.open(goto_section);
    else if (response.redirect) location.href = response.redirect;
  },
};
const steps = {
  billing: () => checkout.save('billing', 'saveBilling/', serialize(byId('co-billing-form')), (r) => checkout.next(r)),
  shipping: () =>
    checkout.save('shipping', 'saveShipping/', serialize(byId('co-shipping-form')), (r) => checkout.next(r)),
  shippingMethod: () => {
    if (!document.querySelector('[name=shipping_method]:checked')) return alert('Please specify shipping method.');
    const body = serialize(byId('co-shipping-method-form'));
    checkout.save('shipping-method', 'saveShippingMethod/', body, (r) => checkout.next(r));
  },
  payment: () => {
    if (!document.querySelector('[name="payment[method]"]:checked')) return alert('Please specify payment method.');
    checkout.save('payment', 'savePayment/', serialize(byId('co-payment-form')), (r) => checkout.next(r));
  },
  review: () => {
    const body = `${serialize(byId('co-payment-form'))}&${serialize(byId('checkout-agreements'))}`;
    checkout.save('review', 'saveOrder/', body, (response) => {
      if (response.success) window.location = `${opc}success/`;
      else alert(response.error_messages);
    });
  },
};
if (byId('checkoutSteps')) {
  checkout.open('login');
  for (const title of all('.step-title'))
    title.addEventListener('click', (event) => {
      const section = event.target.closest('li');
      if (!section.matches('.allow')) return;
      event.preventDefault();
      checkout.open(section.id.replace('opc-', ''));
    });
}
const [billing, shipping, shippingMethod, payment, review] = Object.values(steps).map((save) => ({ save }));
Object.assign(window, { setLocation, customFormSubmit, checkout, billing, shipping, shippingMethod, payment, review });
Object.assign(window, { discountForm, coShippingMethodForm, productAddToCartForm });

// The skin's scripts: forms are checked first and sent by script, products added by XMLHttpRequest. `ajax` stands before it.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const serialize = (form) => new URLSearchParams(new FormData(form)).toString();
const self = () => location.pathname;
const token = () => $('.session_token')?.textContent ?? '';
let fading;

const showBasket = () => {
  $('#basket-detail').classList.remove('hide');
  clearTimeout(fading);
  fading = setTimeout(() => $('#basket-detail')?.classList.add('hide'), 4000);
};
const addToBasket = (form) =>
  ajax(
    'POST',
    `${form.getAttribute('action').replace(/\?.*/, '')}?_g=ajaxadd&t=${Date.now()}`,
    serialize(form),
    (text) => {
      const [, elsewhere] = text.split('Redir:');
      if (elsewhere) location.href = elsewhere;
      else {
        $('#mini-basket').outerHTML = text;
        for (const box of all('.alert-box')) box.remove();
        showBasket();
      }
    },
  );

/** Fields that are required and shown, and addresses that are none, get a word below them. */
const isValid = (form) => {
  for (const old of all('small.error', form)) old.remove();
  const wrong = all('[required]', form).filter(
    (field) =>
      !field.disabled &&
      field.offsetParent &&
      (field.type === 'radio' ? !all(`[name="${field.name}"]`, form).some(({ checked }) => checked) : !field.value),
  );
  const mail = $('[data-email]', form);
  if (mail?.value && !/@/.test(mail.value)) wrong.push(mail);
  for (const field of wrong) {
    const text = $(field.matches('[data-email]') ? '#validate_email' : '#validate_field_required').textContent;
    field.insertAdjacentHTML('afterend', `<small id="${field.id}-error" class="error">${text}</small>`);
  }
  return !wrong.length;
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('.add_to_basket')) {
    event.preventDefault();
    if (isValid(form)) addToBasket(form);
  } else if (
    form.matches('#contact_form,#checkout_form,#registration_form,#login_form,#newsletter_form_box,#lookup_order')
  ) {
    const source = form.id === 'newsletter_form_box' ? '&source=newsletter' : '';
    const mail = $('[data-remote]', form);
    const isAsked = !!mail?.offsetParent;
    const isRight = isValid(form);
    // These two are always sent by script, the others where an address is asked about first.
    if (!isRight || isAsked || form.matches('#checkout_form,#newsletter_form_box')) event.preventDefault();
    else return;
    if (!isRight) return;
    if (!isAsked) form.submit();
    else
      ajax(
        'POST',
        `${self()}?_g=ajax_email${source}`,
        new URLSearchParams({ [mail.name]: mail.value, username: mail.value, token: token() }).toString(),
        ({ result }) => {
          if (result) form.submit();
          else if (source) alert($('#validate_already_subscribed').textContent);
          else
            mail.insertAdjacentHTML(
              'afterend',
              `<small class="error">${$('#validate_email_in_use').textContent}</small>`,
            );
        },
      );
  }
});
document.addEventListener('click', (event) => {
  const { target } = event;
  if (target.closest('#basket-summary')) {
    event.preventDefault();
    showBasket();
  }
  if (target.closest('.grid_view,.list_view')) {
    event.preventDefault();
    const isGrid = !!target.closest('.grid_view');
    for (const box of all('.product_grid_view,.product_list_view'))
      box.classList.toggle('hide', box.matches('.product_grid_view') !== isGrid);
    for (const box of all('.product_list .quantity')) box.disabled = !!box.closest('.hide');
  }
  // What a form that is sent by script would not say.
  if (target.closest('#checkout_proceed'))
    $('#checkout_form').insertAdjacentHTML('beforeend', '<input type="hidden" name="proceed" value="1">');
  if (target.closest('[name=update]'))
    $('#checkout_form').insertAdjacentHTML('beforeend', '<input type="hidden" name="update" value="1">');
  if (target.closest('.show_address_form')) {
    event.preventDefault();
    $('#register_false_address').classList.add('hide');
    $('#checkout_register_form').classList.remove('hide');
  }
});
document.addEventListener('change', ({ target }) => {
  const form = target.closest('.autosubmit');
  if (form && target.matches('select:not(.nosubmit)')) form.submit();
  if (target.id === 'show-reg') $('#account-reg').classList.toggle('hide', !target.checked);
  if (target.name?.startsWith('productOptions')) withOptions();
});

const withOptions = () => {
  const shown = $('#ptp');
  if (!shown || !$('[name^=productOptions]')) return;
  let price = Number(shown.dataset.price);
  for (const option of all('[name^=productOptions] option:checked')) price += Number(option.dataset.price ?? 0);
  ajax(
    'GET',
    `${$('form.add_to_basket').getAttribute('action')}?_g=ajax_price_format&price[0]=${price}`,
    null,
    ([text]) => {
      shown.innerHTML = text;
    },
  );
};
withOptions();

let typing;
$('.search_input')?.addEventListener('keyup', ({ target }) => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    ajax(
      'GET',
      `${self()}?search%5Bkeywords%5D=${encodeURIComponent(target.value)}&_a=category&json=1&token=${token()}`,
      null,
      (found) => {
        $('#sayt_results')?.remove();
        const lines = found.map(
          ({ product_id, name }) => `<li><a href="/index.php?_a=product&product_id=${product_id}">${name}</a></li>`,
        );
        target.insertAdjacentHTML(
          'afterend',
          `<ul id="sayt_results">${lines.join('') || '<li class="status">No results found</li>'}</ul>`,
        );
      },
    );
  }, 500);
});

/** The shop works without this script; with it, cards add to the cart in place and variants show their price. */

const notices = document.querySelector('.notices');

const show = (kind, text) => {
  const notice = document.createElement('p');
  notice.className = `notice notice-${kind}`;
  notice.setAttribute('role', kind === 'error' ? 'alert' : 'status');
  notice.textContent = text;
  notices.replaceChildren(notice);
};

const addFromCard = async (form) => {
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    });
    if (!response.ok) throw new Error(`The cart answered ${response.status}`);
    const { success, message, cart } = await response.json();
    document.querySelector('.cart-count').textContent = cart.count;
    show(success ? 'success' : 'error', message);
  } catch {
    show('error', notices.dataset.failed);
  } finally {
    button.disabled = false;
  }
};

document.addEventListener('submit', (event) => {
  if (!event.target.matches('.card-form')) return;
  event.preventDefault();
  addFromCard(event.target);
});

document.querySelector('.variants')?.addEventListener('change', ({ target }) => {
  const product = document.querySelector('.product');
  product.querySelector('.product-price .price').textContent = target.dataset.price;
  product.querySelector('.product-picture').src = `/pictures/${target.value}.svg`;
  product.querySelector('.sku span').textContent = target.value;
});

const payment = document.querySelector('.payment-form');
const showCardField = () => {
  payment.querySelector('.card-field').hidden = payment.elements.method.value !== 'card';
};
if (payment) {
  payment.addEventListener('change', showCardField);
  showCardField();
}

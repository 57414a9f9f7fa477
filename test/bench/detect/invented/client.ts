import type { Paths } from './paths.ts';
import type { Traits } from './traits.ts';

/** A shop's script: asks as the shop does, and shows what came back. */
export const clientFor = ({ add, badge, words }: Traits, paths: Paths): string => `
const ADDED = ${JSON.stringify(words.added)};
const AS_JSON = { 'content-type': 'application/json', accept: 'application/json' };
const post = (url, fields) => fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
const show = ({ count, html, text, bad }) => {
  const number = document.querySelector('.mini-cart .count'), piece = document.querySelector('.mini-cart .content');
  if (number && count !== undefined) number.textContent = ${badge === 'words' ? "count + ' ×'" : 'count'};
  if (html !== undefined) piece.innerHTML = html;
  const notice = document.createElement('div');
  notice.className = bad ? 'notice notice--error' : 'notice notice--success';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  document.querySelector('.middle').prepend(notice);
};
const WAYS = {
  'in the page': async (id, quantity) => {
    const { refused } = await (await fetch('/stock/' + id)).json();
    if (refused) return show({ text: refused, bad: true });
    const lines = JSON.parse(localStorage.getItem('basket') || '[]');
    const line = lines.find((one) => one.id === id);
    if (line) line.quantity += quantity; else lines.push({ id, quantity });
    localStorage.setItem('basket', JSON.stringify(lines));
    document.cookie = 'basket=' + encodeURIComponent(JSON.stringify(lines)) + ';path=/';
    show({ text: ADDED, count: lines.reduce((sum, one) => sum + one.quantity, 0) });
  },
  graphql: async (id, quantity) => {
    const query = 'mutation AddLine($id: ID!, $quantity: Int!) { addLine(id: $id, quantity: $quantity) { cart { lines { id } } } }';
    const body = JSON.stringify({ operationName: 'AddLine', query, variables: { id, quantity } });
    const { data, errors } = await (await fetch('/graphql', { method: 'POST', headers: AS_JSON, body })).json();
    show(errors ? { text: errors[0].message, bad: true } : { text: ADDED, count: data.addLine.cart.totalQuantity });
  },
  'html piece': async (product, qty) => {
    const answer = await post('${paths.add}', { product, qty });
    const html = await answer.text();
    show(answer.ok ? { html, text: ADDED } : { text: html, bad: true });
  },
  json: async (product, quantity) => {
    const body = JSON.stringify({ product, quantity });
    const { success, count, message } = await (await fetch('${paths.add}', { method: 'POST', headers: AS_JSON, body })).json();
    show(success ? { text: ADDED, count } : { text: message, bad: true });
  },
};
const put = WAYS['${add}'] ?? WAYS.json;
document.addEventListener('click', async ({ target }) => {
  const { add, remove } = target.closest('[data-add],[data-remove]')?.dataset ?? {};
  if (add) put(add, Number(document.querySelector('[name=qty]')?.value || 1));
  if (remove) {
    await post('${paths.remove}', { id: remove });
    location.reload();
  }
});
document.addEventListener('change', async ({ target: { name, value } }) => {
  const [, id] = /^qty\\[(.+)\\]$/.exec(name) ?? [];
  if (!id) return;
  await post('${paths.change}', { id, quantity: value });
  location.reload();
});
for (const link of document.querySelectorAll('a[href="#"]')) link.addEventListener('click', (event) => event.preventDefault());
const form = document.querySelector('form[data-in-place]');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const [step, next] = form.querySelectorAll('.step:not([hidden])~.step,.step:not([hidden])');
  if (next) {
    step.hidden = true;
    next.hidden = false;
    form.querySelector('.next').textContent = next.nextElementSibling?.matches('.step') ? '→' : form.dataset.inPlace;
    return;
  }
  const { html } = await (await post('${paths.place}', { json: 1 })).json();
  document.querySelector('.middle').innerHTML = html;
});`;

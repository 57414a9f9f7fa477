// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { forms } from '../../src/detect/forms.ts';
import { answerWith, createNotes, intercept, press, useServer, watch } from './shopPage.ts';

const server = useServer();

const NEWSLETTER =
  '<main><form id="nl" class="newsletter" method="post" action="/subscribe"><input type="email" name="email"><button>Subscribe</button></form></main>';

test('a taken newsletter form is a lead; what was typed stays where it is', async () => {
  server.answer = () => answerWith(200, { msg: 'You have subscribed.' });
  const shop = watch(NEWSLETTER, [forms()]);
  intercept('/subscribe', { email: 'ann@example.com' });
  document.querySelector('input')!.value = 'ann@example.com';
  await vi.advanceTimersByTimeAsync(400);
  press('button');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter', form_id: 'nl' } }]);
  expect(JSON.stringify(shop.seen)).not.toContain('ann@');
  shop.stop();
});

test('on the way to an order a newsletter is asked for below the page alone', async () => {
  server.answer = () => answerWith(200, { msg: 'You have subscribed.' });
  for (const [html, names] of [
    [`<footer>${NEWSLETTER}</footer>`, ['generate_lead']],
    [`<div class="footer-container">${NEWSLETTER}</div>`, ['generate_lead']],
    [NEWSLETTER, []],
  ] as const) {
    const shop = watch(`<h1>Shopping cart</h1>${html}`, [forms()], { path: '/cart' });
    intercept('/subscribe', { email: 'ann@example.com' });
    await vi.advanceTimersByTimeAsync(4000);
    press('button');
    await vi.advanceTimersByTimeAsync(1000);
    expect(shop.names(), html).toEqual(names);
    shop.stop();
  }
});

test('a form is known in a request that puts its fields into one of its own', async () => {
  server.answer = () => answerWith(200, { msg: 'ok', code: 200 });
  const shop = watch(
    '<main><form id="contact"><input name="Name"><input type="email" name="Address"><textarea name="Text"></textarea><button>Send</button></form></main>',
    [forms()],
  );
  intercept('https://forms.example/7', {
    name: 'Contact',
    'fields[Name]': 'A',
    'fields[Address]': 'B',
    'fields[Text]': 'C',
  });
  press('button');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'contact' } }]);
  shop.stop();
});

test('a form mended and sent again is taken once', async () => {
  server.answer = () => answerWith(201, { doc: { id: 3 } });
  const shop = watch(
    '<main><form><input type="email" name="email"><input type="password" name="password"><input type="password" name="again"><button>Create account</button></form></main>',
    [forms()],
    { path: '/account/register' },
  );
  let isMended = false;
  document.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isMended) fetch('/api/users', { method: 'POST', body: JSON.stringify({ email: 'a@b.co', password: 'x' }) });
  });
  await vi.advanceTimersByTimeAsync(4000);
  press('button'); // two passwords: the page itself says no
  await vi.advanceTimersByTimeAsync(3000);
  isMended = true;
  press('button');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shop.names()).toEqual(['sign_up']);
  shop.stop();
});

test('a form without a button of its own is sent by what looks like one', async () => {
  server.answer = () => answerWith(200, { id: 12 });
  const field = (more: string) => `<form action="/form/"><input type="email" name="email_from" required ${more}>`;
  const link = '<textarea name="question"></textarea><a href="#" role="button" id="send">Submit</a>';
  const shop = watch(`${field('')}${link}<a href="#" id="wish">Add to wishlist</a></form>`, [forms()]);
  for (const id of ['#send', '#wish'])
    document.querySelector(id)!.addEventListener('click', () => {
      fetch('/form/mail', { method: 'POST', body: JSON.stringify({ email_from: 'ann@example.com' }) });
    });
  await vi.advanceTimersByTimeAsync(400);
  press('#send'); // the browser would not let it go yet
  await vi.advanceTimersByTimeAsync(1000);
  document.querySelector('input')!.value = 'ann@example.com';
  press('#wish');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toEqual([]);
  press('#send');
  await vi.advanceTimersByTimeAsync(1000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'contact' } }]);
  shop.stop();
});

test('an address and a button that stand in no form are one; a link beside them sends nothing', async () => {
  const box = '<div><input id="newsletter-email"><input type="email"></div><button id="send">Subscribe</button>';
  const shop = watch(`<footer>${box}<a href="/privacy" id="policy">Privacy</a><a href="#" id="top">Top</a></footer>`, [
    forms(),
  ]);
  const send = (good: boolean) => {
    server.answer = () => answerWith(200, { Success: good });
    fetch('/subscribe', { method: 'POST', body: 'email=ann@example.com' });
  };
  await vi.advanceTimersByTimeAsync(400);
  for (const [id, good] of [
    ['#policy', true],
    ['#send', false],
  ] as const) {
    document.querySelector(id)!.addEventListener('click', (event) => event.preventDefault());
    press(id);
    send(good);
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(shop.seen).toEqual([]);
  press('#send');
  send(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter' } }]);
  shop.stop();
});

test('a button beside a form sends nothing: a popup that is closed, though thanks for something else come next', async () => {
  const form = '<form><input type="email" name="email"><button>Subscribe</button></form>';
  const shop = watch(`<main></main><div id="popup">${form}<button id="close" aria-label="×"></button></div>`, [
    forms(),
  ]);
  await vi.advanceTimersByTimeAsync(400);
  press('#close');
  document.querySelector('#popup')!.remove();
  await vi.advanceTimersByTimeAsync(1000);
  document.querySelector('main')!.innerHTML = '<h1>Thank you for your order</h1>';
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('a form that a link sends, for a new page, is told by that page', async () => {
  const memory = createNotes();
  const form =
    '<form action="/newsletter" method="post"><input name="email"><a href="#" id="send">Subscribe</a></form>';
  const page = watch(form, [forms()], { memory });
  document.querySelector('#send')!.addEventListener('click', () => document.forms[0]!.submit());
  await vi.advanceTimersByTimeAsync(400);
  press('#send');
  page.leave();
  page.stop();
  const next = watch('<h1>Thank you for subscribing</h1>', [forms()], { memory });
  await vi.advanceTimersByTimeAsync(4000);
  expect(next.seen).toMatchObject([{ name: 'generate_lead', fields: { form_kind: 'newsletter' } }]);
  next.stop();
});

test('a newsletter form refused within a 200 is none', async () => {
  server.answer = () => answerWith(200, { msg: 'Already registered.', nw_error: true });
  const shop = watch(NEWSLETTER, [forms()]);
  intercept('/subscribe', { email: 'ann@example.com' });
  await vi.advanceTimersByTimeAsync(400);
  press('button');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shop.seen).toEqual([]);
  shop.stop();
});

test('an address that is looked up before a form goes is none, whatever the answer', async () => {
  const answers = ['{"result":true,"token":"9f"}', 'true', '{"available":"yes"}'];
  server.answer = () => answerWith(200, answers.shift());
  const fields = ['first', 'last', 'phone', 'password', 'again', 'town']
    .map((name) => `<input name="${name}">`)
    .join('');
  for (const html of [
    NEWSLETTER,
    NEWSLETTER,
    `<form class="register">${fields}<input name="email"><button>Go</button></form>`,
  ]) {
    const shop = watch(html, [forms()]);
    await vi.advanceTimersByTimeAsync(4000);
    intercept('/?_g=check', { email: 'ann@example.com', token: '9f' });
    press('button');
    await vi.advanceTimersByTimeAsync(2000);
    expect(shop.seen).toEqual([]);
    shop.stop();
  }
});

test('a form that was sent in vain, and is sent at the press of its button before it says so, is one lead', async () => {
  server.answer = () => answerWith(200, { data: {} });
  const shop = watch(
    '<form action="/api/contact" novalidate><input name="email" type="email"><textarea name="message"></textarea><button>Send</button></form>',
    [forms()],
  );
  await vi.advanceTimersByTimeAsync(4000);
  document.querySelector('form')!.onsubmit = (event) => event.preventDefault();
  press('button');
  await vi.advanceTimersByTimeAsync(2000);
  document.querySelector('button')!.onclick = () => {
    fetch('/api/contact', { method: 'POST', body: '{"email":"a","message":"b"}' });
  };
  press('button');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.names()).toEqual(['generate_lead']);
  shop.stop();
});

test('an error that still stands refuses no later try', async () => {
  server.answer = () => answerWith(200, { error: true });
  const shop = watch(NEWSLETTER, [forms()]);
  await vi.advanceTimersByTimeAsync(4000);
  intercept('/subscribe', { email: 'ann@example.com' });
  press('button');
  document.body.insertAdjacentHTML('beforeend', '<p class="error" role="alert">No such address</p>');
  await vi.advanceTimersByTimeAsync(2000);
  server.answer = () => answerWith(200, { success: true });
  press('button');
  document.body.insertAdjacentHTML('beforeend', '<i>...</i>');
  await vi.advanceTimersByTimeAsync(2000);
  expect(shop.seen).toMatchObject([{ name: 'generate_lead' }]);
  shop.stop();
});

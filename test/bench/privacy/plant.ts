import type { BrowserContext, Page } from 'playwright-core';
import type { Secrets } from './secrets.ts';

const toMarkup = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

/**
 * Puts secrets into the pages and answers of any shop, on their way to the browser: structured data, data layer, title,
 * meta, greetings, attributes, fields, links, and an answer's customer.
 */
export const plantInto = async (
  context: BrowserContext,
  tab: Page,
  secrets: Secrets,
  isShops: (url: string) => boolean,
): Promise<void> => {
  const any = (place: string) => toMarkup(secrets.any(place));
  const person = (place: string) => ({
    '@type': 'Person',
    name: secrets.of('name', place),
    email: secrets.of('email', place),
    telephone: secrets.of('phone', place),
    address: { streetAddress: secrets.of('address', place) },
  });
  const head = () => `<meta name="author" content="${any('meta')}">
    <script type="application/ld+json">${json([person('JSON-LD'), { '@type': 'Review', author: person('JSON-LD'), reviewBody: secrets.any('JSON-LD') }])}</script>
    <script>(window.dataLayer = window.dataLayer || []).push(${json({ event: 'user', user_data: { email: secrets.any('dataLayer'), name: secrets.of('name', 'dataLayer') }, userId: secrets.any('dataLayer') })})</script>`;
  const foot =
    () => `<aside data-user="${any('attribute')}"><p title="${any('attribute')}">Welcome back, ${any('greeting')}</p>
    <a href="/orders?of=${encodeURIComponent(secrets.any('link'))}" aria-label="${any('label')}">${any('greeting')}</a>
    <label>${any('label')}<input class="planted" name="customer_email" value="${any('field')}" placeholder="${any('attribute')}"></label>
    <textarea class="planted" name="note">${any('field')}</textarea><!-- ${any('comment')} --></aside>`;
  const plant = (body: string, type: string): string => {
    if (/html/.test(type))
      return body
        .replace(/<\/title>/, (end) => ` ${toMarkup(secrets.shaped('title'))}${end}`)
        .replace(/<\/head>/, (end) => head() + end)
        .replace(/<\/body>/, (end) => foot() + end);
    const answer: unknown = JSON.parse(body);
    if (Object(answer) !== answer || Array.isArray(answer)) return body;
    const customer = {
      name: secrets.any('answer'),
      email: secrets.any('answer'),
      token: secrets.of('token', 'answer'),
    };
    return JSON.stringify({ ...(answer as object), customer });
  };

  const cdp = await context.newCDPSession(tab);
  cdp.on('Fetch.requestPaused', async ({ requestId, request, responseStatusCode = 0, responseHeaders = [] }) => {
    const type = responseHeaders.find(({ name }) => /^content-type$/i.test(name))?.value ?? '';
    try {
      const isBody = responseStatusCode !== 204 && (responseStatusCode < 300 || responseStatusCode > 399);
      if (!isShops(request.url) || !isBody || !/html|json/.test(type))
        return void (await cdp.send('Fetch.continueRequest', { requestId }));
      const { body, base64Encoded } = await cdp.send('Fetch.getResponseBody', { requestId });
      const planted = plant(base64Encoded ? Buffer.from(body, 'base64').toString() : body, type);
      await cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: responseStatusCode,
        responseHeaders: responseHeaders.filter(({ name }) => !/^content-(length|encoding)$/i.test(name)),
        body: Buffer.from(planted).toString('base64'),
      });
    } catch {
      await cdp.send('Fetch.continueRequest', { requestId }).catch(() => {}); // its page has gone
    }
  });
  const kinds = ['Document', 'XHR', 'Fetch'] as const;
  await cdp.send('Fetch.enable', {
    patterns: kinds.map((resourceType) => ({ resourceType, requestStage: 'Response' as const })),
  });
};

const change = `(field, text) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}`;

/**
 * Types secrets as a shopper's keys would into what can be typed into and is empty, and into what was planted. Returns
 * what takes them out of the shop's own fields again: what a shopper leaves empty may be what a walk is about.
 */
export const typeInto = async (tab: Page, secrets: Secrets): Promise<() => Promise<unknown>> => {
  const fields = 'input:is(:not([type]),[type=text],[type=email],[type=tel],[type=search],[type=password]),textarea';
  const count = await tab.locator(fields).count();
  const texts = Array.from({ length: count }, () => secrets.any('typed'));
  await tab.evaluate(`{
    const change = ${change}, texts = ${JSON.stringify(texts)};
    window.typedInto = [];
    for (const field of document.querySelectorAll(${JSON.stringify(fields)})) {
      const text = texts.pop(), isPlanted = field.matches('.planted');
      if (field.value && !isPlanted) continue;
      change(field, text);
      if (!isPlanted) window.typedInto.push(field);
    }
  }`);
  return () => tab.evaluate(`for (const field of window.typedInto ?? []) (${change})(field, '')`);
};

/**
 * A query that tells who is here, put behind the address of the page; routes of fragments are left as they are. Returns
 * what takes it away again: a shop may find its way by its address.
 */
export const tellByAddress = async (tab: Page, secrets: Secrets): Promise<() => Promise<unknown>> => {
  const query = `ref=${encodeURIComponent(secrets.any('query'))}&user=${encodeURIComponent(secrets.any('query'))}`;
  const before = await tab.evaluate((more) => {
    const { href, hash, search } = location;
    if (!hash) history.replaceState(history.state, '', `${search || '?'}&${more}`);
    return href;
  }, query);
  return () => tab.evaluate((href) => location.hash || history.replaceState(history.state, '', href), before);
};

import { html } from 'hono/html';
import { categories, currencies, type Language, languages } from '../catalogue.ts';
import type { Visit } from '../visit.ts';

export type Html = ReturnType<typeof html>;

const styles = ['base', 'frame', 'catalogue', 'checkout'];

const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const noticeOf = (visit: Visit): Html | undefined => {
  const { notice } = visit.session;
  if (!notice) return undefined;
  delete visit.session.notice;
  return html`<p class="notice notice-${notice.kind}" role="${notice.kind === 'error' ? 'alert' : 'status'}">
    ${notice.text}${notice.cartLink && html` <a href="${visit.link('/cart')}">${visit.words.toCart}</a>`}
  </p>`;
};

const switches = ({ words, language, currency, path }: Visit): Html => html`<div class="top-bar">
  <div class="wrap">
    <p>${words.tagline}</p>
    <nav aria-label="${words.language}">
      <ul class="switch">
        ${languages.map(
          (other) =>
            html`<li><a href="/${other}${path === '/' ? '' : path}" hreflang="${other}" lang="${other}" title="${languageNames[other]}" ${other === language ? html`aria-current="true"` : ''}>${other.toUpperCase()}</a></li>`,
        )}
      </ul>
    </nav>
    <form class="switch" method="post" action="/${language}/currency" aria-label="${words.currency}">
      <input type="hidden" name="back" value="/${language}${path}">
      ${currencies.map(
        (other) =>
          html`<button name="currency" value="${other}" aria-pressed="${other === currency ? 'true' : 'false'}">${other}</button>`,
      )}
    </form>
  </div>
</div>`;

const header = (visit: Visit): Html => {
  const { words, link, path, session } = visit;
  const { count } = visit.cart();
  const term = new URL(path, 'http://shop.invalid').searchParams.get('q') ?? '';
  return html`<header class="site-header">
    ${switches(visit)}
    <div class="wrap head-row">
      <a class="brand" href="${link('/')}" aria-label="Halden, ${words.home}">
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 13h16c0 6-3 10-8 10s-8-4-8-10z" fill="currentColor"/></svg>
        Halden
      </a>
      <form class="search" role="search" action="${link('/search')}">
        <label class="visually-hidden" for="search-term">${words.search}</label>
        <input id="search-term" type="search" name="q" value="${term}" placeholder="${words.searchPlaceholder}">
        <button>${words.search}</button>
      </form>
      <a class="account-link" href="${link('/account')}">${session.account ? session.account.name : words.account}</a>
      <a class="cart-link" href="${link('/cart')}">${words.cart} <span class="cart-count">${count}</span></a>
    </div>
    <nav class="wrap main-nav" aria-label="${words.menu}">
      <ul>
        ${categories.map(({ id, name }) => {
          const href = `/category/${id}`;
          const current = path.split('?')[0] === href ? html`aria-current="page"` : '';
          return html`<li><a href="${link(href)}" ${current}>${name[visit.language]}</a></li>`;
        })}
        <li><a href="${link('/contact')}" ${path === '/contact' ? html`aria-current="page"` : ''}>${words.contact}</a></li>
      </ul>
    </nav>
  </header>`;
};

const footer = ({ words, language, link, path }: Visit): Html => html`<footer class="site-footer">
  <div class="wrap footer-row">
    <form class="newsletter" method="post" action="${link('/newsletter')}">
      <h2>${words.newsletterTitle}</h2>
      <p>${words.newsletterText}</p>
      <input type="hidden" name="back" value="/${language}${path}">
      <label for="newsletter-email">${words.email}</label>
      <div class="joined">
        <input id="newsletter-email" type="email" name="email" autocomplete="email" required>
        <button class="button">${words.newsletterAction}</button>
      </div>
    </form>
    <nav aria-label="${words.menu}">
      <h2>${words.menu}</h2>
      <ul>${categories.map(({ id, name }) => html`<li><a href="${link(`/category/${id}`)}">${name[language]}</a></li>`)}</ul>
    </nav>
    <nav aria-label="${words.service}">
      <h2>${words.service}</h2>
      <ul>
        <li><a href="${link('/contact')}">${words.contact}</a></li>
        <li><a href="${link('/account')}">${words.account}</a></li>
        <li><a href="${link('/cart')}">${words.cart}</a></li>
      </ul>
    </nav>
  </div>
  <p class="wrap colophon">${words.colophon}</p>
</footer>`;

/** A whole page. `head` is for what only one page carries, such as its structured data. */
export const layout = (visit: Visit, { title, head, body }: { title: string; head?: Html; body: Html }): Html => {
  const { language, words, tag } = visit;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Halden</title>
  <script async src="/funnelwire.js" data-endpoint="${tag.endpoint}" data-consent="${tag.consent}"></script>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  ${styles.map((name) => html`<link rel="stylesheet" href="/styles/${name}.css">`)}
  <script defer src="/shop.js"></script>
  ${head}
</head>
<body>
  <a class="skip" href="#content">${words.skip}</a>
  ${header(visit)}
  <main id="content" class="wrap">
    <div class="notices" aria-live="polite" data-failed="${words.failed}">${noticeOf(visit)}</div>
    ${body}
  </main>
  ${footer(visit)}
</body>
</html>`;
};

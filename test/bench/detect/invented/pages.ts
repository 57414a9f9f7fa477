import { type Line, type Product, printer, sumOf } from '../parts.ts';
import { unitsOf } from '../spa.ts';
import { all, count, type Goods, NUMBER } from './goods.ts';
import type { Paths } from './paths.ts';
import { type Aside, leadsOn, type Traits } from './traits.ts';

/** Numbers that are neither quantities nor prices. */
const BESIDE: Record<Aside, string> = {
  stock: '<small class="stock">5 in stock</small>',
  days: '<small class="delivery">2–3 Tage</small>',
  number: '<small class="ref">Nr. 4711-A</small>',
  discount: '<span class="badge badge-sale">-10 %</span>',
  tax: '<small class="vat">19 % VAT incl.</small>',
  rating: '<span class="rating">4.5 <a href="#reviews">(27)</a></span>',
  points: '<small class="points">+12 points</small>',
};

const input = (name: string, more = '') => `<input name="${name}" ${more}>`;

/** The pages of a shop, as its traits make them. */
export const pagesFor = (traits: Traits, goods: Goods, paths: Paths) => {
  const { words, locale, currency } = traits;
  const { fee } = goods;
  const money = printer(locale, currency);
  const isPosted = leadsOn(traits);
  const title = (text: string) =>
    traits.heading === 'title'
      ? `<div class="page-title">${text}</div>`
      : `<${traits.heading}>${text}</${traits.heading}>`;

  const price = (amount: number) => {
    const text = money(amount);
    if (traits.price === 'sale')
      return `<div class="price-box"><del>${money(amount * 2)}</del> <ins class="now">${text}</ins></div>`;
    if (traits.price === 'split')
      return `<span class="price"><span class="price__label"></span><span class="amount">${text}</span></span>`;
    if (traits.price === 'data')
      return `<div class="product-price" data-price="${amount / unitsOf(currency)}">${text}</div>`;
    const signed = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(
      amount / unitsOf(currency),
    );
    if (traits.price === 'sign')
      return `<span class="price">${signed.map(({ type, value }) => (type === 'currency' ? `<span class="sign">${value}</span>` : value)).join('')}</span>`;
    if (traits.price === 'small cents')
      return `<span class="price">${signed.map(({ type, value }) => (type === 'fraction' ? `<sup>${value}</sup>` : value)).join('')}</span>`;
    if (traits.price === 'worded') return `<span class="product__price">${words.total}: <b>${text}</b></span>`;
    return traits.price === 'paragraph'
      ? `<p id="our-price" class="price">${text}</p>`
      : `<span class="price">${text}</span>`;
  };

  const adder = ({ id }: Product) => {
    const label = words.add;
    if (traits.add === 'link to cart')
      return `<a class="button add" href="${paths.add}?product=${id}&qty=1">${label}</a>`;
    const type = isPosted ? 'submit' : 'button';
    const attributes = isPosted ? 'name="add" value="1"' : `data-add="${id}"`;
    if (traits.control === 'input')
      return `<input type="${type}" class="btn btn-add" ${isPosted ? 'name="add"' : attributes} value="${label}">`;
    if (traits.control === 'link' && !isPosted)
      return `<a href="#" role="button" class="add-button" ${attributes}>${label}</a>`;
    return traits.control === 'icon'
      ? `<button class="button buy" type="${type}" ${attributes} aria-label="${label}"><svg class="icon icon-cart"></svg></button>`
      : `<button class="btn add-to-cart" type="${type}" ${attributes}><i class="icon"></i> <span>${label}</span></button>`;
  };

  const amount = (value: number, name = 'qty') => {
    const label = `aria-label="${words.quantity}"`;
    if (traits.quantity === 'select')
      return `<select name="${name}" ${label}>${[1, 2, 3].map((n) => `<option${n === value ? ' selected' : ''}>${n}</option>`).join('')}</select>`;
    return traits.quantity === 'stepper'
      ? `<div class="stepper"><button type="button">−</button>${input(name, `type="text" inputmode="numeric" value="${value}" ${label}`)}<button type="button">+</button></div>`
      : `<label>${words.quantity} ${input(name, `type="number" value="${value}" min="1"`)}</label>`;
  };

  const card = (product: Product) =>
    `<li class="card"><a href="${paths.of(product)}"><img src="data:," alt=""><h3>${product.name}</h3></a>${price(product.price)}</li>`;

  /** What the page says of a product for machines. */
  const structured = ({ name, sku, price, soldOut }: Product) => {
    const offer = {
      '@type': 'Offer',
      price: price / unitsOf(currency),
      priceCurrency: currency,
      availability: `https://schema.org/${soldOut ? 'OutOfStock' : 'InStock'}`,
    };
    if (traits.told === 'json-ld')
      return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name, sku, offers: offer })}</script>`;
    if (traits.told === 'microdata')
      return `<div itemscope itemtype="https://schema.org/Product"><meta itemprop="name" content="${name}"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="${offer.price}"><meta itemprop="priceCurrency" content="${currency}"></div></div>`;
    return traits.told === 'open graph'
      ? `<meta property="og:type" content="product"><meta property="og:title" content="${name}"><meta property="product:price:amount" content="${offer.price}"><meta property="product:price:currency" content="${currency}">`
      : '';
  };

  const remover = ({ id }: Product) => {
    if (traits.remove === 'link') return `<a class="remove" href="${paths.remove}?id=${id}">${words.remove}</a>`;
    return traits.remove === 'form'
      ? `<form method="post" action="${paths.remove}">${input('id', `type="hidden" value="${id}"`)}<button class="remove">${words.remove}</button></form>`
      : `<button type="button" class="remove" data-remove="${id}">${words.remove}</button>`;
  };
  const beside = (...some: Aside[]) =>
    traits.asides
      .filter((aside) => some.includes(aside))
      .map((aside) => BESIDE[aside])
      .join('');
  const row = ({ product, quantity }: Line, isFixed: boolean) => {
    const written = isFixed ? `${quantity} ×` : `${words.quantity}: ${quantity}`;
    const cells = [
      `<a class="name" href="${paths.of(product)}">${product.name}</a>${beside('stock', 'days', 'number', 'points')}`,
      `<span class="unit-price">${money(product.price)}</span>${beside('tax')}`,
      isFixed || traits.quantity === 'times'
        ? `<span class="quantity">${written}</span>`
        : amount(quantity, `qty[${product.id}]`),
      `<span class="line-total">${money(product.price * quantity)}</span>`,
      isFixed ? '' : remover(product),
    ];
    const [tag, inner] = { table: ['tr', 'td'], list: ['li', 'div'], boxes: ['div', 'div'] }[traits.cart];
    return `<${tag} class="cart-item">${cells.map((cell) => `<${inner}>${cell}</${inner}>`).join('')}</${tag}>`;
  };
  const rows = (lines: Line[], isFixed = false) => {
    const [open, close] = {
      table: ['<table class="cart-table"><tbody>', '</tbody></table>'],
      list: ['<ul class="cart-items">', '</ul>'],
      boxes: ['<div class="cart-items">', '</div>'],
    }[traits.cart];
    return open + lines.map((line) => row(line, isFixed)).join('') + close;
  };
  const sums = (...labelled: [string, number][]) =>
    `<table class="totals">${labelled.map(([label, sum]) => `<tr><th>${label}</th><td>${money(sum)}</td></tr>`).join('')}</table>`;
  const summary = (lines: Line[]) =>
    `<aside class="summary">${rows(lines, true)}${sums([words.subtotal, sumOf(lines)], [words.shipping, fee], [words.total, sumOf(lines) + fee])}</aside>`;

  const FIELDS = [
    `<label>E-Mail ${input('email', 'type="email" autocomplete="email"')}</label>${input('name', 'autocomplete="name"')}${input('street', 'autocomplete="street-address"')}${input('zip', 'autocomplete="postal-code"')}`,
    `<fieldset><label>${input('shipping_method', 'type="radio" value="post" checked')} Post ${money(fee)}</label></fieldset>`,
    `<fieldset><label>${input('payment_method', 'type="radio" value="invoice" checked')} Invoice</label></fieldset>`,
  ];

  return {
    mini: (lines: Line[]) =>
      `<ul>${lines.map(({ product, quantity }) => `<li><a href="${paths.of(product)}">${product.name}</a> <span class="qty">${quantity} ×</span> <span class="price">${money(product.price)}</span></li>`).join('')}</ul><p class="total">${words.subtotal}: ${money(sumOf(lines))}</p>`,

    /** What stands around the middle of each page. */
    around: (name: string, tag: string, script: string, lines: Line[], mini: string, middle: string) => {
      const badge = { none: '', number: `${count(lines)}`, words: `${count(lines)} ×` }[traits.badge];
      const [open, close] = {
        main: ['<main class="middle">', '</main>'],
        content: ['<div id="content" class="middle">', '</div>'],
        plain: ['<div class="wrap middle">', '</div>'],
      }[traits.frame];
      return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${name} – Haus &amp; Hafen</title>${tag}</head><body>
<header><a href="/" class="logo">Haus &amp; Hafen</a><form role="search" action="/search"><input type="search" name="q" placeholder="${words.search}"><button>${words.search}</button></form>
<nav><a href="${paths.list}">Shop</a></nav>
<div class="mini-cart"><a href="${paths.cart}" class="cart-link">${words.cart} ${badge && `<span class="count">${badge}</span>`}</a><div class="content" hidden>${lines.length ? mini : words.empty}</div></div></header>
${open}${middle}${close}
<footer><form class="newsletter" method="post" action="${paths.subscribe}"><label>Newsletter <input type="email" name="email"></label><button>${words.subscribe}</button></form></footer>
<script>${script}</script></body></html>`;
    },

    home: () => `${title('Haus &amp; Hafen')}<ul class="cards">${card(goods.mug)}${card(goods.lamp)}</ul>`,
    list: () => `${title('Shop')}<ul class="cards">${all(goods).map(card).join('')}</ul>`,
    product: (product: Product) => {
      const field = input('product', `type="hidden" value="${product.id}"`);
      const control = product.soldOut && isPosted ? `<p class="stock out">${words.soldOut}</p>` : adder(product);
      const number = traits.id === 'label' ? `<p class="sku">SKU: <span>${product.sku}</span></p>` : '';
      const box = isPosted
        ? `<form method="post" action="${paths.add}">${field}${traits.add === 'link to cart' ? '' : amount(1)}${control}</form>`
        : `<div class="buy-box"${traits.id === 'attribute' ? ` data-product-id="${product.id}"` : ''}>${traits.id === 'field' ? field : ''}${amount(1)}${control}</div>`;
      return `${structured(product)}<article class="product">${beside('discount')}${title(product.name)}${beside('rating')}${number}${price(product.price)}${beside('tax', 'points', 'days', 'stock')}${box}<a href="#" class="wish">${words.wish}</a><p>Made by hand.</p></article>
<section><ul class="cards">${all(goods)
        .filter((other) => other !== product)
        .map(card)
        .join('')}</ul></section>`;
    },
    cart: (lines: Line[]) =>
      title(words.cart) +
      (lines.length
        ? `${rows(lines)}<form method="post" action="${paths.coupon}">${input('coupon')}<button>${words.coupon}</button></form>${sums([words.subtotal, sumOf(lines)])}<a class="btn to-checkout" href="${paths.checkout}">${words.checkout}</a>`
        : `<p>${words.empty}</p><a href="/">${words.more}</a>`),
    checkout: (lines: Line[], at: 0 | 1 | 2) => {
      const isLast = traits.checkout === 'one page' || at === 2;
      const action = isLast ? paths.place : [paths.shipping, paths.payment][at];
      const form =
        traits.checkout === 'in place'
          ? `<form data-in-place="${words.order}">${FIELDS.map((fields, step) => `<div class="step"${step ? ' hidden' : ''}>${fields}</div>`).join('')}<button class="btn next">→</button></form>`
          : `<form method="post" action="${action}">${traits.checkout === 'steps' ? FIELDS[at] : FIELDS.join('')}<button class="btn next">${isLast ? words.order : '→'}</button></form>`;
      return title(words.checkout) + form + summary(lines);
    },
    done: (sold: Line[]) => {
      const named = {
        row: `<dl><dt>${words.number}</dt><dd>${NUMBER}</dd></dl>`,
        sentence: `<p>${words.number}: <strong>${NUMBER}</strong>.</p>`,
        heading: `<h2>${words.number} #${NUMBER}</h2>`,
        address: '',
      }[traits.confirmation];
      return `${title(words.thanks)}${named}${traits.isTotalTold ? summary(sold) : ''}<a href="/">${words.more}</a>`;
    },
    order: (sold: Line[]) => title(`${words.number} ${NUMBER}`) + summary(sold),
    search: () => `${title(words.search)}<p>0</p>`,
    notice: (kind: string, text: string) => `<div class="notice notice--${kind}" role="alert">${text}</div>`,
  };
};

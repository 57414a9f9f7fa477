import { seek } from './box.ts';
import { labelOf } from './label.ts';
import { headOf, mainOf } from './main.ts';
import { readNotices } from './notice.ts';
import { readOrderId } from './order.ts';
import { fold, textOf, toWords } from './text.ts';
import { readTotals } from './totals.ts';
import { checkVisible } from './visible.ts';
import { CART, CHECKOUT, ORDER, RECEIVED, SENT, SHIPPING, THANKS } from './words.ts';

/** Which station of the way to the order a page is. */
export type Place = 'cart' | 'checkout' | 'confirmation';

const DONE = /confirm|success|complete|finish|receipt|potw|potvr|bestatig/;
const NOT_DONE =
  /order pay|how to|track|account|konto|compte|cuenta|customer|history|cancel|fail|\bmy orders|newsletter|subscri|conta[ck]t|register|login|wish/;

// Where shops of one script keep the name of the page: `index.php?route=checkout/cart`. The number of a list's is none.
const ROUTE = /[?&](route|main_page|controller|dispatch|target|page|view|_a|cl|rt)=(?!\d)[^&]*/;

/** What makes an address another page: its path, a hash that is a path, and what follows the name of a page. */
export const addressOf = (url: string): string => {
  const { origin, pathname, search, hash } = new URL(url);
  return (
    origin +
    pathname +
    (/^#!?\//.test(hash) ? hash : '') +
    (ROUTE.test(search) || /[?&](p|page_id|step|stage)=/.test(search) ? search : '')
  );
};

/** The words of an address: single-page shops keep their stations in the path or in the hash. */
const wordsOf = (url: string) => {
  const { pathname, hash, search } = new URL(url);
  let path = `${pathname + hash} ${search.match(ROUTE)?.[0].replace(/.*=/, '') ?? ''}`;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing: compared as it stands.
  }
  return fold(toWords(path));
};

/** The page's main heading, folded. */
export const headingOf = (doc: Document): string => fold(textOf(headOf(doc)) || doc.title);

/** An address that asks for results, by the name of what is asked or of the page; what it asks for is not looked at. */
export const isSearch = (url: string): boolean =>
  /[?&](_?q|qs|query|\w*search\w*|keywords?|term|[sk](?==\D))=[^&]|\/(search|(search-?)?results?|suche|recherche|zoeken|buscar?|pesquisa|cerca|ricerca|soe?[gk]|szukaj|vyhledavani|kereses|cautare|arama|haku)(\/[^/?]+\/?$|(\.\w+)?\/?\?.*=[^&])/i.test(
    url,
  );

// Where shops keep their products, each under a name or a number of its own: `/products/tote-bag`.
const PRODUCT = /\/(?:p|pd|dp|products?|item|artikel|produkt|produit|producto)\/([^/]+)\/?$/i;

// What is written or shown under one of these is no station: `/blog/checkout-tips`, `/c/tote-bag`.
const SHELF = /^(\/\w\w([-_]\w\w)?)?\/(blogs?|news|faqs?|help|guides?|articles?|c|categor\w+|collections?)\/./i;

const ONE =
  /\b(?:prod|item|article|detail)[\w-]*(?:\.\w+)?(?:\/([^/?#]+)\/?(?:[?#]|$)|\?(?:.*&)?(?:p?id\w?_?|(?:prod\w*|item)_?id)=([^&#]+))/i;

/** What an address about one of many names it by: `/product_details/2`, `/prod.html?id=2`. */
export const oneOf = (url: string): string | undefined => {
  const { href, origin } = new URL(url);
  const [, named, sent] = ONE.exec(href.slice(origin.length)) ?? [];
  return named ?? sent;
};

/** The product's number where its address is made of it: `/product/25604455M`, `/products/4`. */
export const readRouteId = (url: string): string | undefined =>
  /^(\d+|(?=[\w-]*\d{3})[A-Z0-9_]+|[\dA-F-]{36}|[\dA-Z]{26})$/i.exec(
    PRODUCT.exec(new URL(url).pathname)?.[1] ?? oneOf(url) ?? '',
  )?.[0];

const PAYMENT = /payment|zahl|paiement|\bpago|pagam|betal|platb|platno|fizet/;
const REVIEW = /review|summary|overview|confirm|ubersicht|recap|(complete|finish)$/;

/** Which step of a checkout an address names: 0 shipping, 1 payment, 2 the last look; -1 none. */
export const readStep = (url: string): number => {
  const path = wordsOf(url);
  const words = path + fold(toWords(new URL(url).search));
  // A page for both is the first of them.
  return REVIEW.test(words) ? 2 : PAYMENT.test(words) && !SHIPPING.test(path) ? 1 : SHIPPING.test(words) ? 0 : -1;
};

/** Which step's choices a page offers, whatever its address: 0 how it is sent, 1 only how it is paid; -1 none. */
export const readChoice = (doc: Document): number => {
  const radios = seek(mainOf(doc), '[type="radio"]', 40) as HTMLInputElement[];
  return [SHIPPING, PAYMENT].findIndex((kind) => radios.some(({ name }) => kind.test(name.toLowerCase())));
};

const PLACES =
  /\b(pay|buy|purchase)\b|kauf|zahl|paye|\bpag[au]|ordina|betaa?l|afreken|\b(za|s)?pla[tc]|zamaw|rendel|fizet|maks[au]|\btilaa|\bode\b|satin al|оплат|плат|купк|замов|πληρ|αγορα|支払|支付|付款|下[单單訂]|[结結][帐帳账]|결제|지불|دفع|سداد/;
const NOT_PLACES =
  /again|cancel|track|print|view|return|status|detail|summary|my order|orders$|nochmal|stornier|re-?order/;

/** A control that places the order, or pays for it. */
export const isPlacing = (control: Element): boolean => {
  const label = labelOf(control);
  return (ORDER.test(label) || PLACES.test(label)) && !NOT_PLACES.test(label);
};

const WHERE =
  '[autocomplete*="street"],[autocomplete*="address-line"],[autocomplete^="cc-"],[name*="street" i],[name*="addr" i]:not([name*="mail" i])';

/** Asks where to, or for a card. A cart asks at most for a country and a zip code, to estimate. */
const asksWhere = (doc: Document): boolean => !!seek(mainOf(doc), WHERE, 1).length;

/** The order is still to be placed: a page that asks for the last word says "confirm" too. */
const isToBePlaced = (doc: Document): boolean => seek(mainOf(doc), 'button,input[type="submit"]', 30).some(isPlacing);

/** A page that asks to log in or to register first stands at the address of what comes then, and nothing is chosen yet. */
export const isAskedWho = (doc: Document): boolean =>
  seek(mainOf(doc), '[type="password"]').some(
    (field) => field.closest('form')?.querySelector('[type="email"]') && checkVisible(field),
  );

/** A text thanks; "received" and "confirmed" are said of old orders too. */
export const isThanks = (text: string): boolean => /^(?!rec|conf)./.test(THANKS.exec(text)?.[0] ?? '');

/** Whether a text says that an order has come in, or thanks for it. */
const isTaken = (text: string) => THANKS.test(text) || RECEIVED.test(text);

/** What was drawn thanks for an order, whatever the address, and asks for none. */
export const isThanking = (box: Element): boolean => {
  const titles = seek(box, 'h1,h2,h3,h4');
  const isForOrder = (title: Element) => {
    const text = fold(textOf(title, 100));
    return isThanks(text) && (ORDER.test(text) || PLACES.test(text));
  };
  return (titles[0] ? titles : [box]).some(isForOrder) && !seek(box, 'button,input[type="submit"]', 30).some(isPlacing);
};

export const readPlace = (url: string, doc: Document): Place | undefined => {
  const words = wordsOf(url);
  const heading = headingOf(doc);
  const { id } = doc.body;
  // A bag, a basket or a cassette may be for sale; `/products/cart` is none.
  const { pathname } = new URL(url);
  const isOnShelf = /.-./.test(PRODUCT.exec(pathname)?.[1] ?? '') || SHELF.test(pathname);
  // Japanese shops name the checkout after what it is, 注文手続き, 購入手続き, at whatever address.
  const isCheckout = !isOnShelf && (CHECKOUT.test(words) || /[文入]手続/.test(heading));
  const isAside = NOT_DONE.test(words) || (!isCheckout && /review/.test(words));
  // A cart that is its own checkout thanks at its own address.
  const isOrder = ORDER.test(words) || (CART.test(words) && (ORDER.test(heading) || THANKS.test(heading)));
  const isDone = isTaken(words) || DONE.test(words);
  // What a heading of a checkout says is done may be what it asks for: `Concluir compra`, `Завершение заказа`. An order's
  // page may thank below its heading.
  const isThanked =
    (isCheckout ? THANKS.test(heading) : isTaken(heading)) || (isOrder && isThanks(fold(textOf(mainOf(doc), 300))));
  // `Payment complete` below an address of payments.
  const isPaid = PAYMENT.test(words) && (isThanked || SENT.test(heading) || DONE.test(heading));
  const isConfirmed =
    isCheckout || isOrder
      ? isDone || isThanked
      : isPaid ||
        // `Thank you for your order`, at whatever address, with its number.
        (THANKS.test(heading) && ORDER.test(heading) && readTotals(mainOf(doc)).order) ||
        (isDone &&
          [
            heading,
            ...seek(mainOf(doc), 'h1,h2,h3,h4').map((title) => fold(textOf(title))),
            ...readNotices(doc).map(({ good, text }) => (good ? text : '')),
          ].some(
            (title) =>
              isTaken(title) &&
              // What thanks for something else may speak of orders, but tells no number of one.
              (ORDER.test(heading + title + fold(doc.title)) || readOrderId(url) || readTotals(mainOf(doc)).order),
          ));
  if (isConfirmed && !isAside)
    return isToBePlaced(doc) || (!isThanked && isAskedWho(doc)) ? 'checkout' : 'confirmation';
  if (isOnShelf) return;
  const last = words.split(' ').slice(-3).join(' ');
  // `/basket/address` is a step of its checkout.
  const isStep = CART.test(last) && !CART.test(last.split(' ').pop()!) && asksWhere(doc);
  if ((CART.test(last) && last.length < 30 && !isStep) || id === 'cart') return 'cart';
  if (isAside && !(isCheckout && /register|login/.test(words))) return;
  if (
    isCheckout ||
    isStep ||
    (isOrder && /commande|order$|onepage|objedn|rendel|realiz/.test(words)) ||
    id === 'checkout' ||
    // `/order/delivery`, `/paiement`: an address that names a step, or a heading that says checkout, and a page that asks
    // for its choice or where to. An order that has a number may be paid otherwise.
    ((isOrder || readStep(url) >= 0 || CHECKOUT.test(heading)) &&
      !/#|\d{3}/.test(heading) &&
      (readChoice(doc) >= 0 || asksWhere(doc)))
  )
    return 'checkout';
  // `Leather bag` is a product, too.
  return heading.length < 30 && CART.test(heading) && !/^(?!my|your|shopping).+ (bag|basket|cesta)$/.test(heading)
    ? 'cart'
    : undefined;
};

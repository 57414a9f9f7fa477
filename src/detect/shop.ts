import type { Item, Json } from '../event/event.ts';
import { CARTS } from '../listen/answers.ts';
import { watchStillness } from '../listen/changes.ts';
import type { Page } from '../listen/page.ts';
import { classed, idOf } from '../read/box.ts';
import { type Cart, inUnits, isAlike, readCart } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { readPageCurrency } from '../read/currency.ts';
import { parseHtml } from '../read/html.ts';
import { readLines } from '../read/lines.ts';
import { headOf, mainOf } from '../read/main.ts';
import { isSold, readShownProduct } from '../read/near.ts';
import { readNotices } from '../read/notice.ts';
import { type Place, readPlace, readRouteId } from '../read/place.ts';
import { exact, readPrice } from '../read/price.ts';
import { type Product, readPageProduct, readScriptId } from '../read/structured.ts';
import { toText } from '../read/text.ts';
import { told } from '../read/told.ts';
import { readTotals } from '../read/totals.ts';
import { CART } from '../read/words.ts';

/** What all detectors know of the shop: read once, shared, remembered across page loads. */
export interface Shop {
  place(): Place | undefined;
  /** The one product this page is about, if it is. */
  product(): Product | undefined;
  /** By the page's own word, else what it was last. */
  currency(): string | undefined;
  /** The cart as last seen, in an answer or on a page; what is `shown` of it joins in. */
  cart(shown?: Item[]): Cart | undefined;
  /** The page itself shows the cart, or what it costs: it is not only remembered. */
  isShown(): boolean;
  /** The cart as it was before the last answer told of it. */
  before(): Cart | undefined;
  /** The cart that the last answer told of, if it told of one. */
  heard(): Cart | undefined;
  /** Pieces on the cart's badge when last looked; before it shows any, what it showed on the page before. */
  count(): number | undefined;
  /** Notices that stood on the page before the shopper acted. */
  isOldNotice(text: string): boolean;
  /**
   * An item with the id that its product's page or add told, where its own row tells none; a lone amount that is the sum
   * of its pieces becomes the price of one.
   */
  known(item: Item, isLone?: boolean): Item;
  /** The cart is what this drawer or line shows with its like; without one, what the last shows now. */
  see(drawn?: Element): void;
  /** Keeps an item's id and price in mind. */
  meet(item: Item): void;
  /** What the cart held is ordered: nothing is left in it. What names the order from now on is no cart. */
  ordered(id: string | undefined): void;
  /** Something went into the cart: one that was empty holds what nobody has told yet. */
  filled(): void;
  /** Looks again at what changes: cart, badge, notices. */
  refresh(): void;
}

const shops = new WeakMap<Page, Shop>();

/** The one shop of a page. */
export const shopOf = (page: Page): Shop => {
  const shop = shops.get(page) ?? createShop(page);
  shops.set(page, shop);
  return shop;
};

/** The cart that an act is answered with as a piece of HTML, to be put where the old one stands. */
const readHtmlCart = (text: string): Cart | undefined => {
  if (!/^\s*<(?!!|html)/i.test(text) || !CART.test(text.slice(0, 2000).toLowerCase())) return;
  const { body } = parseHtml(text) ?? {};
  const { items, currency } = body ? readLines(body, undefined, true) : { items: [] };
  // Said to be empty, and nothing in it costs anything.
  const isEmpty = body?.querySelector(classed('empty')) && !readPrice(body.textContent!)?.value;
  return items.length || isEmpty ? { items, currency } : undefined;
};

const toCart = (noted: unknown): Cart | undefined => {
  const cart = noted as Cart | undefined;
  return Array.isArray(cart?.items)
    ? { ...cart, items: cart.items.filter((item) => Object(item) === item) }
    : undefined;
};

const createShop = (page: Page): Shop => {
  const memory = page.memory('shop');
  const noted = Object(memory.read()) as Record<string, unknown>;
  let cart = toCart(noted.cart);
  let before: Cart | undefined;
  let heard: Cart | undefined;
  let currency = toText(noted.currency);
  let placed = toText(noted.placed);
  let place: Place | undefined;
  let product: Product | undefined;
  let count = typeof noted.count === 'number' ? noted.count : undefined;
  let isCounted = false;
  let notices = new Set<string>();
  let isShown = false;
  let viewed = 0;
  let drawer: Element | null | undefined;

  /** Ids and prices by name, the latest last. */
  const met = new Map<string, Item>(
    Array.isArray(noted.met) ? noted.met.map(([name, item]) => [`${name}`, Object(item)]) : [],
  );
  const meet = ({ item_name, item_id, price }: Item) => {
    if (item_name) met.set(item_name, { ...met.get(item_name), ...told({ item_name, item_id, price } as Item) });
  };
  const known = (item: Item, isLone?: boolean): Item => {
    const names = [...met.keys()];
    const name =
      names.find((other) => other === item.item_name) ?? names.find((other) => isAlike({ item_name: other }, item));
    if (!name) return item;
    const { item_id, price } = met.get(name)!;
    // A cart may name the variant or its number along with the product: `Mug, blue`, `Mug MUG-7`, `Mug size: L`. `Mug rack` is another.
    const more = item.item_name!.startsWith(name) && item.item_name!.slice(name.length);
    const isVariant = more && /^\s*[,(/|:·–—]|^ - |^ [A-Z\d-]*\d[A-Z\d-]*$|^ \p{L}+ ?[:：]/u.test(more);
    const isSum = isLone && item.price === exact(price! * item.quantity!);
    // Several lines of one name, each in its own size: the name tells the number of none.
    const ids = cart?.items.flatMap((line) => (line.item_name === name ? [line.item_id] : []));
    const isOne = new Set(ids).size < 2;
    return {
      ...(isOne && { item_id: item_id! }),
      ...told(item),
      ...(isVariant && { item_name: name }),
      ...(isSum && { price: price! }),
    };
  };
  const learn = (seen: Cart) => {
    // What an answer leaves out, the page may have told before: ids and prices of the same lines.
    const lines = cart?.items ?? [];
    const items = seen.items.map((item, at) => ({
      ...([lines[at], ...lines].find((line) => isAlike(line, item)) ?? met.get(item.item_name!)),
      ...told(item),
    }));
    cart = { ...seen, items, currency: seen.currency ?? cart?.currency };
    currency = seen.currency ?? currency;
  };
  /** Whether this is about the order: a number of less digits may stand there for anything. */
  const isPlaced = (text: string) => placed && placed.length > 3 && text.includes(placed);
  const readPage = () => {
    const root = mainOf(document);
    if ((place !== 'cart' && place !== 'checkout') || isPlaced(root.textContent!)) return;
    const lines = readLines(root, currency, place === 'checkout');
    const { total, tax, shipping, currency: shown } = readTotals(root, currency);
    isShown = !!lines.items.length || (total !== undefined && !!cart);
    if (lines.items.length)
      learn({ items: lines.items.map((line) => known(line)), currency: lines.currency ?? shown, total, tax, shipping });
    else if (total !== undefined && cart) cart = { ...cart, total, tax, shipping };
  };
  /** What has come since a press whose answer is still on its way may be the answer's. */
  const isAwaited = () => page.isBusy() && (page.pressBefore(page.now())?.at ?? 0) > viewed;
  const refresh = (isAwaiting = false) => {
    // Many a badge says 0 until a script has asked what lies in the cart.
    const shown = readCount(document);
    isCounted ||= !!shown;
    if (isCounted || count === undefined) count = shown;
    if (!isAwaiting) notices = new Set(readNotices(document).map(({ text }) => text));
    readPage();
  };
  const look = () => {
    place = readPlace(location.href, document);
    if (place === 'cart' && isSold(document)) place = undefined;
    const read = place ? undefined : readPageProduct(document);
    currency = read?.currency ?? readPageCurrency(document) ?? currency;
    const isWhole = read?.item.item_id && read.item.price !== undefined;
    const shown = place || isWhole ? undefined : readShownProduct(document, currency);
    if (read && shown) read.item = { ...shown.item, ...told(read.item) };
    // What it was at first it still is when its button says something else.
    product = read ?? shown ?? product;
    const form = headOf(document)?.closest('form');
    if (product)
      product.item.item_id ??=
        (form && idOf(form)) ?? readRouteId(location.href) ?? readScriptId(document, product.item.item_name!);
    // What was added last may be another variant than the page tells of.
    if (product) meet({ ...product.item, ...met.get(product.item.item_name!) });
    currency = product?.currency ?? currency;
    refresh(isAwaited());
  };
  for (const stop of [
    page.onView((view) => {
      product = undefined;
      isShown = false;
      viewed = page.now();
      const hasChanged = watchStillness();
      view.look((last) => {
        if (hasChanged(last)) look();
        return last;
      });
    }),
    page.onAnswer(({ method, url, status, body, text }) => {
      const seen =
        status < 400 && !isPlaced(text)
          ? (readCart(body, method === 'GET' && !CARTS.test(url)) ??
            (method === 'GET' ? undefined : readHtmlCart(text)))
          : undefined;
      before = cart;
      // By its name alone: a variant has an id of its own.
      const priced = [...met].map(([item_name, { price }]) => ({ item_name, price }) as Item);
      if (seen) learn(inUnits(seen, [...priced, ...(cart?.items ?? [])]));
      heard = seen && cart;
    }),
    page.life.onLeave(() => {
      readPage();
      memory.write({
        currency,
        cart,
        count: isCounted ? readCount(document) : count,
        placed,
        met: [...met].slice(-50),
      } as unknown as Json);
    }),
  ])
    page.until(stop);
  return {
    place: () => place,
    product: () => product,
    currency: () => currency,
    cart: (shown = []) => {
      const join = (line: Item) => ({
        ...[...met.values()].find(({ item_id }) => item_id && item_id === line.item_id),
        ...shown.find((other) => isAlike(other, line)),
        ...told(line),
      });
      cart &&= inUnits({ ...cart, items: cart.items.map(join) }, shown);
      return cart;
    },
    isShown: () => isShown,
    before: () => before,
    heard: () => heard,
    count: () => count,
    known,
    see: (drawn) => {
      // With each change all of it may be drawn anew, within what holds it.
      const around = drawn?.parentElement;
      if (drawn) drawer = around?.querySelector('main,h1') ? drawn : around;
      const lines = drawer?.isConnected ? readLines(drawer, currency) : undefined;
      if (lines?.items[0]) learn({ ...lines, items: lines.items.map((line) => known(line)) });
    },
    meet,
    ordered: (id) => {
      placed = id;
      count = undefined;
      cart = { items: [], currency };
    },
    filled: () => {
      if (!cart?.items.length) cart = undefined;
    },
    isOldNotice: (text) => notices.has(text),
    refresh: () => refresh(),
  };
};

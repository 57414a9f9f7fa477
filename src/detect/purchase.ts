import type { EventFields, Item, Json } from '../event/event.ts';
import { hash } from '../event/ids.ts';
import { all } from '../listen/ear.ts';
import type { Memory } from '../listen/host.ts';
import type { Stop } from '../listen/life.ts';
import { seek } from '../read/box.ts';
import { inUnits, isSame } from '../read/cart.ts';
import { readLines } from '../read/lines.ts';
import { mainOf } from '../read/main.ts';
import { readNotices } from '../read/notice.ts';
import { readOrderAnswer, readOrderId } from '../read/order.ts';
import { addressOf, headingOf, isPlacing, isThanking, isThanks } from '../read/place.ts';
import { readRefusal } from '../read/refusal.ts';
import { readVerb } from '../read/request.ts';
import { fold, textOf } from '../read/text.ts';
import { told } from '../read/told.ts';
import { readTotals } from '../read/totals.ts';
import { checkVisible } from '../read/visible.ts';
import { FAILED } from '../read/words.ts';
import { CHECKOUT_MEMORY } from './checkout.ts';
import type { Detector } from './detector.ts';
import { readFresh } from './fresh.ts';
import { fieldsOf, mergeFields } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const NAME = 'purchase';
const FRESH_MS = 2 * 60 * 60_000; // a payment elsewhere may take its time
const JUST_ORDERED_MS = 30 * 60_000;
const NO_PAGE_MS = 6000; // an order answered and shown in place gets no confirmation page
const IN_PLACE_MS = 3 * 60_000; // a bank may ask in a frame first
const PAYMENT_HOST =
  /paypal|klarna|stripe|adyen|mollie|worldpay|sofort|checkout|payment|secure|3ds|amazon|przelewy|payu|ideal|twint/;

/**
 * Reports GA4 `purchase` once: a confirmation page with a sign that the order is fresh, completed by what the answer that
 * placed it told, or that answer alone. `value` is the total as charged; where the page names none, the last one that
 * checkout showed. And GA4 `refund`, each that the site's data layer tells of.
 */
export const purchase = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const parking = page.memory('order');
    const seenCheckout = page.memory(CHECKOUT_MEMORY);
    const lastOrder = page.memory(NAME);
    let lastTold: string | undefined;
    let pushed: EventFields | undefined;
    /** What places an order was pressed last, where one is placed, and nobody has said no. */
    let pressed = false;
    let wanted: EventFields = {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unwatch: Stop | undefined;

    const recent = (memory: Memory) => readFresh<{ fields?: EventFields }>(memory.read(), page.now(), FRESH_MS);

    const tell = (fields: EventFields, evidence: string[]) => {
      const { transaction_id, value } = fields;
      const once = transaction_id ?? keyOf(location.href) ?? `${location.pathname} ${value}`;
      if (lastTold === once) return;
      lastTold = once;
      clearTimeout(timer);
      lastOrder.write(hash(once));
      parking.write(undefined);
      seenCheckout.write(undefined);
      pressed = false;
      report.milestone({
        name: NAME,
        fields: {
          ...fieldsOf(fields.items, fields.currency ?? shop.currency()),
          ...told(fields),
          value_basis: value !== undefined ? 'total' : fields.items && 'items',
        },
        by: { evidence },
        once,
      });
      shop.ordered(transaction_id);
      report.attempt({ name: NAME, outcome: 'confirmed', why: evidence[0] });
    };

    const readPage = (main: Element): EventFields => {
      const hint = shop.currency();
      // The sums may stand beside what the page is about, and the lines with them.
      const boxes = [main, ...seek(document, 'aside')].map((root) => ({ root, ...readTotals(root, hint) }));
      const totals = boxes.find(({ total }) => total) ?? boxes[0]!;
      const lines = readLines(totals.root, hint, true);
      const items = lines.items.map((line) => shop.known({ ...knownOf(line), ...told(line) }));
      return {
        transaction_id: boxes[0]!.order ?? readOrderId(location.href),
        currency: totals.currency ?? lines.currency,
        value: totals.total,
        tax: totals.tax,
        shipping: totals.shipping,
        items: items.length ? items : undefined,
      };
    };
    /** What the checkout last asked for: a shop may say at once that the cart is empty now. */
    const asked = (): EventFields => {
      const { total: value, ...rest } = shop.cart() ?? { items: [] };
      if (rest.items.length) wanted = { value, ...rest };
      return wanted;
    };
    const knownOf = (line: Item) => shop.cart()?.items.find((item) => item.item_name && isSame(item, line));

    const confirm = (loaded: boolean, last: boolean, root = mainOf(document)): boolean => {
      const heading = `${headingOf(document)} ${fold(textOf(root.querySelector('h2,[role="alert"]')))}`;
      // A declined payment may end at the page of the order, too: it says so, and thanks for nothing. A warning may ask for
      // the money.
      const no = readNotices(document).find(
        ({ bad, element }) => bad && !/warn/i.test(element.className) && checkVisible(element),
      );
      if (FAILED.test(heading) || (no && !isThanks(fold(textOf(root, 300)).replace(no.text, '')))) {
        if (last) report.attempt({ name: NAME, outcome: 'refused', why: 'the page says so' });
        return last;
      }
      const order = recent(parking);
      const shown = readPage(root);
      const fields = mergeFields(mergeFields(order?.fields ?? {}, pushed ?? {}), shown);
      const isWhole = fields.transaction_id && fields.value !== undefined;
      if (!isWhole && !last) return false;
      const signs = [
        pushed && 'datalayer',
        order && 'answer',
        recent(seenCheckout) && 'checkout',
        pressed && 'press',
        loaded && !isRepeated() && comesFromCheckout() && 'referrer',
        isJustOrdered(root, page.now()) && 'time',
      ].filter((sign): sign is string => Boolean(sign));
      const once = fields.transaction_id ?? keyOf(location.href);
      if (once !== undefined && lastOrder.read() === hash(once)) return true;
      if (!signs.length) {
        if (last) report.attempt({ name: NAME, outcome: 'unclaimed', why: 'no sign that the order is fresh', fields });
        return last;
      }
      tell({ ...asked(), ...told(fields) }, ['page', ...signs]);
      return true;
    };

    const stops = [
      page.onAnswer((answer) => {
        const { method, url, status, body } = answer;
        if (method === 'GET' || readVerb(method, url, answer.fields) !== 'order') return;
        const why = readRefusal(status, body);
        pressed &&= !why;
        if (why) return report.attempt({ name: NAME, outcome: 'refused', why });
        const fields = readOrderAnswer(body);
        if (!fields) return;
        shop.refresh(); // the checkout still shows what it asked for
        const whole = mergeFields(asked(), inUnits(fields, asked().items ?? []));
        parking.write({ at: page.now(), fields: whole as unknown as Json });
        report.attempt({ name: NAME, outcome: 'open', fields: whole });
        const leads = /"(redirect|continue|return|next)\w*"\s*:\s*"[^"]/i.test(JSON.stringify(body).slice(0, 20_000));
        if (!leads) timer = setTimeout(() => recent(parking) && tell(whole, ['answer']), NO_PAGE_MS);
      }),
      page.onPress(({ control, href, at }) => {
        // A list of orders has controls of that name, too.
        pressed = !href && !!shop.place() && shop.cart()?.items.length !== 0 && isPlacing(control);
        unwatch?.();
        if (pressed) asked();
        else if (href || shop.place() !== 'checkout') return;
        // A page may thank where it stands.
        unwatch = page.onChange((drawn) => {
          const thanks = drawn.find(isThanking);
          const main = mainOf(document);
          if (page.now() - at > IN_PLACE_MS) unwatch?.();
          else if (thanks && !page.isBusy()) confirm(false, true, main.contains(thanks) ? main : thanks);
        });
      }),
      page.onPush(({ name, fields }) => {
        // Only the site itself knows of it, and may say so again with each load of the page.
        if (name === 'refund')
          report.milestone({ name, fields, by: { evidence: ['datalayer'] }, once: JSON.stringify(fields) });
        if (name !== NAME) return;
        pushed = fields;
        clearTimeout(timer);
        // Beside a confirmation the page joins in; anywhere else the push stands alone.
        if (shop.place() !== 'confirmation') timer = setTimeout(() => lastTold ?? tell(fields, ['datalayer']), 1000);
      }),
      page.onView((view) => {
        unwatch?.();
        if (!view.loaded) pushed = undefined;
        lastTold = undefined;
        view.look((last) => (shop.place() === 'confirmation' ? confirm(view.loaded, last) : last));
      }),
      page.life.onLeave(() => {
        if (pushed && !lastTold && shop.place() !== 'confirmation') tell(pushed, ['datalayer']);
      }),
      () => clearTimeout(timer),
      () => unwatch?.(),
    ];
    return all(stops);
  });

/** What stands for an order whose number is not shown: the key or token of its address. */
const keyOf = (url: string): string | undefined => {
  for (const [name, value] of new URL(url).searchParams)
    if (/key|token|cart|session/i.test(name) && value.length > 3) return value;
  return undefined;
};

const isRepeated = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return /reload|back/.test(entry?.type ?? '');
};

const comesFromCheckout = (): boolean => {
  if (!document.referrer) return false;
  const { origin, host } = new URL(document.referrer);
  return host === location.host
    ? /check-?out|order|payment|kasse|commande/i.test(addressOf(document.referrer).slice(origin.length))
    : PAYMENT_HOST.test(host);
};

const isJustOrdered = (root: Element, now: number): boolean => {
  const time = Date.parse(root.querySelector('time[datetime]')?.getAttribute('datetime') ?? '');
  return Math.abs(now - time) < JUST_ORDERED_MS;
};

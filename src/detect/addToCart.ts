import type { EventFields, Item } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import type { Answer, Press } from '../listen/page.ts';
import { readAdded } from '../read/added.ts';
import { isSame, readCart } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { pick } from '../read/flatten.ts';
import { actionOf } from '../read/form.ts';
import { meaningOf } from '../read/label.ts';
import { readLines } from '../read/lines.ts';
import { readNotices } from '../read/notice.ts';
import { readRefusal } from '../read/refusal.ts';
import { readVerb } from '../read/request.ts';
import { fold } from '../read/text.ts';
import { CART } from '../read/words.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { told, withValue } from './merge.ts';
import { shopOf } from './shop.ts';

const NAME = 'add_to_cart';
const DOUBLE_MS = 1000;
const FROM_PRESS_MS = 10_000; // a request that says "add" belongs to a press at most this old

/**
 * Reports GA4 `add_to_cart` once the shop has taken the item: its answer says so, the cart has grown, or the next page
 * confirms it. A press alone is an attempt. Quantity is what was added, not what the line then holds.
 */
export const addToCart = (): Detector => (page, report) => {
  const shop = shopOf(page);
  const attempts = createAttempts({
    page,
    report,
    memory: NAME,
    finish: (act) => withValue(act.fields, shop.currency()),
    watch: (act) => look(act, false),
  });

  let pressed: Element | undefined;
  const tryOut = (control: Element, press: number, fields?: EventFields): Act => {
    const { ids, ...read } = readAdded(control, shop.product(), shop.currency());
    return attempts.open({
      name: NAME,
      fields: { ...read, ...fields },
      press,
      note: { count: shop.count() ?? null, ids: ids ?? [] },
    });
  };

  /** What the page says became of an act: a new notice, a badge that grew, on the cart's page the line itself. */
  const look = (act: Act, arrived: boolean) => {
    const [item] = act.fields.items ?? [];
    for (const { good, bad, text } of readNotices(document)) {
      if (!arrived && shop.isOldNotice(text)) continue;
      const names = item?.item_name && text.includes(fold(item.item_name));
      if (bad && (arrived || !good)) return attempts.refuse(act, 'notice');
      if (good && (names || CART.test(text))) return attempts.settle(act, 'notice');
    }
    const before = act.note?.count;
    const now = readCount(document);
    if (typeof before === 'number' && now !== undefined && now > before) return attempts.settle(act, 'cart');
    if (arrived && shop.place() === 'cart' && item?.item_name) {
      const line = readLines(document.body, shop.currency()).items.find((other) => isSame(other, item));
      if (line) attempts.settle(act, 'cart');
    }
  };

  const ofRequest = ({ started }: Answer): [Press | undefined, Act | undefined] => {
    const press = page.pressBefore(started);
    return [press, press && attempts.ofPress(press.id)];
  };

  const stops = [
    page.onPress((press) => {
      const { control, href } = press;
      if (href && new URL(href).host !== location.host) return;
      if (shop.place() === 'checkout' || meaningOf(control) !== 'add') return;
      const [last] = attempts.waiting().slice(-1);
      if (last && control === pressed && press.at - last.at < DOUBLE_MS) last.again = press.id;
      else tryOut(control, press.id);
      pressed = control;
    }),
    page.onSubmit(({ form, submitter, at }) => {
      const control = submitter ?? form.querySelector('[type="submit"],button:not([type="button"])');
      const press = page.pressBefore(at);
      if (!control || meaningOf(control) !== 'add' || new URL(actionOf(form)).host !== location.host) return;
      if (press && at - press.at < 1000 && attempts.ofPress(press.id)) return;
      tryOut(control, press && at - press.at < 1000 ? press.id : -1);
    }),
    page.onAnswer((answer) => {
      const verb = readVerb(answer.method, answer.url, answer.fields);
      const [press, known] = ofRequest(answer);
      const cart = readCart(answer.body);
      const holds = cart?.items.some(
        (line) => known?.fields.items?.[0] && line.item_name && isSame(line, known.fields.items[0]),
      );
      const isMine = verb === 'add' || (known && !verb && answer.method !== 'GET' && holds);
      if (!isMine) return;
      const why = readRefusal(answer.status, answer.body) ?? readHtmlRefusal(answer.text);
      if (why) return known && attempts.refuse(known, why);
      if (known?.state === 'done' || leadsAway(answer.body)) return;
      const act =
        known ?? (press && answer.started - press.at < FROM_PRESS_MS ? tryOut(press.control, press.id) : undefined);
      if (!act) return;
      attempts.settle(act, 'answer', readAnswer(answer, act, shop.before()?.items, cart?.items, cart?.currency));
      setTimeout(shop.refresh, 500);
    }),
    page.onPush(({ name, fields }) => {
      if (name !== NAME) return;
      const [item] = fields.items ?? [];
      const press = page.pressBefore(page.now());
      const act = [...attempts.recent()]
        .reverse()
        .find((other) => isSame(other.fields.items?.[0], item) && other.state !== 'refused');
      if (act) attempts.settle(act, 'datalayer', fields);
      else attempts.settle(attempts.open({ name: NAME, fields, press: press?.id ?? -1 }), 'datalayer', fields);
    }),
    page.onView((view) =>
      view.look((last) => {
        for (const act of attempts.waiting()) if (act.carried) look(act, true);
        return last;
      }),
    ),
    attempts.stop,
    shop.stop,
  ];
  return all(stops);
};

/** HTML answers carry their refusal as a notice. */
const readHtmlRefusal = (text: string): string | undefined =>
  /^\s*</.test(text) &&
  /class=["'][^"']*\b(alert-danger|alert-warning|[\w-]+-error|error-message)\b/.test(text) &&
  !/alert-success/.test(text)
    ? 'notice'
    : undefined;

/** An answer that only says where to go next decides nothing: the page it leads to does. */
const leadsAway = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.keys(body).length < 3 &&
  Object.keys(body).some((key) => /^(back_?url|product_url|redirect(_?url)?)$/i.test(key));

/** What the request and its answer tell of the added item: the growth of its line, its name and price. */
const readAnswer = (
  answer: Answer,
  act: Act,
  before: Item[] | undefined,
  after: Item[] | undefined,
  currency?: string,
): EventFields => {
  const [wanted = {}] = act.fields.items ?? [];
  const sent = Number(pick(answer.fields, /(^|[.[_])(quantity|qty)(_wanted)?\]?(\[\])?$/i)?.[1]);
  const ids = [
    wanted.item_id,
    ...((act.note?.ids as string[] | undefined) ?? []),
    ...answer.fields.filter(([key]) => /id|sku|product|variant/i.test(key)).map(([, value]) => String(value)),
  ];
  const line = after?.find(
    (item) =>
      (wanted.item_name ? item.item_name === wanted.item_name : false) || (item.item_id && ids.includes(item.item_id)),
  );
  const old = before?.find((item) => item.item_id === line?.item_id && item.item_name === line?.item_name);
  const grown = before && line?.quantity ? line.quantity - (old?.quantity ?? 0) : undefined;
  const quantity = grown && grown > 0 ? grown : sent > 0 ? sent : wanted.quantity;
  const item = told({
    item_id: line?.item_id,
    item_name: wanted.item_name ?? line?.item_name,
    price: wanted.price ?? line?.price,
    quantity,
  });
  return told({ items: [item], currency: currency ?? act.fields.currency });
};

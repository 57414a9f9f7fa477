import type { EventFields, Item } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import type { Answer } from '../listen/page.ts';
import { readAdded } from '../read/added.ts';
import { type Cart, isAlike, isSame, readThing } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { flatten, pick } from '../read/flatten.ts';
import { actionOf } from '../read/form.ts';
import { labelOf } from '../read/label.ts';
import { lineOf, readLines } from '../read/lines.ts';
import { mainOf } from '../read/main.ts';
import type { Notice } from '../read/notice.ts';
import { exact } from '../read/price.ts';
import { readRefusal } from '../read/refusal.ts';
import { readVerb } from '../read/request.ts';
import { fold } from '../read/text.ts';
import { told } from '../read/told.ts';
import { checkVisible } from '../read/visible.ts';
import { ADD, ASIDE, CART, SHIPPING, UNDONE } from '../read/words.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const NAME = 'add_to_cart';
const SAME_WISH_MS = 1000; // a double click; a press and the submit it causes

/**
 * Reports GA4 `add_to_cart` once the shop has taken the item: its answer says so, the cart has grown, or the next page
 * confirms it. A press alone is an attempt. Quantity is what was added, not what the line then holds.
 */
export const addToCart = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    let pressed: Element | undefined;
    /** What it said as it was pressed, and what that tried. */
    let said = '';
    let tried: Act | undefined;

    const attempts = createAttempts({
      page,
      shop,
      report,
      names: [NAME],
      finish: (act) => {
        const { items, currency, value } = act.fields;
        const units = items?.map((item) => toUnit(item, act));
        units?.forEach(shop.meet);
        shop.filled();
        return fieldsOf(units, currency ?? shop.currency(), value);
      },
      look: (act, notices, _, isBad) => {
        if (act.note?.passed) return;
        const [item] = act.fields.items ?? [];
        const name = item?.item_name;
        const now = readCount(document);
        const before = act.note?.count;
        // A badge that was not there counts only if it shows just what was added.
        const grown = typeof before === 'number' ? Number(now) > before : !act.carried && now === item?.quantity;
        const latest = page.pressBefore(page.now());
        // Beside a warning, that of few in stock, a word of success has to name what was added.
        const isWord = ({ good, text, element }: Notice) => {
          const called = fold(name ?? '');
          const isNamed = called && text.includes(called);
          const isAdd = ADD.test(text) && !ASIDE.test(text);
          // In words alone: not those of the control that asks for it, nor of what would be missing to free shipping.
          const isSaid = isNamed || (isAdd && !SHIPPING.test(text) && lettersOf(text) !== said);
          const isGood = good || (isSaid && !UNDONE.test(text.replace(called, '')));
          // `Successfully added`: what else would have been?
          const isMeant = isGood && (!isBad || (good && isNamed)) && (CART.test(text) || (good && isAdd));
          // What a page brings along may wait out of sight for an add by script.
          return isMeant && (!act.carried || checkVisible(element));
        };
        if (notices.some(isWord)) confirm(act, 'notice');
        else if (isBad) return;
        // Where the browser is on its way to the answer, the next page tells.
        else if (act === tried && !page.life.stays() && saysSo(pressed!, said)) confirm(act, 'notice');
        // A line of the cart was pressed since: it grew by that.
        else if (grown && latest && latest.id > act.press && latest.id !== act.again && lineOf(latest.control))
          act.note = { ...act.note, count: now ?? null };
        else if (
          grown ||
          (act.carried &&
            name &&
            // A badge that stands still: the line was there before. Where there is none, it is NaN and says nothing.
            Number(now) !== before &&
            shop.place() === 'cart' &&
            readLines(mainOf(document)).items.some((line) => isSame(line, item)))
        )
          confirm(act, 'cart');
      },
    });

    /** What the cart tells of what was added: its number, where the control tells none, and what one piece costs. */
    const toUnit = (item: Item, { note, carried }: Act): Item => {
      const lines = shop.cart()?.items ?? [];
      const line = lines.find((line) => isSame(line, item)) ?? lines.find((line) => isAlike(line, item));
      const { item_id, price, quantity } = line ?? {};
      // A price that is none the page told before may be that of all the pieces wanted.
      const isSum = item.price !== note?.price && item.price === exact(price! * item.quantity!);
      // Where the page's price does not follow the choice, the cart that comes next has it: of one piece for sure.
      const isChosen = carried && quantity === 1 && shop.place() === 'cart';
      return { item_id, ...told(item), ...(price && (isSum || isChosen) && { price }) };
    };

    /** What shows now is the fruit of this act: it confirms no other, and no earlier one any more; an answer may. */
    const confirm = (act: Act, evidence: string, fields?: EventFields) => {
      const isFirst = act.state === 'open';
      attempts.settle(act, evidence, fields);
      let added = act.fields.items ? 0 : 1;
      for (const { quantity = 1 } of act.fields.items ?? []) added += quantity;
      for (const other of isFirst ? attempts.waiting() : []) {
        const { passed = false, count = null } = other.note ?? {};
        other.note = {
          ...other.note,
          passed: passed || other.at < act.at,
          count: typeof count === 'number' ? count + added : count,
        };
      }
    };
    const read = (control: Element) => {
      const { ids, ...fields } = readAdded(control, shop.product(), shop.currency());
      fields.items?.forEach(shop.meet);
      return { fields, note: { ids, price: shop.product()?.item.price ?? null } };
    };
    const tryOut = (control: Element, press: number) => {
      pressed = control;
      said = lettersOf(labelOf(control));
      tried = attempts.open({ name: NAME, fields: {}, press, note: { count: shop.count() ?? null } }, () =>
        read(control),
      );
    };

    return all([
      page.onPress(({ id, at, control, href, meaning }) => {
        if (meaning !== 'add' || shop.place() === 'checkout' || (href && new URL(href).host !== location.host)) return;
        const last = attempts.waiting().pop();
        if (last && control === pressed && at - last.at < SAME_WISH_MS) last.again = id;
        else tryOut(control, id);
      }),
      page.onSubmit(({ form, submitter, at, meaning }) => {
        if (meaning !== 'add' || new URL(actionOf(form)).host !== location.host) return;
        const last = attempts.waiting().pop();
        if (!last || at - last.at > SAME_WISH_MS) tryOut(submitter, -1);
      }),
      page.onAnswer((answer) => {
        const { method, url, started, status, body, text } = answer;
        const verb = readVerb(method, url, answer.fields);
        const known = attempts.before(started);
        const cart = shop.heard();
        const wanted = known?.fields.items?.[0];
        const before = shop.before();
        // The cart as it is then may be asked for by an address of its own, which adds nothing.
        const holds =
          (verb === 'other' ? before : !verb || verb === 'order') &&
          method !== 'GET' &&
          wanted?.item_name &&
          cart?.items.some((line) => line.item_name === wanted.item_name);
        if (verb !== 'add' && !holds) return;
        const why =
          readRefusal(status, body) ??
          readHtmlRefusal(text) ??
          (pick(flatten(body), /^(\w+\.)?quantity$/)?.[1] === 0 ? 'nothing' : undefined);
        if (why) return known && attempts.refuse(known, why);
        const press = page.pressBefore(started);
        if (
          known?.state === 'done' ||
          leadsAway(body) ||
          !press ||
          press.declared ||
          (!known && press.meaning === 'other')
        )
          return;
        // A cart as it was: nothing was added, or the page tells. One that has shrunk was emptied elsewhere meanwhile.
        const isAsItWas = (line: Item) => {
          const grown = grownBy(line, before);
          return known ? grown === 0 : grown <= 0;
        };
        if (known?.state !== 'settling' && (before || !cart?.items.length) && cart?.items.every(isAsItWas)) return;
        // What has been told with the cart beside it gains nothing from an answer without one.
        if (known?.evidence.includes('answer') && !cart) return;
        const act = known ?? attempts.open({ name: NAME, press: press.id, ...read(press.control) });
        confirm(act, 'answer', readAnswer(answer, act, before, cart));
      }),
      attempts.stop,
    ]);
  });

/** What a control says, in letters alone: what it costs may change with the choice. */
const lettersOf = (label: string) => label.replace(/\P{L}/gu, '');

/** `Add to cart` has become `Added` or `View cart`, and not `Adding`. */
const saysSo = (control: Element, said: string): boolean => {
  const label = labelOf(control);
  return (
    (ADD.test(label) || CART.test(label)) &&
    !UNDONE.test(label) &&
    !control.matches(':disabled') &&
    lettersOf(label) !== said
  );
};

/** HTML answers carry their refusal as a notice. */
const readHtmlRefusal = (text: string): string | undefined =>
  /^\s*</.test(text) &&
  /class=["'][^"']*\b(alert-(danger|warning)|[\w-]+-error)\b|error[_-]?list[^>]*>\s*<li/.test(text) &&
  !/alert-success/.test(text)
    ? 'notice'
    : undefined;

/** An answer that only says where to go next decides nothing: the page it leads to does. */
const leadsAway = (body: unknown): boolean => {
  const keys = Object.keys(Object(body));
  return keys.length < 3 && keys.some((key) => /^(back_?url|product_url|redirect(_?url)?)$/i.test(key));
};

/** By how many pieces a line of the cart has grown; 0 where nothing is known of what was there. */
const grownBy = (line: Item, before: Cart | undefined) => {
  const old = before?.items.find((item) => item.item_id === line.item_id && item.item_name === line.item_name);
  return before && line.quantity ? line.quantity - (old?.quantity ?? 0) : 0;
};

/** What the request and its answer tell of what was added: the growth of its lines, their ids, names and prices. */
const readAnswer = (
  { url, fields, body }: Answer,
  act: Act,
  before: Cart | undefined,
  after: Cart | undefined,
): EventFields => {
  const [wanted = {}] = act.fields.items ?? [];
  const sent = fields
    .filter(([key]) => /id|sku|product|variant/i.test(key) && !/(cart|basket)_?id$/i.test(key))
    .map(([, id]) => String(id));
  // `/cart/addproduct/21`
  const [, named] = /\/add\w*\/(\d+)/i.exec(url) ?? [];
  const ids = [wanted.item_id, ...((act.note?.ids as string[]) ?? []), ...sent, named].filter((id) => id !== undefined);
  // A set, or all that a page offers: the request names several.
  const several =
    after?.items.filter((line) => line.item_id && sent.includes(line.item_id) && grownBy(line, before) > 0) ?? [];
  if (several.length > 1)
    return { items: several.map((line) => ({ ...line, quantity: grownBy(line, before) })), currency: after?.currency };
  // A request may send the whole cart along: of the lines that it names, what was added is the one that has grown.
  const isNamed = (item: Item) => wanted.item_name && item.item_name === wanted.item_name;
  const lines = after?.items.filter((item) => isNamed(item) || (item.item_id && ids.includes(item.item_id))) ?? [];
  const line = lines.find((item) => grownBy(item, before) > 0) ?? lines.find(isNamed) ?? lines[0];
  // What was chosen last may be called otherwise than the page it was chosen on.
  const thing = line ? undefined : readThing(body, sent);
  const other = thing && !isAlike({ item_name: thing.item_name }, { item_name: wanted.item_name }) ? thing : undefined;
  const grown = line ? grownBy(line, before) : 0;
  const asked = Number(pick(fields, /(^|[.[_]|product|item)(quantity|qty)(_wanted)?\]?(\[\])?$/i)?.[1]);
  const item = {
    item_id: (line ?? other)?.item_id ?? wanted.item_id ?? ids[0],
    item_name: other?.item_name ?? wanted.item_name ?? (line ?? thing)?.item_name,
    price: other?.price ?? wanted.price ?? (line ?? thing)?.price,
    quantity: grown > 0 ? grown : asked || wanted.quantity,
  };
  return { items: [item], currency: after?.currency };
};

import type { Item } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import { isSame } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { iconOf, labelOf } from '../read/label.ts';
import { type Line, lineOf, readLines } from '../read/lines.ts';
import { mainOf } from '../read/main.ts';
import { readRefusal } from '../read/refusal.ts';
import { readVerb } from '../read/request.ts';
import { fold, toWords } from '../read/text.ts';
import { told } from '../read/told.ts';
import { ASIDE } from '../read/words.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const NAME = 'remove_from_cart';

/**
 * Reports GA4 `remove_from_cart` once a line is gone: the answer says so, its row has left the page, or the next page
 * shows the cart without it. A smaller quantity is no removal, unless it was the last piece.
 */
export const removeFromCart = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const rows = new WeakMap<Act, (Element | null)[]>();
    const attempts = createAttempts({
      page,
      shop,
      report,
      names: [NAME],
      finish: ({ fields: { items, currency } }) => fieldsOf(items, currency ?? shop.currency()),
      look: (act, { last }) => {
        const [row, list] = rows.get(act) ?? [];
        const isGone = act.carried ? shop.place() === 'cart' : row?.isConnected === false;
        // A drawer's list stands apart from what the page is about.
        const rest = list?.isConnected ? list : mainOf(document);
        const now = Number(readCount(document));
        // Many a badge says 0 until a script has asked what lies in the cart.
        const isLess = act.carried && (now || last) && now < Number(act.note?.count);
        if (isLess || (isGone && !readLines(rest).items.some((line) => isSame(line, act.fields.items?.[0]))))
          confirm(act, 'cart');
      },
    });

    /** The shopper may be asked once more: two presses, one removal. */
    const confirm = (act: Act, evidence: string) => {
      attempts.settle(act, evidence);
      shop.see();
      for (const other of attempts.waiting())
        if (isSame(other.fields.items?.[0], act.fields.items?.[0])) attempts.refuse(other, 'asked again');
    };
    const open = (item: Item, press: number, { currency, isLone }: Partial<Line> = {}): Act => {
      const lines = shop.cart()?.items ?? [];
      // A number that no line of the cart goes by is the row's own.
      const known =
        lines.find(({ item_id }) => item_id && item_id === item.item_id) ??
        lines.find((line) => line.item_name && isSame(line, item));
      const { item_id = item.item_id } = known ?? {};
      return attempts.open({
        name: NAME,
        fields: { currency, items: [shop.known({ ...known, ...told(item), item_id }, isLone)] },
        press,
        note: { count: shop.count() ?? null },
      });
    };

    return all([
      page.onPress(({ id, control, meaning }) => {
        // A list of wishes has lines, too.
        if (ASIDE.test(fold(location.pathname))) return;
        const isOne = isMinus(control); // `Remove one`
        const line = isOne || meaning === 'remove' ? lineOf(control, shop.currency()) : undefined;
        if (line && (!isOne || line.item.quantity === 1))
          rows.set(open(line.item, id, line), [line.row, line.row.parentElement]);
      }),
      page.onAnswer(({ method, url, fields, started, status, body }) => {
        const verb = readVerb(method, url, fields);
        const press = page.pressBefore(started);
        const known = attempts.before(started);
        const isLink = known && press?.href?.split('?')[0] === url.split('?')[0];
        const isTold = verb === 'remove' || (known && (verb === 'update' || isLink));
        const isIcon = press && method !== 'GET' && !labelOf(press.control);
        if (!press || press.declared || !(isTold || isIcon)) return;
        const why = readRefusal(status, body);
        const asked = isTold && (known ?? attempts.waiting().pop());
        if (asked) return why ? attempts.refuse(asked, why) : confirm(asked, 'answer');
        // An icon without a name: the line that is missing from the answer was it. An order empties the whole cart.
        const after = !why && shop.heard()?.items;
        const gone =
          after &&
          (isTold || after[0]) &&
          shop.before()?.items.find((line) => !after.some((other) => isSame(other, line)));
        // Where it shows no cart, what was pressed stood in the line, though the page may have taken that away.
        const line = verb === 'remove' && !why && !after ? lineOf(press.control, shop.currency()) : undefined;
        const item = gone || line?.item;
        if (item) confirm(known ?? open(item, press.id, line), 'answer');
      }),
      attempts.stop,
    ]);
  });

/** By its sign, or by what its author calls it or the icon in it. */
const isMinus = (control: Element) =>
  /^[-−–]$/.test(labelOf(control)) ||
  /\b(minus|decre|reduce)/.test(iconOf(control) + toWords(control.outerHTML.slice(0, 500)));

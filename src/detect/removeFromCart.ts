import type { Item } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import { isSame, readCart } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { labelOf, meaningOf } from '../read/label.ts';
import { readLine, readLines, rowOf } from '../read/lines.ts';
import { readNotices } from '../read/notice.ts';
import { readRefusal } from '../read/refusal.ts';
import { readVerb } from '../read/request.ts';
import { toWords } from '../read/text.ts';
import { type Act, createAttempts } from './attempts.ts';
import type { Detector } from './detector.ts';
import { told, withValue } from './merge.ts';
import { shopOf } from './shop.ts';

const NAME = 'remove_from_cart';
const FROM_PRESS_MS = 10_000;

/**
 * Reports GA4 `remove_from_cart` once a line is gone: the answer says so, its row has left the page, or the next page
 * shows the cart without it. A smaller quantity is no removal, unless it was the last piece.
 */
export const removeFromCart = (): Detector => (page, report) => {
  const shop = shopOf(page);
  const rows = new WeakMap<Act, Element>();
  const attempts = createAttempts({
    page,
    report,
    memory: NAME,
    finish: (act) => withValue(act.fields, shop.cart()?.currency ?? shop.currency()),
    watch: (act) => look(act, false),
  });

  const look = (act: Act, arrived: boolean) => {
    const fresh = readNotices(document).filter(({ text }) => arrived || !shop.isOldNotice(text));
    if (fresh.some(({ bad, good }) => bad && !good)) return attempts.refuse(act, 'notice');
    const row = rows.get(act);
    if (row && !row.isConnected && !hasLine(act.fields.items?.[0])) return attempts.settle(act, 'cart');
    if (!arrived) return;
    const now = readCount(document);
    const isGone = shop.place() === 'cart' && !hasLine(act.fields.items?.[0]);
    if (isGone || (typeof act.note?.count === 'number' && now !== undefined && now < act.note.count))
      attempts.settle(act, 'cart');
  };
  const hasLine = (item: Item | undefined) =>
    readLines(document.body, shop.currency()).items.some((line) => isSame(line, item));

  const open = (item: Item, press: number, row?: Element): Act => {
    const known = shop.cart()?.items.find((line) => line.item_name && isSame(line, item));
    const act = attempts.open({
      name: NAME,
      fields: { items: [told({ ...known, ...told(item) })] },
      press,
      note: { count: shop.count() ?? null },
    });
    if (row) rows.set(act, row);
    return act;
  };

  const stops = [
    page.onPress(({ id, control }) => {
      const isRemove = meaningOf(control) === 'remove';
      const row = isRemove || isMinus(control) ? rowOf(control) : undefined;
      const line = row && readLine(row, shop.currency());
      if (!line || (!isRemove && line.quantity !== 1)) return;
      const { currency: _, ...item } = line;
      open(item, id, row);
    }),
    page.onAnswer((answer) => {
      const verb = readVerb(answer.method, answer.url, answer.fields);
      const press = page.pressBefore(answer.started);
      const known = press && attempts.ofPress(press.id);
      const why = readRefusal(answer.status, answer.body);
      const leads = known && press?.href && new URL(press.href).pathname === new URL(answer.url).pathname;
      const isMine = verb === 'remove' || (known && (verb === 'update' || leads));
      if (!isMine || !press) return;
      if (why) return known && attempts.refuse(known, why);
      const before = shop.before()?.items;
      const after = readCart(answer.body)?.items;
      if (known) return attempts.settle(known, 'answer');
      // An icon without a name: the line that is missing from the answer was it.
      const gone = after && before?.find((line) => !after.some((other) => isSame(line, other)));
      if (gone && answer.started - press.at < FROM_PRESS_MS) attempts.settle(open(gone, press.id), 'answer');
    }),
    page.onPush(({ name, fields }) => {
      if (name !== NAME) return;
      const press = page.pressBefore(page.now());
      const act = [...attempts.recent()]
        .reverse()
        .find((other) => isSame(other.fields.items?.[0], fields.items?.[0]) && other.state !== 'refused');
      attempts.settle(act ?? attempts.open({ name: NAME, fields, press: press?.id ?? -1 }), 'datalayer', fields);
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

const isMinus = (control: Element) =>
  /^[-−–]$/.test(labelOf(control)) ||
  /\b(minus|decrease|decrement|reduce|down)\b/.test(
    toWords(`${control.className} ${control.getAttribute('name')} ${control.getAttribute('aria-label')}`),
  );

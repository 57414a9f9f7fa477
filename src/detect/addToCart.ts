import type { EventFields, Item } from '../event/event.ts';
import { CARTS } from '../listen/answers.ts';
import { all } from '../listen/ear.ts';
import { readAdded } from '../read/added.ts';
import { seek } from '../read/box.ts';
import { isAlike, isSame } from '../read/cart.ts';
import { readCount } from '../read/count.ts';
import { actionOf } from '../read/form.ts';
import { labelOf, meaningOf } from '../read/label.ts';
import { lineOf, readLines } from '../read/lines.ts';
import { mainOf } from '../read/main.ts';
import { exact } from '../read/price.ts';
import { readVerb } from '../read/request.ts';
import { told } from '../read/told.ts';
import { grownBy, leadsAway, readAddAnswer, readAddRefusal, readPieces } from './addAnswer.ts';
import { lettersOf, saysAdded, saysSo } from './addWords.ts';
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
    /** What the cart holds, as far as the last change was answered with it: a badge may show what is only hoped for. */
    let pieces: unknown;

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
      look: (act, { notices, isBad, drawn }) => {
        if (act.note?.passed) return;
        if (notices.some((notice) => saysAdded(notice, act, said, isBad))) return confirm(act, 'notice');
        if (isBad) return;
        // Where the browser is on its way to the answer, the next page tells.
        if (act === tried && !page.life.stays() && saysSo(pressed!, said)) return confirm(act, 'notice');
        const now = readCount(document);
        const before = act.note?.count;
        const [item] = act.fields.items ?? [];
        // A badge that was not there counts only if it shows just what was added.
        const isMore = typeof before === 'number' ? Number(now) > before : !act.carried && now === item?.quantity;
        const latest = page.pressBefore(page.now());
        // A line of the cart was pressed since: it grew by that.
        if (isMore && latest && latest.id > act.press && latest.id !== act.again && lineOf(latest.control)) {
          act.note = { ...act.note, count: now ?? null };
          return;
        }
        // A badge that stands still: the line was there before. Where there is none, it is NaN and says nothing.
        if (isMore || (Number(now) !== before && isShownThere(item, act))) confirm(act, 'cart');
        const drawer = act.carried ? undefined : drawn.find((box) => isIn(box, item));
        if (!drawer) return;
        shop.see(drawer);
        confirm(act, 'cart');
      },
    });

    /** The page that answers the act is the cart, and shows what was wanted. */
    const isShownThere = (item: Item | undefined, { carried }: Act) =>
      carried &&
      item?.item_name &&
      shop.place() === 'cart' &&
      readLines(mainOf(document)).items.some((line) => isSame(line, item));

    /** A drawer shows a line of it that was not there: as many pieces as were wanted, or more than there were. */
    const isIn = (drawer: Element, item: Item | undefined) => {
      const name = item?.item_name;
      if (!name || !drawer.textContent!.includes(name) || !hasCartControls(drawer)) return false;
      const held = shop.cart()?.items.find((line) => line.item_name === name)?.quantity;
      return readLines(drawer).items.some(
        ({ item_name, quantity }) => item_name === name && (held ? quantity! > held : quantity === item.quantity),
      );
    };

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
      const { ids, beside = null, ...fields } = readAdded(control, shop.product(), shop.currency());
      fields.items?.forEach(shop.meet);
      return { fields, note: { ids, beside, price: shop.product()?.item.price ?? null } };
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
        const { method, url, started, body } = answer;
        const were = pieces;
        if (method !== 'GET') pieces = readPieces(body);
        const verb = readVerb(method, url, answer.fields);
        // A double click may meet what the first has opened, before the request has left.
        const last = attempts.waiting().pop();
        const isLast = verb === 'add' && last && started - last.at < SAME_WISH_MS;
        const known = attempts.before(started) ?? (isLast ? last : undefined);
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
        const why = readAddRefusal(answer, pieces, were ?? (known ? known.note?.count : shop.count()) ?? 0);
        if (why) return known && attempts.refuse(known, why);
        const press = page.pressBefore(started);
        if (
          known?.state === 'done' ||
          leadsAway(body) ||
          !press ||
          press.declared ||
          // A page may ask for `items` on its own: what was pressed for no add has to be about the cart.
          (!known && (press.meaning === 'other' || !(cart ?? pieces ?? CARTS.test(url))))
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
        confirm(act, 'answer', readAddAnswer(answer, act, before, cart));
      }),
      attempts.stop,
    ]);
  });

/** What a cart has, and no product's page. */
const hasCartControls = (box: Element) =>
  seek(box, 'button,a[href],[type="submit"]', 40).some((control) => /remove|checkout/.test(meaningOf(control) ?? ''));

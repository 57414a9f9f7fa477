import type { EventFields } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import { actionOf } from '../read/form.ts';
import { isAskedWho, readChoice, readStep } from '../read/place.ts';
import { readRefusal } from '../read/refusal.ts';
import type { Detector } from './detector.ts';
import { readFresh } from './fresh.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const SAME_CHECKOUT_MS = 30 * 60_000;
const LEAVES_MS = 10_000;
const STEPS = ['add_shipping_info', 'add_payment_info'];
// Asked by the page on its own, before the shopper has chosen anything; and where to, which says nothing of how.
const ASKING = /address|estimat|rates?\b|quote|available|options|list|total|validat|lookup/i;

/** When a checkout was last seen in this tab, and so whether an order can be fresh. */
export const CHECKOUT_MEMORY = 'checkout';

/** What lies there: how many of `STEPS` were told. */
interface Note {
  done?: number;
  /** The step whose choices the page before offered. */
  asked?: number;
}

/**
 * Reports GA4 `begin_checkout`: the first checkout page is reached, or a checkout on another host is left for. Once per
 * checkout, not per step or reload. `add_shipping_info` and `add_payment_info` where the site's data layer tells them,
 * where the checkout's next page shows that the step is done, or where the shop has taken what was asked there.
 */
export const checkout = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const memory = page.memory(CHECKOUT_MEMORY);
    /** When a button or link for the checkout was pressed, and nothing else since. */
    let pressed = 0;
    let byLink = false;
    /** A link led to the next page: a station of the checkout may be called otherwise. */
    const asked = page.memory('asked');

    const isPressed = () => page.now() - pressed < LEAVES_MS;
    const known = () => readFresh<Note>(memory.read(), page.now(), SAME_CHECKOUT_MS);
    const touch = (done = known()?.done ?? 0) =>
      memory.write({ at: page.now(), done, asked: shop.place() === 'checkout' ? readChoice(document) : -1 });
    const fieldsNow = () => {
      const { items, currency = shop.currency() } = shop.cart() ?? {};
      return fieldsOf(items, currency);
    };
    const begin = (evidence: string, fields?: EventFields) => {
      const isNew = !known();
      if (isNew) shop.see();
      touch();
      if (isNew)
        report.milestone({
          name: 'begin_checkout',
          fields: { ...fieldsNow(), ...fields },
          by: { evidence: [evidence] },
        });
    };
    /** The steps before `step` are done. */
    const pass = (step: number, evidence: string, fields?: EventFields) => {
      const done = known()?.done ?? 0;
      for (const name of STEPS.slice(done, Math.max(step, 0)))
        report.milestone({ name, fields: { ...fieldsNow(), ...fields }, by: { evidence: [evidence] } });
      if (step > done) touch(step);
    };
    /** A checkout that has come as far as `step`. */
    const arrive = (step: number, evidence: string) => {
      // What was ordered is gone: coming back to its checkout begins none.
      if (shop.cart()?.items.length === 0) return;
      begin('page');
      pass(step, evidence);
    };
    const leavesHost = (url: string) => /^http/.test(url) && new URL(url).host !== location.host;

    const stops = [
      page.onView((view) => {
        const isNoted = asked.read() === 1;
        if (isNoted) asked.write(undefined); // each write is a call into another process
        const isAsked = isNoted || (!view.loaded && isPressed());
        view.look((last) => {
          if (shop.place() !== 'checkout' && !(isAsked && !shop.place())) return last;
          // The page may still be filling; what it will show is worth the wait, once: an answer may have left out the tax.
          if (!shop.isShown() && !last) return false;
          const step = isAskedWho(document) ? -1 : readStep(view.url);
          // An address that names no step: how it is sent is chosen once a page asks only for how it is paid.
          arrive(step < 0 && known()?.asked === 0 ? readChoice(document) : step, 'page');
          return true;
        });
      }),
      page.onPress(({ href, meaning, at }) => {
        const isCheckout = meaning === 'checkout';
        if (isCheckout && href && leavesHost(href)) begin('form');
        pressed = isCheckout ? at : 0;
        byLink = !!href;
      }),
      page.onSubmit(({ form, meaning, at }) => {
        if (meaning !== 'checkout') return;
        if (leavesHost(actionOf(form))) begin('form');
        pressed = at;
        byLink = false;
      }),
      page.onAnswer(({ method, url, fields, status, body }) => {
        const { pathname, search } = new URL(url);
        const path = pathname + search;
        // One address for all: what is asked of it is named in the body; or in its query, the last choice last.
        const [, named] =
          /.*(?:\b(?:set|save)_?|update_?|[?&])(shipping|payment)_?(?:method|option)(?!s|=?(&|$))/i.exec(
            search + fields.join(),
          ) ?? [];
        // What a page posts to its own address has an answer that nobody can read: its next step tells.
        // Nothing is chosen by a box that the page asks for as it stands.
        const isUntold =
          method === 'GET' || !fields.length || path === location.pathname + location.search || ASKING.test(path);
        if ((isUntold && !named) || shop.place() !== 'checkout') return;
        const step = readStep(`${location.origin}/${named ?? path}`);
        if (step < 2 && !readRefusal(status, body)) arrive(step + 1, 'answer');
      }),
      page.onPush(({ name, fields }) => {
        if (name === 'begin_checkout') begin('datalayer', fields);
        else if (STEPS.includes(name)) pass(STEPS.indexOf(name) + 1, 'datalayer', fields);
      }),
      page.life.onLeave(() => {
        // A button leads where only the server knows: to a checkout that may carry no tag of ours.
        if (isPressed() && shop.cart()?.items.length && shop.place() !== 'checkout')
          byLink ? asked.write(1) : begin('form');
        if (shop.place() === 'checkout') touch();
      }),
    ];
    return all(stops);
  });

import type { EventFields } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import { actionOf } from '../read/form.ts';
import type { Detector } from './detector.ts';
import { readFresh } from './fresh.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const SAME_CHECKOUT_MS = 30 * 60_000;
const STEPS = ['add_shipping_info', 'add_payment_info'];

/** When a checkout was last seen in this tab, and so whether an order can be fresh. */
export const CHECKOUT_MEMORY = 'checkout';

/**
 * Reports GA4 `begin_checkout`: the first checkout page is reached, or a checkout on another host is left for. Once per
 * checkout, not per step or reload. Shipping and payment steps are reported where the site's data layer tells them.
 */
export const checkout = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const memory = page.memory(CHECKOUT_MEMORY);

    const touch = () => memory.write({ at: page.now() });
    const begin = (evidence: string, fields?: EventFields) => {
      const isNew = !readFresh(memory.read(), page.now(), SAME_CHECKOUT_MS);
      touch();
      if (!isNew) return;
      const cart = shop.cart();
      const known = fieldsOf(cart?.items, cart?.currency ?? shop.currency());
      report.milestone({ name: 'begin_checkout', fields: { ...known, ...fields }, by: { evidence: [evidence] } });
    };
    const leavesHost = (url: string) => /^http/.test(url) && new URL(url).host !== location.host;

    const stops = [
      page.onView((view) =>
        view.look((last) => {
          if (shop.place() !== 'checkout') return last;
          // The page may still be filling; what it will show is worth the wait, once.
          if (!shop.cart()?.items.length && !last) return false;
          begin('page');
          return true;
        }),
      ),
      page.onPress(({ href, meaning }) => {
        if (href && leavesHost(href) && meaning === 'checkout') begin('form');
      }),
      page.onSubmit(({ form, meaning }) => {
        if (meaning === 'checkout' && leavesHost(actionOf(form))) begin('form');
      }),
      page.onPush(({ name, fields }) => {
        if (name === 'begin_checkout') begin('datalayer', fields);
        else if (STEPS.includes(name)) report.milestone({ name, fields, by: { evidence: ['datalayer'] } });
      }),
      page.life.onLeave(() => {
        if (shop.place() === 'checkout') touch();
      }),
    ];
    return all(stops);
  });

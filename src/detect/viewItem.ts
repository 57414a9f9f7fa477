import type { EventFields, Item } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import type { Press } from '../listen/page.ts';
import { isCalled } from '../read/cart.ts';
import { readForm } from '../read/form.ts';
import { headingOf } from '../read/place.ts';
import { fold } from '../read/text.ts';
import { told } from '../read/told.ts';
import type { Detector } from './detector.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const SEARCH_MS = 30_000;

/**
 * Reports GA4 `view_item`: a page about one product is shown. Once per product and page view: choosing a size may change
 * the address. A search with one hit shows its product unasked; that is a view only once the shopper touches something.
 */
export const viewItem = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    const searched = page.memory('search');
    let shown: string | undefined;
    /** What the site told of this view while it was looked at. */
    let pushed: EventFields | undefined;
    let isLooking = true;
    let stopWaiting = () => {};

    const tell = (item: Item, currency: string | undefined, evidence: string) => {
      report.milestone({
        name: 'view_item',
        fields: fieldsOf([{ ...item, quantity: 1 }], currency),
        by: { evidence: [evidence] },
      });
    };

    const stops = [
      page.onSubmit(({ form, at, meaning }) => {
        if (meaning !== 'add' && readForm(form).search) searched.write(at);
      }),
      page.onPush(({ name, fields }) => {
        const [item] = fields.items ?? [];
        if (name !== 'view_item' || !item) return;
        if (isLooking) {
          // Several tags tell of the one view: what names it tells the most.
          if (!pushed?.items?.[0]?.item_name) pushed = fields;
        } else if (!shown || !isCalled({ item_name: shown }, item)) {
          shown = item.item_name ?? item.item_id;
          tell(item, fields.currency ?? shop.currency(), 'datalayer');
        }
      }),
      page.onView((view) => {
        const at = searched.read();
        const unasked = view.loaded && typeof at === 'number' && page.now() - at < SEARCH_MS;
        if (at !== undefined) searched.write(undefined);
        stopWaiting();
        let looks = 0;
        isLooking = true;
        if (!view.loaded) pushed = undefined;
        view.look((last) => {
          const product = shop.product();
          const name = product?.item.item_name;
          const evidence = product && 'elsewhere' in product ? 'page' : 'jsonld';
          // After a route change the last page's data may still lie in the head.
          const isShown = !!name && (view.loaded || evidence === 'page' || isNamed(name));
          // What describes the product may come a moment after what shows it.
          const isWhole = evidence === 'jsonld' || (product?.item.item_id && product.currency);
          // And so may the last page itself still stand.
          if (!last && (!isShown || name === shown || !(isWhole || looks++))) return false;
          isLooking = false;
          const [own] = pushed?.items ?? [];
          const key = isShown ? name : (own?.item_name ?? own?.item_id);
          const isNew = shown !== key;
          shown = key;
          if (!key || !isNew || (view.again && !own)) return true;
          const item = { ...(isShown && product?.item), ...(own && told(own)) };
          const currency = pushed?.currency ?? (isShown ? product?.currency : undefined) ?? shop.currency();
          const now = () => tell(item, currency, own ? 'datalayer' : evidence);
          if (unasked && !own) stopWaiting = whenTouched(page.onPress, now);
          else now();
          pushed = undefined;
          return true;
        });
      }),
      () => stopWaiting(),
    ];
    return all(stops);
  });

const isNamed = (name: string) => `${headingOf(document)} ${fold(document.title)}`.includes(fold(name).slice(0, 40));

/** Once, at the first press that does not lead away. */
const whenTouched = (onPress: (fn: (press: Press) => void) => () => void, fn: () => void) => {
  const stop = onPress(({ href }) => {
    if (href) return;
    stop();
    fn();
  });
  return stop;
};

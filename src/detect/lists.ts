import { redactTitle } from '../event/redact.ts';
import { all } from '../listen/ear.ts';
import { isSame } from '../read/cart.ts';
import { headOf, mainOf } from '../read/main.ts';
import { readCards, readNear, type Shown } from '../read/near.ts';
import { isSearch } from '../read/place.ts';
import { textOf } from '../read/text.ts';
import type { Detector } from './detector.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const SIGNALS = /^(view|select)_(item_list|item|promotion|search_results)$/;

/**
 * Reports GA4's list signals: `view_item_list` (several products on a page about none), `view_search_results`,
 * `view_promotion` (products suggested beside a product, a cart or a checkout), and `select_item` or `select_promotion`
 * when the shopper follows one of them. At most 12 products of a list are told. What was searched for is not read.
 */
export const lists = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    let told = new Set<string>();

    const tell = (name: string, cards: Shown[], fields = {}) => {
      if (told.has(name)) return;
      if (name.startsWith('view')) told.add(name);
      const items = cards.map(({ item }, index) => ({ ...item, index }));
      const { currency = shop.currency() } = cards[0] ?? {};
      report.milestone({
        name,
        fields: { ...fields, currency, ...(items[0] && { items }) },
        by: { evidence: ['page'] },
      });
    };
    /** What lies in the cart that is shown is no suggestion. */
    const isOffer = ({ item }: Shown) => !shop.place() || !shop.cart()?.items.some((line) => isSame(line, item));
    const isSuggested = () => !!shop.product() || !!shop.place();

    return all([
      page.onPush(({ name, fields }) => {
        // `view_item` is a milestone with a detector of its own.
        if (!SIGNALS.test(name) || name === 'view_item') return;
        told.add(name);
        report.milestone({ name, fields, by: { evidence: ['datalayer'] } });
      }),
      page.onView((view) => {
        if (!view.loaded) told = new Set(); // what lay in the data layer before the page was shown is of this page
        view.look((last) => {
          if (!last || view.again || shop.place() === 'confirmation') return last;
          const cards = readCards(mainOf(document), shop.currency()).filter(isOffer);
          if (!isSuggested() && isSearch(view.url)) tell('view_search_results', cards);
          else if (!cards[1]) return true;
          else if (isSuggested()) tell('view_promotion', cards, { promotion_name: 'suggested' });
          else
            tell('view_item_list', cards, {
              item_list_name: redactTitle(textOf(headOf(document), 100) || document.title) || undefined,
            });
          return true;
        });
      }),
      page.onPress(({ control, href, meaning }) => {
        if (!href || meaning || control.closest('nav,header,footer')) return;
        // Read before the link is followed, and not within the press.
        const read = () => {
          clearTimeout(timer);
          off();
          const card = readNear(control, shop.currency());
          if (card && isOffer(card) && card.elsewhere?.split('#')[0] === href.split('#')[0])
            tell(isSuggested() ? 'select_promotion' : 'select_item', [card]);
        };
        const timer = setTimeout(read);
        const off = page.life.onLeave(read);
      }),
    ]);
  });

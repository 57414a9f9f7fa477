import type { EventFields } from '../event/event.ts';
import { all } from '../listen/ear.ts';
import { classed, seek } from '../read/box.ts';
import { readLines } from '../read/lines.ts';
import { mainOf } from '../read/main.ts';
import { told } from '../read/told.ts';
import { checkVisible } from '../read/visible.ts';
import type { Detector } from './detector.ts';
import { fieldsOf } from './merge.ts';
import { shopOf } from './shop.ts';
import { withPage } from './withPage.ts';

const DIALOG = 'dialog[open],[role="dialog"],[aria-modal="true"]';
const DRAWER = `${DIALOG},${classed('drawer offcanvas mini-cart minicart sidebar popover dropdown preview')},[id$="cart" i],[id$="basket" i]`;
const OPEN_MS = [250, 1000, 2500];

/**
 * Reports GA4 `view_cart`: the cart's page is shown, or the shopper opens its drawer. A drawer that opens by itself after
 * an add, or a cart fetched for a badge, is no view.
 */
export const viewCart = (): Detector =>
  withPage((page, report) => {
    const shop = shopOf(page);
    let timers: ReturnType<typeof setTimeout>[] = [];
    let isTold = false;

    const tell = (fields: EventFields, evidence: string) =>
      report.milestone({ name: 'view_cart', fields, by: { evidence: [evidence] } });

    /** Answers tell more of the same lines, and all of a cart that is shown in a way nobody can read. */
    const fieldsOfShown = ({ items, currency = shop.currency() }: ReturnType<typeof readLines>) => {
      const known = shop.cart(items)?.items ?? [];
      const isKnown = items.length ? items.length === known.length : shop.count();
      return fieldsOf(
        (isKnown ? known : items).map((item) => shop.known(item)),
        currency,
      );
    };

    const stops = [
      page.onPush(({ name, fields }) => {
        if (name !== 'view_cart' || isTold) return;
        isTold = true;
        tell({ ...fieldsOf(shop.cart()?.items, shop.currency()), ...told(fields) }, 'datalayer');
      }),
      page.onView((view) => {
        isTold &&= view.loaded; // what a page pushes while it loads comes before it shows
        view.look((last) => {
          if (shop.place() !== 'cart' || view.again) return last;
          const lines = readLines(mainOf(document), shop.currency());
          if (!lines.items.length && !last) return false;
          if (!isTold) tell(fieldsOfShown(lines), 'page');
          isTold = true;
          return true;
        });
      }),
      page.onPress(({ control, meaning, followed }) => {
        if (shop.place() === 'cart') return;
        for (const timer of timers) clearTimeout(timer);
        // A press within an open drawer closes it, or leads on.
        if (meaning !== 'cart' || control.closest(DIALOG)) return;
        isTold = false;
        timers = OPEN_MS.slice(control.closest(DRAWER) ? 1 : 0).map((ms) =>
          setTimeout(() => {
            // On the way to the cart's page a mouse may have opened the drawer as well.
            if (isTold || shop.place() === 'cart' || followed()) return;
            // What a press opens may stand beside the control, whatever it is called.
            for (const drawer of [...seek(document, DRAWER, 20), control.nextElementSibling]) {
              // What a drawer holds behind its first control was pressed while it was open.
              if (!drawer || (drawer.contains(control) && drawer.querySelector('a,button') !== control)) continue;
              const lines = readLines(drawer, shop.currency());
              if (!lines.items.length || !checkVisible(drawer)) continue;
              isTold = true;
              return tell(fieldsOfShown(lines), 'page');
            }
          }, ms),
        );
      }),
      () => {
        for (const timer of timers) clearTimeout(timer);
      },
    ];
    return all(stops);
  });

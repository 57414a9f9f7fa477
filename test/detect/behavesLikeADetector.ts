import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Detector } from '../../src/detect/detector.ts';
import { watch } from './shopPage.ts';

/** What every detector owes the shop it runs in. */
export const behavesLikeADetector = (name: string, create: () => Detector) =>
  describe(name, () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => {
      vi.useRealTimers();
      Reflect.deleteProperty(window, 'dataLayer');
    });

    test('finds nothing on an empty page', () => {
      const shop = watch('', [create()]);
      vi.advanceTimersByTime(20_000);
      shop.leave();
      expect(shop.seen).toEqual([]);
      shop.stop();
    });

    test('its stop undoes everything', () => {
      const before = {
        fetch: window.fetch,
        send: XMLHttpRequest.prototype.send,
        open: XMLHttpRequest.prototype.open,
        submit: HTMLFormElement.prototype.submit,
        push: history.pushState,
      };
      const added = new Map<string, number>();
      const count = (target: EventTarget) => {
        const { addEventListener, removeEventListener } = target;
        target.addEventListener = function (this: EventTarget, type: string, ...rest: [EventListener]) {
          added.set(type, (added.get(type) ?? 0) + 1);
          return addEventListener.call(this, type, ...rest);
        } as typeof addEventListener;
        target.removeEventListener = function (this: EventTarget, type: string, ...rest: [EventListener]) {
          added.set(type, (added.get(type) ?? 0) - 1);
          return removeEventListener.call(this, type, ...rest);
        } as typeof removeEventListener;
        return () => Object.assign(target, { addEventListener, removeEventListener });
      };
      const undo = [count(document), count(window)];
      const shop = watch('<form method="post"><button>Add to cart</button></form>', [create()]);
      vi.advanceTimersByTime(100);
      shop.stop();
      for (const fn of undo) fn();
      expect([...added].filter(([, left]) => left)).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
      expect({
        fetch: window.fetch,
        send: XMLHttpRequest.prototype.send,
        open: XMLHttpRequest.prototype.open,
        submit: HTMLFormElement.prototype.submit,
        push: history.pushState,
      }).toEqual(before);
    });

    test('a hostile page neither breaks it nor hears of it', () => {
      const trap = new Proxy(
        {},
        {
          get: () => {
            throw new Error('trap');
          },
          ownKeys: () => {
            throw new Error('trap');
          },
        },
      );
      Object.assign(window, {
        dataLayer: [trap, null, 7, { event: 'purchase', ecommerce: trap }, { ecommerce: { purchase: 1 } }],
      });
      const errors = vi.fn();
      window.addEventListener('error', errors);
      const shop = watch(
        `<script type="application/ld+json">{"@type":"Product",</script><script type="application/ld+json">[[[{"@graph":{"@type":7}}]]]</script>
        <form><input name="action"><input name="elements"><input name="id"><input name="method"><button name="submit">Add to cart</button></form><a href="http://[">Cart</a><button>Remove</button>`,
        [create()],
        { memory: () => ({ read: () => ({ at: 'x', cart: [1], items: 7 }), write: () => false }) },
      );
      const push = () => (window as unknown as { dataLayer: unknown[] }).dataLayer.push(trap);
      expect(push).not.toThrow();
      for (const element of document.querySelectorAll<HTMLElement>('button,a'))
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      vi.advanceTimersByTime(20_000);
      shop.leave();
      expect(shop.seen).toEqual([]);
      expect(errors).not.toHaveBeenCalled();
      window.removeEventListener('error', errors);
      shop.stop();
    });
  });

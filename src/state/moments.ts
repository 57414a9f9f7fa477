import type { Funnel } from '../funnel.ts';
import { quietly } from '../listen/ear.ts';
import type { Stop } from '../listen/life.ts';
import type { FunnelState } from './cart.ts';

type Moment = (state: FunnelState) => void;
type Watched = Pick<Funnel, 'on' | 'state'>;

/** Calls `fn` when the page is in sight and has stood on one step of the checkout for `ms`. Needs `state()`. Returns its off. */
export const onStuckCheckout = (funnel: Watched, ms: number, fn: Moment): Stop => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let act: string | undefined;
  const off = funnel.on('state', ({ last, at }) => {
    if (act === `${last} ${at}`) return;
    act = `${last} ${at}`;
    clearTimeout(timer);
    if (/^(begin_checkout|add_.*_info) /.test(act))
      timer = setTimeout(() => document.hidden || quietly(() => fn(funnel.state)), ms);
  });
  return () => {
    clearTimeout(timer);
    off();
  };
};

/** Calls `fn` when the cart has come to `value`, in units of its currency: once, until it falls below. Needs `state()`. */
export const onHighValueCart = (funnel: Watched, value: number, fn: Moment): Stop => {
  let isHigh = false;
  return funnel.on('state', (state) => {
    const wasHigh = isHigh;
    isHigh = (state.cart?.value ?? 0) >= value;
    if (isHigh && !wasHigh) fn(state);
  });
};

/** Calls `fn` when the owner of a cart that was left is back: once a return. Needs `state()`. */
export const onReturningCart = (funnel: Watched, fn: Moment): Stop => {
  let told: number | undefined;
  const check = (state: FunnelState) => {
    // With the next act the return is over.
    if (!state.cart || !state.back || state.back !== state.at || state.back === told) return;
    told = state.back;
    fn(state);
  };
  quietly(() => check(funnel.state));
  return funnel.on('state', check);
};

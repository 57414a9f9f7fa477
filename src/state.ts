import type { Detector } from './detect/detector.ts';
import { DEFAULT_STAGES, STAGES, type StageMap } from './stages.ts';
import { cartAfter, type FunnelState, type StateCart } from './state/cart.ts';
import { NAMES, parse } from './visit/storage.ts';

export { onHighValueCart, onReturningCart, onStuckCheckout } from './state/moments.ts';
export type { FunnelState, StateCart };

export interface StateOptions {
  /** Which stage an event brings to. Default: `DEFAULT_STAGES`. */
  stages?: StageMap;
  /** A cart counts as abandoned after so long without an act of its owner, in ms. Default: 30 minutes. */
  abandonedAfterMs?: number;
}

/** A cart nobody has touched for 90 days is none, and a clock so far off tells nothing. */
const KEEP_MS = 7_776_000_000;

/**
 * Keeps `funnel.state` and tells `on('state')` what changes in it, here and in other tabs. Reports `cart_abandon` with
 * what lay in the cart, `last_step` and `idle_ms`: after a set time, or when its owner comes back; the `purchase` that
 * follows carries `recovered_ms`.
 */
export const state =
  ({ stages = DEFAULT_STAGES, abandonedAfterMs = 1_800_000 }: StateOptions = {}): Detector =>
  ({ ears, isLanding, now, device, state: mine }, report) => {
    let granted = false;
    let isCounted = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const replace = (next: FunnelState) => {
      for (const key of Object.keys(mine)) delete mine[key as keyof FunnelState];
      Object.assign(mine, next);
    };
    /** Other tabs act too: what lies on the device is the truth. */
    const load = () => {
      const kept = granted && (parse(device.get(NAMES.state)) as FunnelState);
      if (kept && Math.abs(now() - kept.at!) < KEEP_MS) replace(kept);
    };
    const save = (change: FunnelState) => {
      Object.assign(mine, change);
      if (granted) device.set(NAMES.state, JSON.stringify(mine));
      ears.state.tell(mine);
    };
    const check = (isBack?: boolean) => {
      load();
      const { cart, at } = mine;
      const back = now();
      const idle_ms = back - at!;
      if (!cart || !(idle_ms >= abandonedAfterMs)) return;
      const { abandoned, ...fields } = cart;
      save({
        cart: { ...cart, abandoned: true },
        ...(!abandoned && { left: at }),
        ...(isBack && { at: back, back }),
      });
      if (!abandoned)
        report.milestone({
          name: 'cart_abandon',
          fields: { ...fields, props: { idle_ms } },
          by: { evidence: ['state'] },
        });
    };
    const hear = ({ key }: StorageEvent) => {
      if (key !== NAMES.state) return;
      load();
      ears.state.tell(mine);
    };
    addEventListener('storage', hear);

    const stops = [
      ears.consent.on((consent) => {
        granted = consent === 'granted';
        isCounted = false;
        replace({});
        check(true);
        ears.state.tell(mine);
      }),
      ears.draft.on((draft) => {
        if (!stages[draft.name]) return;
        check(true);
        if (draft.name === 'purchase' && mine.left) draft.recovered_ms = Math.max(0, draft.time - mine.left);
      }),
      ears.event.on((event) => {
        const { name, time, source } = event;
        const stage = stages[name];
        if (!stage) return;
        load();
        let { cart, left, visits = 0 } = mine;
        if (name === 'purchase') cart = undefined;
        else if (/_(cart|checkout|info)$/.test(name)) cart = cartAfter(cart, event);
        if (!cart) left = undefined;
        if (!isCounted && isLanding()) visits++;
        isCounted = true;
        const place = STAGES.indexOf(stage);
        // What follows a closing begins anew; a list beside the thanks does not.
        if (place > STAGES.indexOf(mine.stage!) || (place && mine.stage === 'closing'))
          Object.assign(mine, { stage, since: time });
        save({ last: name, at: time, visits, first: source?.first, cart, left });
        clearTimeout(timer);
        timer = setTimeout(check, abandonedAfterMs + 100); // timers may come a little early for the clock
      }),
      () => {
        clearTimeout(timer);
        removeEventListener('storage', hear);
      },
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };

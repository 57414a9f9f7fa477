const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const date = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** @param {number} value */
export const count = (value) => whole.format(value);

/** @param {number | null} share */
export const percent = (share) => (share === null ? '–' : short.format(share));

/** @param {number} part @param {number} all */
export const ratio = (part, all) => percent(all > 0 ? part / all : null);

/** Codes that are well-formed but in no table are shown as they are. @param {number} value @param {string | null} currency */
export const money = (value, currency) =>
  currency
    ? new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(value)
    : new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** Two units at most, '1 min 20 s'. @param {number} ms */
export const duration = (ms) => {
  if (ms < MINUTE_MS) return `${Math.round(ms / 1000)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min ${Math.floor((ms % MINUTE_MS) / 1000)} s`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`;
  return `${Math.floor(ms / DAY_MS)} d ${Math.floor((ms % DAY_MS) / HOUR_MS)} h`;
};

/** The time of day; on another day the date as well. @param {number} at @param {number} now */
export const moment = (at, now) =>
  (new Date(at).toDateString() === new Date(now).toDateString() ? clock : date).format(at);

/** @type {Record<string, string>} */
const titles = {
  landing: 'Landing',
  view_item: 'Product view',
  add_to_cart: 'Add to cart',
  begin_checkout: 'Checkout',
  purchase: 'Purchase',
  demo_booked: 'Demo booked',
  trial_started: 'Trial started',
  activated: 'Activated',
  upgraded: 'Upgraded',
  renewed: 'Renewed',
};

/** @param {string} name */
export const stepTitle = (name) => titles[name] ?? name.replaceAll('_', ' ');

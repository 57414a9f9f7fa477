import type { Currency } from '../api/types.ts';

/** A price as the shop writes it: '€1,249.00'. */
export const money = (amount: number, currency: Currency): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);

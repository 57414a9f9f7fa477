import type { AppTraits } from './appTraits.ts';

/** The app's routes, as its makers would choose them; what stands behind them is the id or name of a thing. */
export const appPathsFor = ({ paths, words, locale, done }: AppTraits) => {
  const own = (text: string) => `/${encodeURIComponent(text.toLowerCase().replace(/\s+/g, '-'))}`;
  const prefix = paths === 'prefixed' ? `/${locale.slice(0, 2)}` : '';
  const one = (english: string, word: string) => (paths === 'own' ? own(word) : prefix + english);
  const checkout = one('/checkout', words.checkout);
  return {
    home: prefix || '/',
    list: `${prefix}/shop`,
    product: `${prefix}/p/`,
    search: `${prefix}/search`,
    cart: one('/cart', words.cart),
    checkout,
    steps: [`${checkout}/information`, `${checkout}/shipping`, `${checkout}/payment`],
    done:
      done === 'order'
        ? `${prefix}/order/`
        : `${checkout}/${paths === 'own' ? own(words.thanks).slice(1) : 'thank-you'}?order=`,
    orders: `${prefix}/account/orders`,
  };
};

export type AppPaths = ReturnType<typeof appPathsFor>;

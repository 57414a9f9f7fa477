import type { Product } from '../parts.ts';
import type { Traits } from './traits.ts';

/** Addresses of a shop's stations, as its makers would choose them. */
export const pathsFor = ({ paths, words, confirmation }: Traits) => {
  const slug = (text: string) => `/${encodeURIComponent(text.toLowerCase().replace(/\s+/g, '-'))}`;
  const one = (english: string, own: string) =>
    paths === 'english' ? english : paths === 'own' ? slug(own) : `/?page=${english.slice(1).replaceAll('/', '-')}`;
  const done = one('/checkout/success', words.thanks);
  return {
    add: '/cart/add',
    remove: '/cart/remove',
    change: '/cart/change',
    coupon: '/cart/coupon',
    subscribe: '/newsletter/subscribe',
    place: '/order/place',
    list: paths === 'query' ? '/?page=category&id=2' : '/collections/all',
    of: ({ id, slug }: Product) => (paths === 'query' ? `/?page=product&id=${id}` : `/products/${slug}-${id}`),
    cart: one('/cart', words.cart),
    checkout: one('/checkout', words.checkout),
    shipping: one('/checkout/shipping', `${words.checkout} 2`),
    payment: one('/checkout/payment', `${words.checkout} 3`),
    done,
    /** Where the browser is led when the order is placed. */
    placed: (number: string) =>
      confirmation === 'address' ? `${done}${done.includes('?') ? '&' : '?'}order=${number}` : done,
    account: one('/account/orders', 'account orders'),
  };
};

export type Paths = ReturnType<typeof pathsFor>;

/** The station an address asks for; its own number and what is not the station's is left out. */
export const stationOf = (url: string): string => {
  const { pathname, searchParams } = new URL(url);
  const [page, id] = [searchParams.get('page'), searchParams.get('id')];
  return page ? `/?page=${page}${id ? `&id=${id}` : ''}` : pathname;
};

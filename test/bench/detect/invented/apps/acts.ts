import type { AppTraits } from './appTraits.ts';

export interface Ask {
  method: string;
  /** Of a REST server; `:cart` is the argument's place. */
  path: string;
  /** Of a GraphQL server: the operation, its query and the field it is answered in. */
  operation: string;
  field: string;
  query: string;
  /** Of a server of procedures. */
  procedure: string;
  /** Of a page's server action. */
  action: string;
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** All that an app asks its server for, and how, by the wire it speaks. */
export const acts = ({ nouns: [cart, items] }: AppTraits): Record<string, Ask> => {
  const [Cart, Items] = [capital(cart), capital(items)];
  const carts = `/${cart}s`;
  const one = `${carts}/:cart`;
  const rows: [name: string, method: string, path: string, operation: string, procedure: string, args: string][] = [
    ['create', 'POST', carts, `${cart}Create`, `${cart}.create`, ''],
    ['cart', 'GET', one, cart, `${cart}.get`, 'cart'],
    ['add', 'POST', `${one}/${items}`, `${cart}${Items}Add`, `${cart}.addItem`, 'cart variantId quantity'],
    [
      'change',
      'PATCH',
      `${one}/${items}/:lineId`,
      `update${Cart}${Items}`,
      `${cart}.updateItem`,
      'cart lineId quantity',
    ],
    ['remove', 'DELETE', `${one}/${items}/:lineId`, `${cart}${Items}Remove`, `${cart}.removeItem`, 'cart lineId'],
    ['coupon', 'POST', `${one}/discounts`, `${cart}ApplyDiscount`, `${cart}.applyCode`, 'cart code'],
    ['address', 'PATCH', one, `set${Cart}Address`, `checkout.address`, 'cart email name street zip city'],
    ['shipping', 'POST', `${one}/shipping-methods`, `set${Cart}ShippingMethod`, 'checkout.shipping', 'cart method'],
    ['place', 'POST', `${one}/complete`, `complete${Cart}`, 'checkout.complete', 'cart method lines'],
    ['products', 'GET', '/products', 'products', 'product.list', 'sort'],
    ['search', 'GET', '/search', 'search', 'product.search', 'q'],
    ['product', 'GET', '/products/:slug', 'product', 'product.bySlug', 'slug'],
    ['stock', 'GET', '/stock/:variantId', 'stock', 'product.stock', 'variantId'],
    ['wish', 'POST', '/wishlist', 'wishlistAdd', 'wishlist.add', 'productId'],
    ['subscribe', 'POST', '/subscribers', 'subscribe', 'newsletter.subscribe', 'email'],
    ['orders', 'GET', '/orders', 'orders', 'order.list', ''],
    ['order', 'GET', '/orders/:id', 'order', 'order.get', 'id'],
  ];
  return Object.fromEntries(
    rows.map(([name, method, path, field, procedure, args], at) => {
      const [kind, operation] = [method === 'GET' ? 'query' : 'mutation', capital(field)];
      const names = args.split(' ').filter(Boolean);
      const list = (write: (name: string) => string) => (names.length ? `(${names.map(write).join(', ')})` : '');
      const query = `${kind} ${operation}${list((one) => `$${one}: String`)} { ${field}${list((one) => `${one}: $${one}`)} { ...${operation}Parts } }`;
      return [
        name,
        { method, path, operation, field, query, procedure, action: `40${`${at}`.padStart(2, '0')}f1c7e5` },
      ];
    }),
  );
};

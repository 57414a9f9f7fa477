import type {
  Address,
  CartAnswer,
  CategoryView,
  CheckoutAnswer,
  Currency,
  LeadAnswer,
  OrderAnswer,
  ProductView,
  ShippingMethod,
} from '../api/types.ts';

/** Answers that the page can show something for are returned, refusals included; the rest goes to the error page. */
const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.status === 404 || response.status >= 500) throw response;
  return response.json();
};

const itemPath = (id: string) => `/cart/items/${encodeURIComponent(id)}`;

export const api = {
  categories: () => request<{ categories: CategoryView[] }>('GET', '/categories'),
  products: (filter: { category?: string; q?: string } = {}) =>
    request<{ products: ProductView[] }>('GET', `/products?${new URLSearchParams(filter)}`),
  product: (slug: string) => request<{ product: ProductView }>('GET', `/products/${encodeURIComponent(slug)}`),

  cart: () => request<CartAnswer>('GET', '/cart'),
  add: (sku: string, quantity: number) => request<CartAnswer>('POST', '/cart/items', { sku, quantity }),
  setQuantity: (id: string, quantity: number) => request<CartAnswer>('PATCH', itemPath(id), { quantity }),
  remove: (id: string) => request<CartAnswer>('DELETE', itemPath(id)),
  redeem: (code: string) => request<CartAnswer>('POST', '/cart/coupon', { code }),

  checkout: () => request<CheckoutAnswer>('GET', '/checkout'),
  setAddress: (address: Partial<Address>) => request<CheckoutAnswer>('PUT', '/checkout/address', address),
  setShipping: (method: ShippingMethod, giftWrap: boolean) =>
    request<CheckoutAnswer>('PUT', '/checkout/shipping', { method, giftWrap }),
  placeOrder: (payment: { method: string; card?: string }) => request<OrderAnswer>('POST', '/checkout/orders', payment),
  order: (id: string) => request<OrderAnswer>('GET', `/orders/${encodeURIComponent(id)}`),

  subscribe: (email: string) => request<LeadAnswer>('POST', '/newsletter', { email }),
  setCurrency: (currency: Currency) => request<LeadAnswer>('PUT', '/settings', { currency }),
};

/**
 * What this example reads of Shopify's Web Pixels API: https://shopify.dev/docs/api/web-pixels-api. Anything may be
 * missing: fields depend on the shop's plan and on how far the checkout is.
 */
export interface CustomerEvent {
  name: string;
  /** ISO 8601. */
  timestamp: string;
  /** Of the page in the top frame. */
  context: { document: { location: { href: string }; referrer: string; title: string } };
  data: EventData;
}

export interface EventData {
  productVariant?: Variant | null;
  cartLine?: CartLine | null;
  cart?: { lines: CartLine[]; cost?: { totalAmount?: Money }; attributes?: Attribute[] } | null;
  collection?: { id?: string; title?: string; productVariants: Variant[] } | null;
  checkout?: Checkout | null;
}

export interface Checkout {
  attributes?: Attribute[];
  currencyCode?: string | null;
  lineItems: { title?: string | null; quantity: number; variant?: Variant | null; finalLinePrice?: Money | null }[];
  totalPrice?: Money | null;
  subtotalPrice?: Money | null;
  totalTax?: Money | null;
  discountsAmount?: Money | null;
  shippingLine?: { price?: Money | null } | null;
  delivery?: { selectedDeliveryOptions?: { title?: string | null }[] } | null;
  transactions?: { gateway?: string | null }[];
  order?: { id?: string | null } | null;
}

export interface CartLine {
  merchandise: Variant;
  quantity: number;
  cost?: { totalAmount?: Money | null };
}

export interface Variant {
  id?: string | null;
  sku?: string | null;
  title?: string | null;
  price?: Money | null;
  product?: { id?: string | null; title?: string | null; vendor?: string | null; type?: string | null };
}

/** In units of the currency. */
export interface Money {
  amount: number;
  currencyCode: string;
}

export interface Attribute {
  key: string;
  value: string;
}

/** Whether the visitor lets the shop measure. */
export interface CustomerPrivacy {
  analyticsProcessingAllowed: boolean;
}

/** What the sandbox hands to a pixel. */
export interface PixelApi {
  analytics: { subscribe(name: string, fn: (event: CustomerEvent) => void): unknown };
  /** Of the top frame, asked by messages. */
  browser: { cookie: { get(name: string): Promise<string | undefined> } };
  init: { customerPrivacy?: CustomerPrivacy; data?: { cart?: EventData['cart'] } };
  customerPrivacy?: {
    subscribe(name: 'visitorConsentCollected', fn: (event: { customerPrivacy: CustomerPrivacy }) => void): unknown;
  };
}

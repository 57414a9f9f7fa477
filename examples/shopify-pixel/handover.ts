/** The cart's attribute in which the theme tells the checkout who the visitor is. */
export const ATTRIBUTE = '_funnelwire';

export interface Visitor {
  visitor: string;
  session: string;
}

/** Ids are UUIDs, or what the shop's server set as the cookie; neither holds a dot. */
export const toAttribute = ({ visitor, session }: Visitor): string => `${visitor}.${session}`;

/** Undefined for what is none: any script of the theme may write to the cart. */
export const fromAttribute = (value: string | undefined): Visitor | undefined => {
  const [, visitor, session] = /^([\w-]{8,64})\.([\w-]{8,64})$/.exec(value ?? '') ?? [];
  return visitor && session ? { visitor, session } : undefined;
};

let policy: { createHTML(html: string): string } | undefined;

/**
 * HTML as a document of its own, of which nothing loads or runs. Where a page requires Trusted Types it takes a policy named
 * `funnelwire`; undefined where the page allows none. https://www.w3.org/TR/trusted-types/
 */
export const parseHtml = (html: string): Document | undefined => {
  const plain = { createHTML: (text: string) => text };
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: typeof plain): typeof plain };
  };
  try {
    policy ??= trustedTypes ? trustedTypes.createPolicy('funnelwire', plain) : plain;
    return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  } catch {
    return undefined;
  }
};

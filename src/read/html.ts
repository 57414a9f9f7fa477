import { quietly } from '../listen/ear.ts';

let policy: { createHTML(html: string): string } | undefined;

/**
 * HTML as a document of its own, of which nothing loads or runs. Where a browser cannot do so by itself
 * (https://wicg.github.io/sanitizer-api/, Chrome 146 and Firefox 148 do), and a page requires Trusted Types, it takes a
 * policy named `funnelwire`; undefined where the page allows none. https://www.w3.org/TR/trusted-types/
 */
export const parseHtml = (html: string): Document | undefined => {
  const plain = { createHTML: (text: string) => text };
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: typeof plain): typeof plain };
  };
  const { Document: safe } = window as unknown as { Document: { parseHTML(html: string, how: object): Document } };
  return (
    // Without a list of its own it takes no data attribute away. No policy is asked for: one refused would be reported.
    quietly(() => safe.parseHTML(html, { sanitizer: {} })) ??
    quietly(() => {
      policy ??= trustedTypes ? trustedTypes.createPolicy('funnelwire', plain) : plain;
      return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
    })
  );
};

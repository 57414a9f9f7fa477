/**
 * Why an answer means no, or undefined. Half of all shops say no with HTTP 200: an error flag, a list of errors,
 * `success: false`, a code and a message without a cart, or a bad status inside a batch.
 */
export const readRefusal = (status: number, body: unknown): string | undefined => {
  if (status >= 400) return `http ${status}`;
  let level: unknown[] = [body];
  for (let depth = 0; depth < 5; depth++) {
    const next: unknown[] = [];
    for (const node of level.slice(0, 40)) {
      if (!node || typeof node !== 'object') continue;
      if (Array.isArray(node)) {
        next.push(...node.slice(0, 5));
        continue;
      }
      const entries = Object.entries(node).slice(0, 60);
      for (const [key, value] of entries) {
        if (/(^|_|has|user|nw)errors?(_?(message|msg))?$/i.test(key) && isSaid(value)) return `${key} in the answer`;
        if (/^(success|ok|succeeded|isSuccess|added)$/i.test(key) && value === false) return `${key} false`;
        if (
          /^(result|status|payment_status|state)$/i.test(key) &&
          /^(fail|failed|failure|error|declined)$/i.test(String(value))
        )
          return `${key} ${value}`;
        if (/^(status|statusCode|status_code)$/i.test(key) && Number(value) >= 400 && Number(value) < 600)
          return `status ${value}`;
        if (/^quantityAdded$/i.test(key) && value === 0) return 'nothing added';
        // What lies in a cart's lines is about them, not about the act.
        if (value && typeof value === 'object' && !/^(items|products|lines|line_?items|sections|fragments)$/i.test(key))
          next.push(value);
      }
      const keys = entries.map(([key]) => key);
      if (keys.includes('code') && keys.includes('message') && !keys.some((key) => /item|cart|order/.test(key))) {
        const code = (node as { code: unknown }).code;
        if (!(Number(code) >= 200 && Number(code) < 300) && code !== 0 && !/^(ok|success)$/i.test(String(code)))
          return `code ${String(code).slice(0, 60)}`;
      }
    }
    level = next;
  }
  return undefined;
};

const isSaid = (value: unknown): boolean =>
  Boolean(value) &&
  value !== 'false' &&
  value !== '0' &&
  (typeof value !== 'object' || Object.keys(value as object).length > 0);

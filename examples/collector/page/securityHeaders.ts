import type { MiddlewareHandler } from 'hono';

/** Scripts and styles from here only, none inline: a string from an event that became HTML could still do nothing. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** On every answer, refusals and unknown addresses included. Only the endpoint may be read from elsewhere. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  if (!/^\/e(\/|$)/.test(c.req.path)) c.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
};

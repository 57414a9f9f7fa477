import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { createAccounts } from './accounts.ts';
import { type Language, languages } from './catalogue.ts';
import { notFoundPage } from './pages/not-found.ts';
import { accountRoutes } from './routes/account.ts';
import { browseRoutes } from './routes/browse.ts';
import { cartRoutes } from './routes/cart.ts';
import { checkoutRoutes } from './routes/checkout.ts';
import { fileRoutes } from './routes/files.ts';
import { letterRoutes } from './routes/letters.ts';
import { createSessions } from './session.ts';
import type { Store } from './store.ts';
import { createVisit, type Env, type Tag } from './visit.ts';

const SESSION_COOKIE = 'halden_session';
const MAX_BODY_BYTES = 64 * 1024;

/** The shop as a handler of requests; `script` is the file behind /funnelwire.js. */
export const createApp = ({ store, tag, script }: { store: Store; tag: Tag; script: string }): Hono<Env> => {
  const app = new Hono<Env>({ strict: false });
  const sessions = createSessions();
  const accounts = createAccounts();

  app.use(
    secureHeaders({
      // A page's address is no secret within the shop, and other sites learn the origin only.
      referrerPolicy: 'strict-origin-when-cross-origin',
      strictTransportSecurity: false, // the demonstration is served without TLS
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", new URL(tag.endpoint).origin],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    }),
    csrf(),
    bodyLimit({ maxSize: MAX_BODY_BYTES }),
  );
  fileRoutes(app, script);

  const pages = (language: Language): Hono<Env> => {
    const shop = new Hono<Env>({ strict: false });

    shop.use(async (c, next) => {
      const cookie = { httpOnly: true, sameSite: 'Lax', path: '/' } as const;
      const keep = (id: string) => setCookie(c, SESSION_COOKIE, id, cookie);
      let session = sessions.find(getCookie(c, SESSION_COOKIE));
      if (!session) {
        // English pages open in USD: a shopper who wants EUR switches.
        const [id, started] = sessions.start(language === 'de' ? 'EUR' : 'USD');
        session = started;
        keep(id);
      }
      const { pathname, search } = new URL(c.req.url);
      const visit = createVisit({
        language,
        session,
        store,
        accounts,
        tag,
        path: (pathname.slice(language.length + 1) || '/') + search,
        renewSession: () => keep(sessions.renew(session)),
        endSession: () => {
          sessions.end(session);
          deleteCookie(c, SESSION_COOKIE, { path: '/' });
        },
      });
      c.set('visit', visit);
      await next();
      c.header('cache-control', 'private, no-cache');
    });
    for (const addRoutes of [browseRoutes, cartRoutes, checkoutRoutes, letterRoutes, accountRoutes]) addRoutes(shop);
    shop.all('*', (c) => c.html(notFoundPage(c.var.visit), 404));
    return shop;
  };
  for (const language of languages) app.route(`/${language}`, pages(language));

  app.get('/', (c) => {
    const language = c.req.header('accept-language')?.startsWith('de') ? 'de' : 'en';
    return c.redirect(`/${language}${new URL(c.req.url).search}`);
  });
  return app;
};

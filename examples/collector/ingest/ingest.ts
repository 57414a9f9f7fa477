import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Store } from '../store/store.ts';
import { readBody } from './readBody.ts';
import { Refusal } from './refusal.ts';
import { toDelivery } from './toDelivery.ts';
import { validate } from './validate.ts';

const PREFLIGHT_SECONDS = 7200; // the longest Chromium keeps
const MAX_WAIT_SECONDS = 5;

const overload = () => new Refusal(429, 'body', 'too much is waiting to be stored');

/** The endpoint: takes envelopes, answers once the database has committed them. */
export const ingest = (store: Store, origins: string[] | undefined, now: () => number) => {
  const app = new Hono();
  app.use(
    cors({
      origin: origins ?? '*',
      allowMethods: ['POST'],
      allowHeaders: ['Content-Type', 'Content-Encoding'],
      exposeHeaders: ['Retry-After'],
      maxAge: PREFLIGHT_SECONDS,
    }),
  );
  app.post('/', async (c) => {
    const origin = c.req.header('origin');
    if (origins && origin !== undefined && !origins.includes(origin)) {
      throw new Refusal(403, 'origin', 'is not on the list');
    }
    if (store.writer.overloaded) throw overload();
    const checked = validate(await readBody(c.req.raw));
    const delivery = toDelivery(checked, now());
    const written = store.writer.write(delivery, Math.max(1, delivery.arrivals.length));
    if (!written) throw overload();
    await written;
    return checked.rejected.length > 0 ? c.json({ rejected: checked.rejected }) : c.body(null, 204);
  });
  app.all('/', (c) => c.json({ error: 'POST only' }, 405, { Allow: 'POST, OPTIONS' }));
  app.onError((error, c) => {
    const told = error instanceof Refusal ? error : new Refusal(503, 'body', 'could not be stored');
    // The first words only: what follows may quote the event.
    if (told !== error) console.error(`Not stored: ${error.message.split(':')[0]}`);
    const wait = 1 + Math.floor(Math.random() * MAX_WAIT_SECONDS); // so that shops refused together do not return together
    if (told.status === 429 || told.status === 503) c.header('Retry-After', String(wait));
    // What is left of an over-large body is not worth reading.
    if (told.status === 413) c.header('Connection', 'close');
    return c.json(
      { error: 'not taken', field: told.field, reason: told.reason },
      told.status satisfies ContentfulStatusCode,
    );
  });
  return app;
};

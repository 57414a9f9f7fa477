import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { brief } from '../brief.ts';
import type { Store } from '../store/store.ts';
import { addressOf } from './addressOf.ts';
import { exported } from './exported.ts';
import { createLimiter } from './limiter.ts';
import { readBody } from './readBody.ts';
import { Refusal } from './refusal.ts';
import { toDelivery } from './toDelivery.ts';
import { validate } from './validate.ts';

export interface IngestOptions {
  /** Who may send. All, unless told. */
  origins?: string[] | undefined;
  /** Requests a minute. */
  perVisitor: number;
  perAddress: number;
  addressHeader?: string | undefined;
  exports: boolean;
  /** Epoch ms. */
  now: () => number;
}

const PREFLIGHT_SECONDS = 7200; // the longest Chromium keeps
const MAX_WAIT_SECONDS = 5;
/** Bodies in the course of being read: at a megabyte each they are what memory goes to. */
const MAX_READING = 200;

const overload = () => new Refusal(429, 'body', 'too much is waiting to be stored');

/** Of a request that may come again. The chance lets shops that were refused together not return together. */
const waitSeconds = ({ retryAfter = 1 }: Refusal) => retryAfter + Math.floor(Math.random() * MAX_WAIT_SECONDS);

/** The endpoint: takes envelopes, answers once the database has committed them. */
export const ingest = (
  store: Store,
  { origins, perVisitor, perAddress, addressHeader, exports, now }: IngestOptions,
) => {
  const addresses = createLimiter(perAddress, () => performance.now());
  const visitors = createLimiter(perVisitor, () => performance.now());
  let reading = 0;

  const within = (waitsSeconds: number[], field: string) => {
    const retryAfter = Math.max(0, ...waitsSeconds);
    if (retryAfter > 0) throw new Refusal(429, field, 'comes too often', retryAfter);
  };
  const read = async (c: Context) => {
    const origin = c.req.header('origin');
    if (origins && origin !== undefined && !origins.includes(origin)) {
      throw new Refusal(403, 'origin', 'is not on the list');
    }
    within([addresses.take(addressOf(c, addressHeader))], 'address');
    if (store.writer.overloaded || reading >= MAX_READING) throw overload();
    reading++;
    try {
      return await readBody(c.req.raw);
    } finally {
      reading--;
    }
  };

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
    const checked = validate(await read(c));
    const senders = new Set(checked.batch.streams.map(({ visitor, stream }) => visitor ?? stream));
    within([...senders].map(visitors.take), 'visitor');
    const delivery = toDelivery(checked, now());
    const written = store.writer.write(delivery, Math.max(1, delivery.arrivals.length));
    if (!written) throw overload();
    await written;
    return checked.rejected.length > 0 ? c.json({ rejected: checked.rejected }) : c.body(null, 204);
  });
  if (exports) {
    app.post('/export', async (c) =>
      c.json(await exported(store, await read(c)), 200, { 'Cache-Control': 'no-store' }),
    );
  }
  app.all('*', (c) => c.json({ error: 'POST only' }, 405, { Allow: 'POST, OPTIONS' }));
  app.onError((error, c) => {
    const told = error instanceof Refusal ? error : new Refusal(503, 'body', 'could not be stored');
    if (told !== error) console.error(`Not stored: ${brief(error)}`);
    if (told.status === 429 || told.status === 503) c.header('Retry-After', String(waitSeconds(told)));
    // What is left of an over-large body is not worth reading.
    if (told.status === 413) c.header('Connection', 'close');
    return c.json({ error: 'not taken', field: told.field, reason: told.reason }, told.status);
  });
  return app;
};

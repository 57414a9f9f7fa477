import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { readScope } from '../report/readScope.ts';
import { report } from '../report/report.ts';
import type { Store } from '../store/store.ts';
import type { Live } from './live.ts';

const PRIVATE = { 'Cache-Control': 'no-store' };

const unclear = (c: Context) => c.json({ error: 'unknown range or steps' }, 400, PRIVATE);

/** The report as JSON, once at `/api/funnel` or again after every change at `/live`. */
export const reports = (store: Store, live: Live, now: () => number) => {
  const app = new Hono();
  app.get('/api/funnel', async (c) => {
    const asked = readScope(c.req.query());
    if (!asked) return unclear(c);
    return c.json(await report(store, asked.scope, asked.steps, now()), 200, PRIVATE);
  });
  app.get('/live', (c) => {
    const asked = readScope(c.req.query());
    if (!asked) return unclear(c);
    const response = streamSSE(c, async (stream) => {
      const left = new Promise<void>((resolve) => stream.onAbort(resolve));
      const leave = live.join(
        JSON.stringify(asked),
        () => report(store, asked.scope, asked.steps, now()),
        (data) => stream.writeSSE({ data }),
      );
      await Promise.race([left, live.closed]);
      leave();
    });
    response.headers.set('Cache-Control', 'no-store');
    return response;
  });
  return app;
};

import { toJson } from '../event/json.ts';
import type { Batch, How, Outcome, Transport, Verdict } from './transport.ts';

/** Wait before asking again where the endpoint says who or what we are is wrong: someone has to mend it first. */
const MISCONFIGURED_RETRY_MS = 5 * 60 * 1000;

/** A receiver that asks for longer is asked again after this. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

const UNREACHABLE = '"endpoint" is down, barred by the CSP, or lacks Access-Control-Allow-Origin';

/** `Retry-After` in ms: seconds or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  const ms = +header! * 1000 || Date.parse(header!) - now;
  return ms ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
};

/** The events that an otherwise taken batch left behind: `{ rejected: [{ id, field, reason }] }`. Any other body says nothing. */
const rejectedIn = (body: string): Record<string, Verdict> => {
  try {
    const rejected = JSON.parse(body).rejected as { id: string; field: string; reason: string }[];
    return Object.fromEntries(rejected.map(({ id, ...why }) => [id, { refused: true, reason: JSON.stringify(why) }]));
  } catch {
    return {};
  }
};

/**
 * Posts a batch as JSON to `endpoint`. Always as text/plain without headers of its own, which spares the preflight
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and without credentials, and
 * without the page's address as its referrer, which nobody has redacted. `gzip` compresses all but
 * what is sent while leaving, told by `gzip=1` in the query, since a header would bring the preflight back.
 *
 * 2xx: taken, but for events listed as rejected. 408, 425, 429, 5xx, no answer: again later. 400, 413, 422: refused.
 * All else (401, 403, 404, a redirect, which is 0): kept, tried again in 5 minutes, and warned of.
 */
export const http = (endpoint: string, { gzip = false } = {}): Transport => {
  const post = async (body: string, { leaving, keepalive = leaving, signal }: How): Promise<Outcome> => {
    const zips = gzip && !leaving && globalThis.CompressionStream;
    const packed = zips && new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
    const response = await fetch(packed ? `${endpoint + (/\?/.test(endpoint) ? '&' : '?')}gzip=1` : endpoint, {
      method: 'POST',
      body: packed ? await new Response(packed).blob() : body,
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      keepalive,
      redirect: 'manual', // after 301 to 303 it would be a GET without the body, and its 2xx a lie
      priority: 'low',
      signal: signal ?? null,
    });
    // Read to the end: an unread body stays charged to the page's 64 KiB of keepalive.
    const answer = await response.text();
    const { status } = response;
    const waitMs = retryAfterMs(response.headers.get('Retry-After'), Date.now());
    if (response.ok) return { done: true, events: rejectedIn(answer) };
    if (/400|413|422/.test(`${status}`)) return { refused: true, reason: `HTTP ${status}` };
    if (/408|425|429|5../.test(`${status}`)) return { retryAfterMs: waitMs };
    return { retryAfterMs: waitMs ?? MISCONFIGURED_RETRY_MS, warn: `"endpoint" answers HTTP ${status}` };
  };
  return async (batch: Batch, how) => {
    const { leaving, keepalive = leaving, signal } = how;
    const body = toJson(batch);
    try {
      if (!leaving || 'keepalive' in Request.prototype) return await post(body, how);
    } catch {
      // No answer. Whether down, blocked or without CORS, a page is not told.
    }
    // A tab that closes itself is told of a failure (Chromium) though its request is on its way: that one is still awaited.
    if (globalThis.closed) await new Promise(() => {});
    // A leaving page's quota may be another script's by now; the beacon has no answer.
    if (leaving) navigator.sendBeacon(endpoint, body);
    return {
      retryAfterMs: undefined,
      ...(!keepalive && !signal?.aborted && navigator.onLine && { warn: UNREACHABLE }),
    };
  };
};

import type { Batch, Outcome, Transport, Verdict } from './transport.ts';

/** Wait before asking again where the endpoint says who or what we are is wrong: someone has to mend it first. */
const MISCONFIGURED_RETRY_MS = 5 * 60 * 1000;

/** A receiver that asks for longer is asked again after this. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/** `Retry-After` in ms: seconds or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  const ms = Number(header) * 1000 || Date.parse(header!) - now;
  return ms ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
};

/** The events that an otherwise taken batch left behind: `{ rejected: [{ id, field, reason }] }`. Any other body says nothing. */
const rejectedIn = (body: string): Record<string, Verdict> => {
  try {
    const { rejected } = JSON.parse(body) as { rejected: { id: string; field: string; reason: string }[] };
    return Object.fromEntries(
      rejected.map(({ id, field, reason }) => [id, { refused: true, reason: `${field}: ${reason}` }]),
    );
  } catch {
    return {};
  }
};

const classify = (status: number, waitMs: number | undefined, body: string): Outcome => {
  if (status >= 200 && status < 300) return { done: true, events: rejectedIn(body) };
  if (/^4(00|13|22)$/.test(`${status}`)) return { refused: true, reason: `HTTP ${status}` };
  if (status >= 500 || /^4(08|25|29)$/.test(`${status}`)) return { retryAfterMs: waitMs };
  return { retryAfterMs: waitMs ?? MISCONFIGURED_RETRY_MS, warn: `"endpoint" answers HTTP ${status}` };
};

/**
 * Posts a batch as JSON to `endpoint`. Always as text/plain without headers of its own, which spares the preflight
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and without credentials. `gzip` compresses all but
 * what is sent while leaving, told by `gzip=1` in the query, since a header would bring the preflight back.
 *
 * 2xx: taken, but for events listed as rejected. 408, 425, 429, 5xx, no answer: again later. 400, 413, 422: refused.
 * All else (401, 403, 404, a redirect to somewhere without CORS): kept, tried again in 5 minutes, and warned of.
 */
export const http = (endpoint: string, { gzip = false } = {}): Transport => {
  const post = async (body: string, leaving: boolean, signal: AbortSignal | undefined): Promise<Outcome> => {
    const zip = gzip && !leaving && typeof CompressionStream === 'function';
    const packed = zip && new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
    const response = await fetch(zip ? `${endpoint + (/\?/.test(endpoint) ? '&' : '?')}gzip=1` : endpoint, {
      method: 'POST',
      body: packed ? await new Response(packed).blob() : body,
      credentials: 'omit',
      keepalive: leaving,
      priority: 'low',
      signal: signal ?? null,
    });
    const waitMs = retryAfterMs(response.headers.get('Retry-After'), Date.now());
    // Read to the end: an unread body stays charged to the page's 64 KiB of keepalive.
    return classify(response.status, waitMs, await response.text());
  };
  return async (batch: Batch, { leaving, signal }) => {
    const body = JSON.stringify(batch);
    try {
      if (!leaving || 'keepalive' in Request.prototype) return await post(body, leaving, signal);
    } catch {
      // No answer. Whether down, blocked or without CORS, a page is not told.
    }
    if (leaving)
      navigator.sendBeacon(endpoint, body); // the quota may be another script's by now; no answer comes back
    else if (navigator.onLine && !signal?.aborted)
      return {
        retryAfterMs: undefined,
        warn: '"endpoint" cannot be reached: is it up, in connect-src of the CSP, and does it send Access-Control-Allow-Origin?',
      };
    return { retryAfterMs: undefined };
  };
};

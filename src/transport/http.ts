import type { Batch, Outcome, Transport, Verdict } from './transport.ts';

/** Wait before asking again where the endpoint says who or what we are is wrong: someone has to mend it first. */
const MISCONFIGURED_RETRY_MS = 5 * 60 * 1000;

/** A receiver that asks for longer is asked again after this: pages and queues do not live for ever. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

const RETRY_STATUS = [408, 425, 429];
const REFUSED_STATUS = [400, 413, 422];

/** `Retry-After` in ms: seconds or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : undefined;
};

/** The events that an otherwise taken batch left behind: `{ rejected: [{ id, field, reason }] }`. */
const rejectedIn = (body: string): Record<string, Verdict> | undefined => {
  if (body[0] !== '{') return undefined;
  try {
    const { rejected } = JSON.parse(body) as { rejected?: { id?: unknown; field?: unknown; reason?: unknown }[] };
    const named = (Array.isArray(rejected) ? rejected : []).filter((each) => typeof each?.id === 'string');
    return Object.fromEntries(
      named.map(({ id, field, reason }) => [id, { refused: true, reason: `${field}: ${reason}` } as Verdict]),
    );
  } catch {
    return undefined; // a 2xx with any other body: taken
  }
};

const classify = (status: number, retryAfter: number | undefined, body: string): Outcome => {
  if (status >= 200 && status < 300) {
    const events = rejectedIn(body);
    return events ? { done: true, events } : { done: true };
  }
  if (REFUSED_STATUS.includes(status)) return { refused: true, reason: `HTTP ${status}` };
  if (status >= 500 || RETRY_STATUS.includes(status)) return { retryAfterMs: retryAfter };
  return {
    retryAfterMs: retryAfter ?? MISCONFIGURED_RETRY_MS,
    warn: `"endpoint" answers HTTP ${status}: events are kept and tried again later`,
  };
};

const compress = (body: string): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/**
 * Posts a batch as JSON to `endpoint`. Always as text/plain without headers of its own, which spares the preflight
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and without credentials. `gzip` compresses all but
 * what is sent while leaving, told by `gzip=1` in the query, since a header would bring the preflight back.
 *
 * 2xx: taken, but for events listed as rejected. 408, 425, 429, 5xx, no answer: again later. 400, 413, 422: refused.
 * All else (401, 403, 404, a redirect to somewhere without CORS): kept, tried again in 5 minutes, and warned of.
 */
export const http = (endpoint: string, { gzip = false, now = Date.now } = {}): Transport => {
  const zippedUrl = endpoint + (endpoint.includes('?') ? '&' : '?') + 'gzip=1';
  const post = async (batch: Batch, leaving: boolean, signal: AbortSignal | undefined): Promise<Outcome> => {
    const json = JSON.stringify(batch);
    const zip = gzip && !leaving && typeof CompressionStream !== 'undefined';
    const init: RequestInit = {
      method: 'POST',
      body: zip ? await compress(json) : json,
      credentials: 'omit',
      keepalive: leaving,
      priority: 'low',
      ...(signal && { signal }),
    };
    const response = await fetch(zip ? zippedUrl : endpoint, init);
    // Read to the end: an unread body stays charged to the page's 64 KiB of keepalive.
    const body = await response.text();
    return classify(response.status, retryAfterMs(response.headers.get('Retry-After'), now()), body);
  };
  return async (batch, { leaving, signal }) => {
    try {
      return await post(batch, leaving, signal);
    } catch {
      // A leaving page whose fetch was refused (the quota is shared by all scripts) has the beacon left; no answer comes back.
      if (leaving) navigator.sendBeacon?.(endpoint, JSON.stringify(batch));
      const unreachable = !leaving && !signal?.aborted && navigator.onLine;
      return {
        retryAfterMs: undefined,
        ...(unreachable && {
          warn: `"endpoint" cannot be reached. Is it up, does the page's CSP name it in connect-src, and does it answer with Access-Control-Allow-Origin?`,
        }),
      };
    }
  };
};

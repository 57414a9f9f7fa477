import { readBody } from '../read/body.ts';
import type { Pair } from '../read/flatten.ts';
import { readFields } from '../read/request.ts';
import { quietly } from './ear.ts';
import type { Stop } from './life.ts';

/** What the shop's server said to a request of the page. */
export interface Answer {
  method: string;
  /** Absolute. */
  url: string;
  /** What was sent, by key. Values are looked at here and leave the page never. */
  fields: Pair[];
  /** Epoch ms when the request left. */
  started: number;
  /** 0 when the network failed. */
  status: number;
  /** The body as it came, clipped to `MAX_BODY`. */
  text: string;
  /** What the body holds, where it can be read: see `readBody`. */
  body: unknown;
}

const MAX_BODY = 256 * 1024; // characters
const MAX_READ_MS = 20_000; // an answer that trickles on is let go, so that the page can let it go too
const RELOADED_MS = 10_000; // a slow answer, and what is asked for once it is there
/** An address of the cart; one of orders may tell of old ones. */
export const CARTS = /cart|basket|checkout|\bbag\b|panier|warenkorb|carrito|koszyk|kosar|line_?item/i;
const COMMERCE = /* @__PURE__ */ new RegExp(`${CARTS.source}|order|purchase`, 'i');
// Copies of what the page thinks happened, sent to those who count it: no evidence that a shop took anything.
const COUNTERS =
  /collect\b|analytics|activities|pixel|telemetry|beacon|metric|\/track(ing|er)?\b|\/events?\b|\/logs?\b|segment\.|mixpanel|amplitude|posthog|sentry|hotjar|clarity\.ms|doubleclick|facebook\.com|\/tr\/?\?/i;
const STATIC = /\.(css|png|jpe?g|webp|avif|svg|gif|woff2?|mp4|map)(\?|$)/i;

interface Sent {
  method: string;
  url: string;
  fields: Pair[];
  started: number;
  /** Changes nothing, and its address says nothing of a cart. */
  isAside: boolean;
}

interface Options {
  now(): number;
  /** The SDK's own requests. */
  ignore(url: string): boolean;
  /** Whether the shopper acted within the last seconds: then any request may be the act. */
  isActing(): boolean;
  tell(answer: Answer): void;
  /** Requests that may change something, on their way. */
  pending: Set<object>;
}

const toFieldsText = (body: unknown): string => {
  const isForm = body instanceof URLSearchParams || body instanceof FormData;
  // Files become a word.
  return (isForm ? `${new URLSearchParams(body as URLSearchParams)}` : typeof body === 'string' ? body : '').slice(
    0,
    20_000,
  );
};

/**
 * Hears the answers that may say something of a cart, an order or a form, from `fetch` and XMLHttpRequest. The page gets
 * the same promise and the same response; bodies are read from a clone, as they arrive, up to `MAX_BODY`. Others that
 * patch before or after keep working; on stop each is put back only where it is still ours.
 */
export const listenToAnswers = ({ now, ignore, isActing, tell, pending }: Options): Stop => {
  /** When the last request left that may change something. */
  let changed = -RELOADED_MS;
  const isOwn = (url: string) => new URL(url).origin === location.origin;
  const isHeard = (url: string, body: string) =>
    isActing() || isOwn(url) || COMMERCE.test(url) || COMMERCE.test(body.slice(0, 2000));

  const begin = (method: string, address: string, body: unknown): Sent | undefined => {
    const url = new URL(address, document.baseURI).href;
    const text = toFieldsText(body);
    const name = method.toUpperCase();
    if (!/^https?:/.test(url) || STATIC.test(url) || COUNTERS.test(url) || ignore(url)) return;
    const isRead = /^(GET|HEAD)$/.test(name);
    const isAside = isRead && !COMMERCE.test(url);
    const started = now();
    // After a change an app may load anew all that its page shows, the cart along with it.
    if (isAside && !(isOwn(url) && isActing() && started - changed < RELOADED_MS)) return;
    if (!isRead && !isHeard(url, text)) return;
    if (!isRead) changed = started;
    const sent = { method: name, url, fields: readFields(text), started, isAside };
    if (!isRead) pending.add(sent);
    return sent;
  };

  const finish = (sent: Sent, status: number, whole: string) => {
    pending.delete(sent);
    const text = whole.slice(0, MAX_BODY);
    if (sent.isAside && !/"\w*(cart|basket)/i.test(text)) return;
    quietly(() => tell({ ...sent, status, text, body: quietly(() => readBody(text)) }));
  };

  const stopFetch = patchFetch(begin, finish);
  const stopXhr = patchXhr(begin, finish);
  return () => {
    stopFetch();
    stopXhr();
  };
};

type Begin = (method: string, address: string, body: unknown) => Sent | undefined;
type Finish = (sent: Sent, status: number, text: string) => void;

/** Reads a clone up to the bound and lets go of the rest, so that an endless stream costs no memory. */
const readText = async (response: Response): Promise<string> => {
  const type = response.headers.get('content-type') ?? '';
  if (!/json|xml|text\/(?!event-stream)|^$/.test(type)) return '';
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  // WebKit rejects when the page has cancelled the other half.
  const letGo = () => void reader.cancel().catch(() => {});
  const late = setTimeout(letGo, MAX_READ_MS);
  let text = '';
  try {
    while (text.length <= MAX_BODY) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += decoder.decode(value, { stream: true });
    }
    letGo();
    return text;
  } finally {
    clearTimeout(late);
  }
};

const patchFetch = (begin: Begin, finish: Finish): Stop => {
  const original = window.fetch;
  if (typeof original !== 'function') return () => {};
  const patched = function (this: unknown, ...args: Parameters<typeof fetch>) {
    const [input, init] = args;
    const request = typeof Request === 'function' && input instanceof Request ? input : undefined;
    const sent = quietly(() =>
      begin(init?.method ?? request?.method ?? 'GET', request?.url ?? String(input), init?.body),
    );
    // A Request's body can be read only before it is sent.
    const copy =
      sent && request && !init?.body && !request.bodyUsed && request.body ? quietly(() => request.clone()) : undefined;
    const result = Reflect.apply(original, this, args) as Promise<Response>;
    if (sent) {
      const told = copy?.text().then((text) => void sent.fields.push(...readFields(text.slice(0, 20_000))));
      result
        .then(
          (response) =>
            Promise.all([readText(response.clone()), told]).then(
              ([text]) => finish(sent, response.status, text),
              () => finish(sent, response.status, ''),
            ),
          () => finish(sent, 0, ''),
        )
        .catch(() => finish(sent, 0, ''));
    }
    return result;
  };
  for (const key of ['name', 'length'] as const) Object.defineProperty(patched, key, { value: original[key] });
  quietly(() => (window.fetch = patched as typeof fetch)); // some pages freeze it
  return () => {
    if (window.fetch === (patched as typeof fetch)) window.fetch = original;
  };
};

const patchXhr = (begin: Begin, finish: Finish): Stop => {
  const proto = window.XMLHttpRequest?.prototype;
  if (!proto) return () => {};
  const { open, send } = proto;
  const opened = new WeakMap<XMLHttpRequest, [method: string, url: string]>();
  const patchedOpen = function (this: XMLHttpRequest, ...args: [string, string | URL, boolean]) {
    quietly(() => opened.set(this, [String(args[0]), String(args[1])]));
    return Reflect.apply(open, this, args);
  };
  const patchedSend = function (this: XMLHttpRequest, ...args: [body?: XMLHttpRequestBodyInit]) {
    quietly(() => {
      const [method, url] = opened.get(this) ?? [];
      const sent = method && url !== undefined ? begin(method, url, args[0]) : undefined;
      if (!sent) return;
      // `readystatechange` comes before `load`: the page's own handler may navigate away.
      const heard = () => {
        if (this.readyState !== 4) return;
        this.removeEventListener('readystatechange', heard);
        const text = quietly(() => {
          if (this.responseType === 'json') return JSON.stringify(this.response);
          return this.responseType === '' || this.responseType === 'text' ? this.responseText : '';
        });
        finish(sent, this.status, text ?? '');
      };
      this.addEventListener('readystatechange', heard);
    });
    return Reflect.apply(send, this, args);
  };
  quietly(() => Object.assign(proto, { open: patchedOpen, send: patchedSend }));
  return () => {
    if (proto.open === (patchedOpen as typeof open)) proto.open = open;
    if (proto.send === (patchedSend as typeof send)) proto.send = send;
  };
};

import type { Detector } from './detect/detector.ts';
import type { Json, Touch } from './event/event.ts';
import { hash } from './event/ids.ts';
import { all, hear, quietly } from './listen/ear.ts';
import type { Options } from './options.ts';
import { claim, park, readParked } from './visit/parked.ts';
import { hostOf } from './visit/source.ts';
import { device, NAMES, parse } from './visit/storage.ts';
import type { VisitRecord } from './visit/visit.ts';
import { forgetVisitor, readVisitor } from './visit/visitor.ts';
import { createWarn } from './warn.ts';

export interface LinkOptions {
  /** The site's other domains, each with its subdomains: `['shop.example', 'checkout.example']`. All of them need it. */
  domains: string[];
}

/** What a link tells the next host of the visit: no customer, no click id. */
interface Told {
  visitor: string;
  /** The session's id. */
  id: string;
  first: Touch;
  touch: Touch;
  /** Epoch ms of the press. */
  at: number;
  /** The order under way, as `readParked` tells it. */
  parked: string;
}

/** A press and the page it leads to are seconds apart, a link that somebody sent to a friend is not. */
const LIFE_MS = 120_000;

const MAX_CHARS = 8000;

/** In the fragment, which no server, log or referrer gets to see. */
const MARK = `#${NAMES.visitor}=`;

const ID = /^[\w-]{8,64}$/;

const TOUCH = /^(source|medium|campaign|term|content|channel|click_id_type)$/;

const toTouch = (given: Touch): Touch => {
  const texts = Object.entries(given).filter(([name, value]) => TOUCH.test(name) && typeof value === 'string');
  return Object.fromEntries([['time', +given.time], ...texts.map(([name, text]) => [name, text.slice(0, 256)])]);
};

/** Of what was told, for one host, by one browser: a link that is passed on, or was meant for another, joins nobody. */
const seal = (text: string, host: string): string =>
  hash([text, host, navigator.language, screen.width, screen.height].join('\n'));

/** What another host of the site says of whoever comes; the address bar is rid of it at once. */
const takeToken = (now: number, isOurs: (host: string) => boolean): Told | undefined => {
  const [address, token] = location.href.split(MARK) as [string, string?];
  if (token === undefined) return undefined;
  history.replaceState(history.state, '', address);
  const [, check, code] = /^(\w+)\.(.+)$/.exec(token.slice(0, MAX_CHARS)) ?? [];
  const text = decodeURIComponent(code!);
  const { visitor, id, first, touch, at, parked } = JSON.parse(text) as Told;
  const isSound =
    check === seal(text, hostOf(address)) &&
    isOurs(hostOf(document.referrer)) &&
    !document.referrer.startsWith(location.origin) &&
    Math.abs(now - at) < LIFE_MS &&
    ID.test(visitor) &&
    ID.test(id) &&
    [first, touch].every(({ source, medium, time }) => source && medium && time <= at);
  return isSound ? { visitor, id, first: toTouch(first), touch: toTouch(touch), at, parked } : undefined;
};

/** From here on the visitor is who they were on the host before, in the same session; who they had signed in as there is not told. */
const adopt = ({ at, parked, ...told }: Told, cookieDomain: string | undefined): void => {
  let isNew = false;
  const create = () => {
    isNew = true;
    return told.visitor;
  };
  if (readVisitor(create, false, cookieDomain) !== told.visitor) {
    forgetVisitor(cookieDomain);
    if (readVisitor(create, false, cookieDomain) !== told.visitor) return;
  }
  const own = isNew ? undefined : (parse(device.get(NAMES.session)) as Partial<VisitRecord> | undefined);
  const first = own?.first && own.first.time < told.first.time ? own.first : told.first;
  device.set(NAMES.session, JSON.stringify({ ...own, ...told, first, last: at }));
};

/**
 * Joins a visit across the site's own domains, under consent 'granted' and without Global Privacy Control: a press of a
 * link to one of `domains`, or a form sent there, tells the page it leads to who the visitor is, in which session, and
 * where both came from. What is told is good for two minutes, for that host, browser and way of coming; it is taken out
 * of the address bar in the call, before anything reads the URL, and neither stored nor sent. An order under way goes along,
 * and is parked for the other hosts of the domain while it is paid elsewhere.
 *
 *     createFunnel(withLinks({ endpoint, consent, detect: everything() }, { domains: ['checkout.example'] }))
 */
export const withLinks = (options: Options, { domains }: LinkOptions): Options => {
  if (typeof document === 'undefined') return options;
  const { attribution = (_, plain) => plain, now = Date.now, cookieDomain } = options;
  const isList =
    Array.isArray(domains) && domains.every((domain) => typeof domain === 'string' && /^[\w.-]+$/.test(domain));
  if (!isList) createWarn()('"domains" is no list of hosts: no link is told of the visit');
  const sites = isList ? domains.map((domain) => `.${domain.toLowerCase().replace(/^www\./, '')}`) : [];
  const isOurs = (host: string) => sites.some((site) => `.${host}`.endsWith(site));
  let told = quietly(() => takeToken(now(), isOurs));
  let parked = told?.parked;
  let granted = false;

  /** The address a press leads to, with what it tells; undefined for all that stays, or leads to others. */
  const addressFor = (target: string, time: number): string | undefined => {
    const { href, origin, protocol, hostname, hash: fragment } = new URL(target, document.baseURI);
    // From https to http, whoever is between could add a script that reads it.
    const isUnsafe = protocol !== 'https:' && protocol !== location.protocol;
    if (origin === location.origin || !isOurs(hostname) || fragment || isUnsafe) return undefined;
    const { id, first, touch } = parse(device.get(NAMES.session)) as VisitRecord;
    const visitor = readVisitor(() => '', false, cookieDomain);
    if (!visitor || !id) return undefined;
    const touches = { first: toTouch(first), touch: toTouch(touch) };
    const text = JSON.stringify({ visitor, id, ...touches, at: time, parked: readParked() } satisfies Told);
    return `${href}${MARK}${seal(text, hostOf(href))}.${encodeURIComponent(text)}`;
  };

  const decorate =
    (host: Parameters<Detector>[0]) =>
    (event: Event): void => {
      const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
      if (!granted || globalPrivacyControl || (event as MouseEvent).button > 1) return;
      const { submitter } = event as SubmitEvent;
      const nodes = event.composedPath().filter((node): node is Element => node instanceof Element);
      // Links open pages, forms send to them.
      const link = submitter?.hasAttribute('formaction')
        ? submitter
        : nodes.find((node) => node.matches('form,a[href],area[href]'));
      if (!link || (event.type !== 'submit' && link.localName === 'form')) return;
      const name = ['href', 'action', 'formaction'].find((name) => link.hasAttribute(name));
      const before = name && link.getAttribute(name);
      const address = before && addressFor(before, host.now());
      if (!address) return;
      link.setAttribute(name, address);
      // The browser has read it by then. Copied or pressed again, it tells nothing old.
      setTimeout(() => link.getAttribute(name) === address && link.setAttribute(name, before));
    };

  const detector: Detector = (host) => {
    const hearLink = (type: string) => hear(document, type, decorate(host));
    return all([
      ...['click', 'auxclick', 'submit'].map(hearLink),
      host.ears.consent.on((consent) => {
        granted = consent === 'granted';
        if (consent === 'pending') return;
        const found = parse(parked || claim(cookieDomain)) as Record<string, Json> | undefined;
        parked = undefined;
        if (!granted) {
          told = undefined;
          return;
        }
        for (const name of ['checkout', 'order'] as const) {
          const note = host.memory(name);
          // What this tab knows itself is later.
          if (note.read() === undefined) note.write(found?.[name]);
        }
      }),
      host.life.onLeave(() => {
        if (granted) park(cookieDomain);
      }),
    ]);
  };

  return {
    ...options,
    detect: [...(options.detect ?? []), detector],
    attribution: (arrival, plain) => {
      const { known, host } = arrival;
      if (known && told) adopt(told, cookieDomain);
      if (known) told = undefined;
      // From one domain of the site to the next is a step, and no origin.
      if (!isOurs(host)) return attribution(arrival, plain);
      return attribution({ ...arrival, host: '' }, plain?.source === host ? undefined : plain);
    },
  };
};

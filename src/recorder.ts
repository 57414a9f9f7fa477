import type { Finding } from './detect/detector.ts';
import { type Complain, clean } from './event/clean.ts';
import type { Clock } from './event/clock.ts';
import { createDraft, type Draft, isName } from './event/draft.ts';
import { toFields } from './event/fields.ts';
import { hash, orderEventId, uuid7 } from './event/ids.ts';
import { createDelivery, type Delivery } from './flush/delivery.ts';
import type { Resolved } from './options.ts';
import { idbQueue } from './queue/idbQueue.ts';
import { memoryQueue } from './queue/memoryQueue.ts';
import type { Entry } from './queue/queue.ts';
import { createSpill, noSpill } from './queue/spill.ts';
import type { Tell } from './signals.ts';
import { SDK } from './version.ts';
import { type ConsentGate, createConsent } from './visit/consent.ts';
import { createMemory, type Memory } from './visit/memory.ts';
import { readTouch } from './visit/source.ts';
import { NAMES } from './visit/storage.ts';
import { anonymousVisit, forgetVisit, knownVisit, type Visit } from './visit/visit.ts';
import type { Warn } from './warn.ts';

/** Waiting for the visitor's decision, at most; the oldest go first, but for the landing. */
const MAX_HELD = 100;

/** An event without a place in a stream yet, and the key under which it may happen once on this device. */
interface Held {
  draft: Draft;
  once: string | undefined;
}

export interface Recorder {
  /** Makes an event of what happened, if consent and the site's filter let it. */
  record(finding: Omit<Finding, 'fields'> & { fields?: unknown }): void;
  readonly gate: ConsentGate;
  readonly visit: Visit;
  /** Undefined while nothing may be recorded. */
  readonly delivery: Delivery | undefined;
  readonly held: number;
  memory: (name: string) => Memory;
  /** Gives what still waits for the orders of earlier pages its place: the page is leaving. */
  hurry(): void;
  stop(): void;
}

/**
 * Stands between what was found and what is delivered: the one place that knows consent. With each decision the stream
 * ends and another begins, so that no event recorded under one joins those under the next.
 */
export const createRecorder = (options: Resolved, clock: Clock, tell: Tell, warn: Warn): Recorder => {
  const { site, random, cookieDomain } = options;
  const newId = (time: number) => uuid7(time, random);
  const database = NAMES.database + hash(options.endpoint).slice(0, 16);
  const touch = readTouch(location.href, document.referrer, site, clock.now());
  const seenOrders = new Set<string>();
  let ordersKnown = false;
  let held: Held[] = [];
  let delivery: Delivery | undefined;
  let visit: Visit | undefined;

  const admit = ({ draft, once }: Held, to: Delivery): void => {
    const order = once === undefined ? undefined : hash(`${site}\n${once}`);
    if (order !== undefined) {
      if (seenOrders.has(order)) return;
      seenOrders.add(order);
    }
    const { time, name } = draft;
    const session = visit!.session(time);
    const visitor = visit!.visitor;
    const id = once !== undefined && name === 'purchase' ? orderEventId(site, once) : newId(time);
    const event = { id, ...draft, stream: to.stream, seq: to.nextSeq() };
    const entry: Entry = {
      event,
      ...(visitor && { visitor }),
      ...(session && { session: session.id }),
      ...(session?.user && { user: session.user }),
      bytes: new TextEncoder().encode(JSON.stringify(event)).length,
      epoch: gate.epoch,
    };
    to.add(entry, order);
    tell('event', event);
  };

  const release = () => {
    ordersKnown = true;
    const waiting = held;
    held = [];
    if (delivery) for (const each of waiting) admit(each, delivery);
  };

  const readContext = () => {
    try {
      return options.context();
    } catch {
      warn('"context" threw');
      return undefined;
    }
  };

  /** Whatever goes wrong in the site's filter, the event is dropped: the filter may be there to keep a secret. */
  const filter = (draft: Draft, complain: Complain): Draft | undefined => {
    if (!options.beforeSend) return draft;
    try {
      const passed = options.beforeSend(draft);
      if (passed === null) return undefined;
      const cleaned = clean(passed, 'beforeSend', complain) as Draft | undefined;
      if (cleaned && isName(cleaned.name) && cleaned.page && cleaned.by && cleaned.time) return cleaned;
      warn('"beforeSend" must return the event or null: it is dropped');
    } catch {
      warn('"beforeSend" threw: the event is dropped');
    }
    return undefined;
  };

  const record: Recorder['record'] = ({ name, fields: given = {}, by, once }) => {
    if (gate.consent === 'denied') return;
    const complain: Complain = (path, why) => warn(`"${name}": "${path.replace(/^\./, '')}" was left out: ${why}`);
    const time = clock.now();
    const fields = toFields(given, complain);
    const context = clean(readContext(), 'context', complain);
    const draft = filter(createDraft(name, fields, by, time, visit!.source(time), context), complain);
    if (!draft) return;
    const key = once ?? (draft.name === 'purchase' ? draft.transaction_id : undefined);
    if (delivery && (key === undefined || ordersKnown)) admit({ draft, once: key }, delivery);
    else if (held.push({ draft, once: key }) > MAX_HELD) held.splice(held[0]!.draft.name === 'landing' ? 1 : 0, 1);
  };

  const deliver = (stored: boolean): Delivery =>
    createDelivery({
      database,
      queue: stored ? idbQueue(database) : memoryQueue(),
      spill: stored ? createSpill(database) : noSpill,
      sdk: SDK,
      transport: options.transport,
      clock,
      random,
      warn,
      epoch: () => gate.epoch,
      onOrders: (orders) => {
        for (const order of orders) seenOrders.add(order);
        release();
      },
      onFate: (entries, fate, why) => {
        const events = entries.map(({ event }) => event);
        if (fate === 'acknowledged') tell('delivered', events);
        else tell('dropped', { events, reason: fate, ...(why && { why }) });
      },
    });

  const open = () => {
    const { consent } = gate;
    const time = clock.now();
    const known = consent === 'granted';
    visit = known ? knownVisit(touch, time, newId, cookieDomain) : anonymousVisit(touch, time);
    for (const each of held) each.draft.source = visit.source(each.draft.time);
    ordersKnown = false;
    delivery = known || consent === 'anonymous' ? deliver(known) : undefined;
  };

  const close = (): Entry[] => {
    visit?.stop();
    const left = delivery?.stop() ?? [];
    delivery = undefined;
    return left;
  };

  /** Nothing of a visitor who has withdrawn stays on the device. */
  const erase = () => {
    held = [];
    seenOrders.clear();
    memory.forget();
    forgetVisit(cookieDomain);
    const spill = createSpill(database);
    for (const stream of spill.streams()) spill.drop(stream);
    idbQueue(database)
      .erase()
      .catch(() => {}); // no storage, nothing to erase
  };

  const gate = createConsent(options.consent, (consent, before) => {
    if (!visit) return; // an adapter that knows at once: `open` comes next
    const withdrawn = consent === 'denied' || before === 'granted';
    if (!withdrawn) delivery?.hide(); // what was anonymous may still go as such
    const left = close();
    if (withdrawn) {
      if (left.length) tell('dropped', { events: left.map(({ event }) => event), reason: 'consent' });
      erase();
    }
    open();
  });
  const memory = createMemory(() => gate.consent === 'granted');
  open();

  return {
    record,
    gate,
    get visit() {
      return visit!;
    },
    get delivery() {
      return delivery;
    },
    get held() {
      return held.length;
    },
    memory,
    hurry: () => {
      if (delivery && !ordersKnown) release();
    },
    stop: () => {
      gate.stop();
      close();
    },
  };
};

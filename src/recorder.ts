import { createComposer, type Found } from './compose.ts';
import type { Clock } from './event/clock.ts';
import type { Draft } from './event/draft.ts';
import { eventId, hash, orderEventId, uuid7 } from './event/ids.ts';
import { exportData } from './exportData.ts';
import { createDelivery, type Delivery } from './flush/delivery.ts';
import { quietly } from './listen/ear.ts';
import type { Memory } from './listen/host.ts';
import type { Resolved } from './options.ts';
import { idbQueue } from './queue/idbQueue.ts';
import { type Entry, type Fate, noQueue, type Queue } from './queue/queue.ts';
import { createSpill } from './queue/spill.ts';
import { share } from './registry.ts';
import type { Ears } from './signals.ts';
import type { Status } from './status.ts';
import { type ConsentGate, createConsent } from './visit/consent.ts';
import { createMemory } from './visit/memory.ts';
import { hostOf, readTouch } from './visit/source.ts';
import { device, NAMES } from './visit/storage.ts';
import { createVisit, type Visit } from './visit/visit.ts';
import { forgetVisitor } from './visit/visitor.ts';
import type { Warn } from './warn.ts';

/** Waiting for the visitor's decision, at most; the oldest go first, but for the landing. */
const MAX_HELD = 100;

/** How long an order waits for the storage to say whether it was seen before. */
const PATIENCE_MS = 1000;

/** An event without a place in a stream yet, and the key under which it may happen once on this device. */
interface Held {
  draft: Draft;
  once: string | undefined;
}

export interface Recorder {
  /** Makes an event of what happened, if consent and the site's filter let it. */
  record(finding: Found): void;
  gate: ConsentGate;
  visit(): Visit;
  identify(user: string | undefined): void;
  /** Undefined while nothing may be sent. */
  delivery(): Delivery | undefined;
  status(): Pick<Status, 'consent' | 'held'> & Partial<Status>;
  memory(name: string): Memory;
  /** The page is being left. `stays`: for another page of this origin. */
  leave(stays: boolean): void;
  exportData(): Promise<Record<string, unknown>>;
  stop(): void;
}

/**
 * Stands between what was found and what is delivered: the one place that knows consent. With each decision the stream
 * ends and another begins, so that no event recorded under one joins those under the next.
 */
export const createRecorder = (options: Resolved, clock: Clock, ears: Ears, warn: Warn): Recorder => {
  const { site, random, cookieDomain, transport, attribution, sample } = options;
  const compose = createComposer(options, ears.draft, warn);
  const database = NAMES.database + hash(options.endpoint).slice(0, 16);
  const spill = createSpill(database);
  const arrival = { url: location.href, host: hostOf(document.referrer), site, time: clock.now() };
  const orders = new Set<string>();
  /** Until the orders of earlier pages are read, what happens once has to wait. */
  let ordersKnown = false;
  let held: Held[] = [];
  let delivery: Delivery | undefined;
  let queue: Queue = noQueue;
  let visit: Visit | undefined;
  /** As the site told us; it counts once consent allows. */
  let user: string | undefined;
  let seq = 0;

  const isGranted = () => gate.now().consent === 'granted';

  const tell = (entries: Entry[], fate: Fate, why?: string) => {
    const events = entries.map(({ event }) => event);
    if (fate === 'acknowledged') ears.delivered.tell(events);
    else ears.dropped.tell({ events, reason: fate, why });
  };

  const admit = ({ draft, once }: Held, { stream, add }: Delivery): void => {
    const { visitor, at } = visit!;
    if (quietly(() => !sample(visitor ?? stream))) return;
    const order = once && hash(`${site}\n${once}`);
    if (order && orders.has(order)) return;
    if (order) orders.add(order);
    const { id: session, user: known } = at(draft.time);
    const id = order && draft.name === 'purchase' ? orderEventId(site, once) : eventId(stream, seq, draft.time);
    const event = { id, ...draft, stream, seq: seq++ };
    add({ event, visitor, session, user: known, epoch: gate.now().epoch }, order);
    ears.event.tell(event);
  };

  /** In the order in which they happened: what follows an order that has to wait, waits too. */
  const release = (to: Delivery) => {
    while (held[0] && (ordersKnown || !held[0].once)) admit(held.shift()!, to);
  };

  const sourceAt = (time: number): Draft['source'] => {
    const { first, touch: last } = visit!.at(time);
    return { first, last };
  };

  const record: Recorder['record'] = (finding) => {
    const decision = gate.now();
    if (decision.consent === 'denied') return;
    const time = clock.now();
    const draft = compose(finding, time, sourceAt(time));
    // The site's own callbacks may have decided otherwise meanwhile: what was made under the decision before is burned.
    if (!draft || decision !== gate.now()) return;
    held.push({ draft, once: finding.once ?? (finding.name === 'purchase' ? draft.transaction_id : undefined) });
    if (delivery) release(delivery);
    else if (held.length > MAX_HELD) held.splice(+(held[0]!.draft.name === 'landing'), 1);
  };

  const open = () => {
    const known = isGranted();
    // A platform that says no at once, or says it after a load of the page: nothing has heard that it was yes before.
    if (!known && gate.now().consent !== 'pending' && device.get(NAMES.session)) erase();
    // https://www.w3.org/TR/gpc/
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
    // Two endpoints on a page hear of one visit: one landing, one session.
    visit = share(`visit ${[known, gate.now().epoch, cookieDomain]}`, () =>
      createVisit({
        cookieDomain,
        touch: quietly(() => attribution({ ...arrival, known: known && !globalPrivacyControl }, readTouch(arrival))),
        time: clock.now(),
        createId: (time) => uuid7(time, random),
        known,
      }),
    );
    if (known && user) visit.identify(user);
    for (const { draft } of held) draft.source = sourceAt(draft.time);
    ordersKnown = false;
    seq = 0;
    queue = known ? idbQueue(database) : noQueue;
    if (!known && gate.now().consent !== 'anonymous') return;
    const mine = createDelivery({
      database,
      queue,
      spill: known ? spill : undefined,
      transport,
      clock,
      random,
      warn,
      epoch: () => gate.now().epoch,
      onFate: tell,
    });
    delivery = mine;
    release(mine);
    const onOrders = (earlier: string[]) => {
      for (const order of earlier) orders.add(order);
      if (delivery !== mine) return;
      ordersKnown = true;
      release(mine);
    };
    queue.read('order').then(onOrders, () => onOrders([]));
    // A storage that hangs must not keep an order from leaving: told twice, its id tells.
    setTimeout(onOrders, PATIENCE_MS, []);
  };

  /** Hands over what waits. */
  const close = (): Entry[] => {
    visit!.stop();
    const left = delivery?.stop() ?? [];
    delivery = undefined;
    return left;
  };

  /** Nothing of a visitor who has withdrawn stays on the device. */
  const erase = () => {
    held = [];
    user = undefined;
    orders.clear();
    memory.forget();
    forgetVisitor(cookieDomain);
    device.remove(NAMES.session);
    device.remove(NAMES.state);
    spill.streams().forEach(spill.drop);
    (queue === noQueue ? idbQueue(database) : queue).erase().catch(() => {}); // no storage, nothing to erase
  };

  const gate = createConsent(options.consent, (consent, before) => {
    if (!visit) return; // an adapter that knows at once: `open` comes next
    const withdrawn = consent === 'denied' || before === 'granted';
    if (!withdrawn) delivery?.hide(); // what was anonymous may still go as such
    const left = close();
    if (withdrawn) {
      if (left.length) tell(left, 'consent');
      erase();
    }
    ears.consent.tell(consent);
    open();
  });
  const memory = createMemory(isGranted);
  open();

  return {
    record,
    gate,
    visit: () => visit!,
    identify: (name) => {
      user = name;
      if (isGranted()) visit!.identify(name);
    },
    delivery: () => delivery,
    status: () => ({
      ...delivery?.ledger(),
      consent: gate.now().consent,
      stream: delivery?.stream,
      held: held.length,
      missing: visit!.missing,
      rest_ms: delivery?.restMs() ?? 0,
    }),
    memory,
    leave: (stays) => {
      visit!.save();
      if (!delivery) return;
      ordersKnown = true; // better an order too many, which its id tells, than none
      release(delivery);
      delivery.leave(stays);
    },
    exportData: () =>
      exportData(queue, spill, () => ({
        consent: gate.now(),
        visitor: visit!.visitor,
        waiting: delivery?.waiting() ?? [],
        drafts: held.map(({ draft }) => draft),
      })),
    stop: () => {
      gate.stop();
      close();
    },
  };
};

import type { EventFields, Json } from '../event/event.ts';
import { all, quietly } from '../listen/ear.ts';
import type { Stop } from '../listen/life.ts';
import type { Page } from '../listen/page.ts';
import { isCalled } from '../read/cart.ts';
import { type Notice, readNotices } from '../read/notice.ts';
import type { Report } from './detector.ts';
import { mergeEvidence, mergeFields } from './merge.ts';
import type { Shop } from './shop.ts';

/** Something the shopper tried, from the press to what became of it. */
export interface Act {
  name: string;
  fields: EventFields;
  /** Epoch ms. */
  at: number;
  /** The press it came from; 0 on the page before, -1 when there was none. */
  press: number;
  /** A second press of the same control within a second: the same wish. */
  again?: number;
  evidence: string[];
  state: 'open' | 'settling' | 'done' | 'refused';
  /** Comes from the page before: this page is its answer. */
  carried?: boolean;
  /** What the detector wants to know again on the next page. */
  note?: Record<string, Json>;
  /** What is still to be looked at on the page. */
  read?: (() => Pick<Act, 'fields' | 'note'>) | undefined;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

export interface Attempts {
  /** `read` looks at the page for what is being tried: after the shopper's press, so that it costs the press nothing. */
  open(act: Pick<Act, 'name' | 'fields' | 'press'> & Partial<Act>, read?: () => Pick<Act, 'fields' | 'note'>): Act;
  /** The act of the press that a request, started then, belongs to; whatever became of it. */
  before(started: number): Act | undefined;
  /** Acts that wait, oldest first. */
  waiting(): Act[];
  /** Something confirms an act. More may come within `SETTLE_MS`; what is then known is reported. */
  settle(act: Act, evidence: string, fields?: EventFields): void;
  refuse(act: Act, why: string): void;
  stop: Stop;
}

/** What a page shows while an act waits. */
export interface Sight {
  /** None of those that stood there before. */
  notices: Notice[];
  isBad: boolean;
  /** What was drawn since. */
  drawn: Element[];
  last: boolean;
}

interface Options {
  page: Page;
  shop: Shop;
  report: Report;
  /** The milestones of these acts; the first also names the memory that carries them over a page load. */
  names: string[];
  /** The fields as they are reported, once all is known. */
  finish?(act: Act): EventFields;
  /**
   * Looks at the page for what became of an act: on changes while no request is on its way, and on the page that
   * follows (`act.carried`). Where a notice is bad, an act that is not confirmed is refused.
   */
  look(act: Act, sight: Sight): void;
  /** Whether an act may be decided by the next page. */
  carries?(act: Act): boolean;
}

const EXPIRE_MS = 15_000; // slow answers take ten seconds
const SETTLE_MS = 400;
const CARRIED_MS = 60_000; // older acts are not what this page answers

/**
 * Keeps what was tried until it is confirmed, refused or forgotten. Evidence about one act merges; it is reported once,
 * at once when the page is left. What waits then is handed to the next page where consent allows.
 */
export const createAttempts = ({ page, shop, report, names, finish, look, carries }: Options): Attempts => {
  const memory = page.memory(names[0]!);
  let acts: Act[] = [];
  let unwatch: Stop | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let drawn: Element[] = [];

  /** The site itself has said so. */
  const isTold = ({ state, evidence }: Act) => state === 'open' && !!evidence[0];
  const isAlive = (state: Act['state']) => state === 'open' || state === 'settling';
  const waiting = () => acts.filter(({ state }) => state === 'open');
  const check = (last = false) => {
    clearTimeout(again);
    if (!waiting().length) return;
    // What the answer says counts more than what is drawn before it has ended; nothing may change after.
    if (page.isBusy() && !last) {
      again = setTimeout(() => quietly(check), SETTLE_MS);
      return;
    }
    const standing = readNotices(document);
    // What shows is more likely the fruit of the latest wish.
    for (const act of waiting().reverse()) {
      complete(act);
      const notices = standing.filter(({ text }) => act.carried || !shop.isOldNotice(text));
      // Where errors will be shown, a box may wait for them.
      const isBad = notices.some(({ bad, element }) => bad && element.checkVisibility?.() !== false);
      look(act, { notices, isBad, drawn, last });
      if (isBad) refuse(act, 'notice');
      else if (last && act.carried && isTold(act)) conclude(act);
    }
  };
  /** The page is watched closely only while something waits. */
  const tend = () => {
    if (waiting().length)
      unwatch ??= page.onChange((latest) => {
        drawn = latest;
        check();
      });
    else {
      unwatch?.();
      unwatch = undefined;
      drawn = [];
    }
  };
  const after = (act: Act, ms: number, fn: () => void) => {
    clearTimeout(act.timer);
    act.timer = setTimeout(fn, ms);
  };
  const end = (act: Act, outcome: 'confirmed' | 'refused' | 'expired', why = act.evidence[0]) => {
    complete(act);
    clearTimeout(act.timer);
    act.state = outcome === 'confirmed' ? 'done' : 'refused';
    report.attempt({ name: act.name, outcome, fields: act.fields, why });
    tend();
  };
  const refuse = (act: Act, why: string) => {
    if (act.state !== 'open') return;
    end(act, 'refused', why);
    shop.refresh(); // the notice that stands now answers no later act
  };
  const conclude = (act: Act) => {
    act.fields = finish?.(act) ?? act.fields;
    report.milestone({ name: act.name, fields: act.fields, by: { evidence: act.evidence } });
    end(act, 'confirmed');
    shop.refresh();
  };
  const wait = (act: Act): Act => {
    acts = [...acts.filter(({ state }, at) => isAlive(state) || at > acts.length - 10), act];
    after(act, EXPIRE_MS, () => end(act, 'expired', `nothing in ${EXPIRE_MS / 1000} s`));
    tend();
    return act;
  };
  const complete = (act: Act) => {
    const { read } = act;
    if (!read) return;
    act.read = undefined;
    const { fields = {}, note } = quietly(read) ?? {};
    act.fields = mergeFields(fields, act.fields);
    act.note = { ...note, ...act.note };
    report.attempt({ name: act.name, outcome: 'open', fields: act.fields });
  };
  const open: Attempts['open'] = (tried, read = () => ({ fields: {} })) => {
    const act = wait({ at: page.now(), evidence: [], state: 'open', ...tried, read });
    setTimeout(() => complete(act));
    return act;
  };
  const settle: Attempts['settle'] = (act, evidence, fields = {}) => {
    if (act.state === 'refused') return;
    complete(act);
    const stronger = mergeEvidence(act.evidence, [evidence])[0] === evidence;
    act.fields = stronger ? mergeFields(act.fields, fields) : mergeFields(fields, act.fields);
    act.evidence = mergeEvidence(act.evidence, [evidence]);
    if (act.state !== 'open') return;
    if (evidence === 'datalayer') return hold(act);
    act.state = 'settling';
    after(act, SETTLE_MS, () => conclude(act));
    tend();
  };
  /** A tag tells at the press: an answer on its way, or the page it leads to, may still refuse. */
  const hold = (act: Act): void =>
    after(act, SETTLE_MS, () => {
      if (page.isBusy() && page.now() - act.at < EXPIRE_MS) hold(act);
      else conclude(act);
    });
  const restore = () => {
    const carried = memory.read();
    if (!Array.isArray(carried)) return;
    memory.write(undefined);
    for (const act of carried.slice(0, 10) as Act[]) {
      if (!act?.fields || !(page.now() - act.at < CARRIED_MS)) continue;
      const restored: Act = { ...act, press: 0, carried: true, timer: undefined };
      if (act.state === 'open') wait(restored);
      else acts.push(restored);
    }
  };
  const leave = () => {
    for (const act of acts) complete(act);
    for (const act of acts) if (act.state === 'settling') conclude(act);
    // What the site has told is so, unless this site's next page says otherwise.
    const going = waiting().filter((act) => (carries?.(act) ?? true) && (page.life.stays() || !isTold(act)));
    // What is done goes along too: a server may push it to the data layer of the next page once more.
    const kept = [...going, ...acts.filter(({ state, carried }) => state === 'done' && !carried)];
    const isKept = !kept.length || memory.write(kept as unknown as Json);
    for (const act of waiting()) {
      if (isKept && going.includes(act)) clearTimeout(act.timer);
      else if (isTold(act)) conclude(act);
      else end(act, 'expired', isKept ? 'page left' : 'no memory');
    }
    acts = acts.filter(({ state }) => state === 'done');
    tend();
  };
  restore();
  return {
    open,
    before: (started) => {
      const { id } = page.pressBefore(started) ?? {};
      const act = acts.find((other) => id && (other.press === id || other.again === id));
      if (act) complete(act);
      return act;
    },
    waiting,
    settle,
    refuse,
    stop: all([
      page.life.onLeave(leave),
      page.life.onBack(restore),
      page.onView((view) => {
        // Another route is another page: what is settled belongs before it.
        for (const act of acts) if (act.state === 'settling') conclude(act);
        view.look((last) => {
          if (waiting().some(({ carried }) => carried)) check(last);
          return last;
        });
      }),
      page.onPush(({ name, fields }) => {
        if (!names.includes(name)) return;
        const { id = -1 } = page.pressBefore(page.now()) ?? {};
        // The press it belongs to is known by whatever name the first tag gives to what was pressed for.
        const known = [...acts]
          .reverse()
          .find(
            (act) =>
              act.name === name &&
              act.state !== 'refused' &&
              ((act.press === id && !act.evidence.includes('datalayer')) ||
                isCalled(act.fields.items?.[0], fields.items?.[0])),
          );
        settle(known ?? open({ name, fields, press: id }), 'datalayer', fields);
      }),
      () => {
        for (const act of acts) clearTimeout(act.timer);
        clearTimeout(again);
        unwatch?.();
      },
    ]),
  };
};

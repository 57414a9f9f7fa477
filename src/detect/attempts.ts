import type { EventFields, Json } from '../event/event.ts';
import type { Stop } from '../listen/life.ts';
import type { Page } from '../listen/page.ts';
import type { Report } from './detector.ts';
import { mergeEvidence, mergeFields } from './merge.ts';

/** Something the shopper tried, from the press to what became of it. */
export interface Act {
  name: string;
  fields: EventFields;
  /** Epoch ms. */
  at: number;
  /** The press it came from; 0 on the page before. */
  press: number;
  /** A second press of the same control within a second: the same wish. */
  again?: number;
  evidence: string[];
  state: 'open' | 'settling' | 'done' | 'refused';
  /** Comes from the page before: this page is its answer. */
  carried?: boolean;
  /** What the detector wants to know again on the next page. */
  note?: Record<string, Json>;
}

export interface Attempts {
  open(act: Pick<Act, 'name' | 'fields' | 'press'> & Partial<Act>): Act;
  /** The act of a press, whatever became of it. */
  ofPress(press: number): Act | undefined;
  /** What was tried on this page and the one before, oldest first. */
  recent(): Act[];
  /** Acts that wait. */
  waiting(): Act[];
  /** Something confirms an act. More may come within `SETTLE_MS`; what is then known is reported. */
  settle(act: Act, evidence: string, fields?: EventFields): void;
  refuse(act: Act, why: string): void;
  stop: Stop;
}

interface Options {
  page: Page;
  report: Report;
  /** Name of the memory that carries acts over a page load. */
  memory: string;
  /** The fields as they are reported, once all is known. */
  finish(act: Act): EventFields;
  /** Looks at the page for what became of the acts that wait. Called on changes, while no request is on its way. */
  watch(act: Act): void;
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
export const createAttempts = ({ page, report, memory: name, finish, watch, carries }: Options): Attempts => {
  const memory = page.memory(name);
  let acts: Act[] = [];
  let unwatch: Stop | undefined;
  const timers = new Map<Act, ReturnType<typeof setTimeout>>();

  const waiting = () => acts.filter(({ state }) => state === 'open');
  const look = () => {
    if (!page.isBusy()) for (const act of waiting()) watch(act);
  };
  /** The page is watched closely only while something waits. */
  const tend = () => {
    if (waiting().length) unwatch ??= page.onChange(look);
    else {
      unwatch?.();
      unwatch = undefined;
    }
  };
  const after = (act: Act, ms: number, fn: () => void) => {
    clearTimeout(timers.get(act));
    timers.set(act, setTimeout(fn, ms));
  };
  const end = (act: Act, outcome: 'confirmed' | 'refused' | 'expired', why?: string) => {
    clearTimeout(timers.get(act));
    timers.delete(act);
    act.state = outcome === 'confirmed' ? 'done' : 'refused';
    report.attempt({ name: act.name, outcome, fields: act.fields, ...(why && { why }) });
    tend();
  };
  const conclude = (act: Act) => {
    act.fields = finish(act);
    if (!page.isRuled(act.name))
      report.milestone({ name: act.name, fields: act.fields, by: { evidence: act.evidence } });
    end(act, 'confirmed', act.evidence[0]);
  };
  const wait = (act: Act) => {
    acts = [...acts.slice(-9), act];
    after(act, EXPIRE_MS, () => end(act, 'expired', `nothing in ${EXPIRE_MS / 1000} s`));
    tend();
  };
  const restore = () => {
    const carried = memory.read();
    if (!Array.isArray(carried)) return;
    memory.write(undefined);
    for (const act of carried.slice(0, 10) as Act[]) {
      if (typeof act?.at !== 'number' || page.now() - act.at > CARRIED_MS || !act.fields) continue;
      const restored: Act = { ...act, press: 0, carried: true };
      if (act.state === 'open') wait(restored);
      else acts.push(restored);
    }
  };
  const leave = () => {
    for (const act of acts) if (act.state === 'settling') conclude(act);
    const open = waiting();
    const going = open.filter((act) => carries?.(act) ?? true);
    const done = acts.filter(({ state, carried }) => state === 'done' && !carried);
    const kept = going.length || done.length ? memory.write([...going, ...done] as unknown as Json) : true;
    for (const act of open) {
      if (kept && going.includes(act)) act.state = 'refused';
      else end(act, 'expired', kept ? 'page left' : 'no memory');
      clearTimeout(timers.get(act));
    }
    acts = acts.filter(({ state }) => state !== 'refused');
    tend();
  };
  const stops = [page.life.onLeave(leave), page.life.onBack(restore)];
  restore();

  return {
    open: (tried) => {
      const act: Act = { at: page.now(), evidence: [], state: 'open', ...tried };
      report.attempt({ name: act.name, outcome: 'open', fields: act.fields });
      wait(act);
      return act;
    },
    ofPress: (press) => acts.find((act) => act.press === press || act.again === press),
    recent: () => acts,
    waiting,
    settle: (act, evidence, fields = {}) => {
      if (act.state === 'refused') return;
      const stronger = !act.evidence.length || mergeEvidence(act.evidence, [evidence])[0] === evidence;
      act.fields = stronger ? mergeFields(act.fields, fields) : mergeFields(fields, act.fields);
      act.evidence = mergeEvidence(act.evidence, [evidence]);
      if (act.state !== 'open') return;
      act.state = 'settling';
      after(act, SETTLE_MS, () => conclude(act));
      tend();
    },
    refuse: (act, why) => {
      if (act.state === 'open') end(act, 'refused', why);
    },
    stop: () => {
      for (const stop of stops) stop();
      for (const timer of timers.values()) clearTimeout(timer);
      unwatch?.();
    },
  };
};

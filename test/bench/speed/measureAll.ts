import type { Browser } from 'playwright-core';
import { medians, quantile } from './figures.ts';
import { type BacklogCase, measureBacklog } from './measures/backlog.ts';
import { measureEvents } from './measures/events.ts';
import { countBurden, measurePress } from './measures/press.ts';
import { measureStart } from './measures/start.ts';
import { createStage } from './stage.ts';
import { SUBJECTS, type Subject } from './subjects.ts';

/** One line of the table: a figure for each who was compared. */
export interface Row {
  part: string;
  name: string;
  unit: string;
  values: Record<string, number>;
}

export interface Figures {
  rows: Row[];
  /** A figure of one line. Throws where there is none. */
  of(part: string, name: string, who?: string): number;
}

const EVENTS = 1000;
const BACKLOGS = [0, 1000, 10_000];

/** Runs `work` for each of `subjects` in turn, round after round: what the machine does meanwhile hits all alike. */
const alternate = async <S extends string, T extends Record<string, number>>(
  subjects: readonly S[],
  rounds: number,
  work: (subject: S) => Promise<T>,
): Promise<Record<S, T>> => {
  const got = Object.fromEntries(subjects.map((subject) => [subject, [] as T[]])) as Record<S, T[]>;
  for (let round = 0; round < rounds; round++) for (const subject of subjects) got[subject].push(await work(subject));
  return Object.fromEntries(subjects.map((subject) => [subject, medians(got[subject])])) as Record<S, T>;
};

/** What is left of a figure without what a page alone takes. */
const less = (figures: Record<Subject, Record<string, number>>, name: string) =>
  Object.fromEntries(
    SUBJECTS.filter((subject) => subject !== 'nothing').map((subject) => [
      subject,
      figures[subject][name]! - figures.nothing[name]!,
    ]),
  );

const pick = (figures: Record<string, Record<string, number>>, name: string) =>
  Object.fromEntries(Object.entries(figures).map(([who, each]) => [who, each[name]!]));

export const measureAll = async (browser: Browser, rounds: number, say: (step: string) => void): Promise<Figures> => {
  const rows: Row[] = [];
  const stage = await createStage(browser);
  try {
    for (const slowdown of [1, 4]) {
      const at = slowdown === 1 ? 'CPU as it is' : `CPU ${slowdown}x slowed`;
      const add = (name: string, unit: string, values: Record<string, number>) =>
        rows.push({ part: at, name, unit, values });
      say(`${at}: starts`);
      const starts = await alternate(SUBJECTS, rounds, (subject) => measureStart(stage, subject, slowdown));
      add('load, start and landing', 'ms', less(starts, 'cpuMs'));
      add('longest task of the start, script part', 'ms', pick(starts, 'longestPartMs'));
      say(`${at}: events`);
      const events = await alternate(SUBJECTS, slowdown === 1 ? rounds : Math.ceil(rounds / 2), (subject) =>
        measureEvents(stage, subject, slowdown, EVENTS),
      );
      add('track(), median, wall', 'us', pick(events, 'medianUs'));
      add('track(), p99, wall', 'us', pick(events, 'p99Us'));
      add(`CPU of ${EVENTS} events delivered`, 'ms', less(events, 'cpuMs'));
      add('longest task meanwhile', 'ms', pick(events, 'longestTaskMs'));
      add(`requests of ${EVENTS} events`, '', pick(events, 'requests'));
      add(`bytes of ${EVENTS} events`, '', pick(events, 'bytes'));
      if (slowdown > 1) continue;
      const few = await alternate(SUBJECTS, 1, (subject) => measureEvents(stage, subject, 1, 20));
      add('requests of 20 events', '', pick(few, 'requests'));
      add('bytes of 20 events', '', pick(few, 'bytes'));
    }

    const both = ['nothing', 'funnelwire'] as const;
    const part = 'Product page of 3,000 elements, CPU 4x slowed';
    say(part);
    const products = await alternate(both, rounds, (subject) => measureStart(stage, subject, 4, '/product'));
    rows.push(
      { part, name: 'main thread until quiet', unit: 'ms', values: pick(products, 'cpuMs') },
      { part, name: 'longest task', unit: 'ms', values: pick(products, 'longestTaskMs') },
      {
        part,
        name: 'longest task, script part',
        unit: 'ms',
        values: { funnelwire: products.funnelwire.longestPartMs },
      },
      { part, name: 'all script parts', unit: 'ms', values: { funnelwire: products.funnelwire.scriptMs } },
    );
    const presses = await alternate(both, 2 * rounds, (subject) => measurePress(stage, subject, 4));
    rows.push({ part, name: 'press on "Add to cart"', unit: 'ms', values: pick(presses, 'clickMs') });
    const burdens = await alternate(both, 1, (subject) => countBurden(stage, subject));
    rows.push(
      { part, name: 'layouts forced', unit: '', values: pick(burdens, 'forcedLayouts') },
      { part, name: 'observers of changes, at most', unit: '', values: pick(burdens, 'mostObservers') },
      { part, name: 'observers of changes, left', unit: '', values: pick(burdens, 'observers') },
    );
  } finally {
    await stage.close();
  }

  for (const slowdown of [1, 4]) {
    const part = `Events of earlier pages, CPU ${slowdown === 1 ? 'as it is' : `${slowdown}x slowed`}`;
    const all: Record<string, Awaited<ReturnType<typeof measureBacklog>>> = {};
    for (const count of BACKLOGS) {
      say(`${part}: ${count}`);
      all[count] = await measureBacklog(browser, { subject: 'funnelwire', count, slowdown });
    }
    const add = (name: string, unit: string, of: (one: (typeof all)[string]) => number) =>
      rows.push({
        part,
        name,
        unit,
        values: Object.fromEntries(Object.entries(all).map(([count, one]) => [count, of(one)])),
      });
    add('longest task', 'ms', (one) => one.longestTaskMs);
    add('longest task after load', 'ms', (one) => one.longestAfterLoadMs);
    add('from track() to the endpoint, wall', 'ms', (one) => one.ownDelayMs);
    add('requests with events of earlier pages', '', (one) => one.requests);
    add('requests in flight, at most', '', (one) => one.mostInFlight);
    add('of these before load', '', (one) => one.beforeLoad);
    add('shortest pause between two', 'ms', (one) => one.shortestPauseMs);
  }

  const part = "The shop's own requests while 10,000 events wait, wall";
  const cases: Record<string, BacklogCase> = {
    'without us': { subject: 'nothing', count: 0 },
    'with us': { subject: 'funnelwire', count: 10_000 },
  };
  for (const slowNet of [false, true]) {
    const net = slowNet ? 'slow network' : 'loopback';
    const all: Record<string, number[]> = {};
    for (const [who, one] of Object.entries(cases)) {
      say(`${part}: ${net}, ${who}`);
      all[who] = (await measureBacklog(browser, { ...one, slowNet })).asked;
    }
    for (const share of [0.5, 0.95])
      rows.push({
        part,
        name: `${net}, ${share === 0.5 ? 'median' : 'p95'}`,
        unit: 'ms',
        values: Object.fromEntries(Object.entries(all).map(([who, asked]) => [who, quantile(asked, share)])),
      });
  }

  return {
    rows,
    of: (part, name, who = 'funnelwire') => {
      const value = rows.find((row) => row.part.startsWith(part) && row.name === name)?.values[who];
      if (value === undefined) throw new Error(`nothing was measured of "${part}", "${name}", ${who}`);
      return value;
    },
  };
};

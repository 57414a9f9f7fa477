import type { Tab } from './tab.ts';

/** A stretch of work on the page's main thread, in ms of CPU time: what a busy machine takes away is not counted. */
export interface Slice {
  name: string;
  /** On the trace's clock, ms. */
  start: number;
  end: number;
  cpuMs: number;
  /** The script that ran, if any. */
  url: string | undefined;
  /** The event that was dispatched, if any. */
  type: string | undefined;
  /** The scripts on the stack when style or layout was asked for; empty when the browser did it of its own accord. */
  askedBy: string[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: {
    data?: { url?: string; type?: string };
    beginData?: { stackTrace?: { url: string }[] };
  };
}

/** Tasks, scripts in them, microtasks. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute', 'blink.user_timing'];

/** Who asked for style and layout. Slows every script down: not for figures of time. */
const STACKS = 'disabled-by-default-devtools.timeline.stack';

const MARK = 'bench';

const toSlice = ({ name, ts, dur = 0, tdur = 0, args: { data, beginData } }: TraceEvent): Slice => ({
  name,
  start: ts / 1000,
  end: (ts + dur) / 1000,
  cpuMs: tdur / 1000,
  url: data?.url,
  type: data?.type,
  askedBy: (beginData?.stackTrace ?? []).map(({ url }) => url),
});

/**
 * What the main thread of the page on which `work` ends did meanwhile. `withStacks` also tells who asked for layout, and
 * makes all times worthless.
 */
export const traced = async (tab: Tab, work: () => Promise<unknown>, withStacks = false): Promise<Slice[]> => {
  const { browser: cdp } = tab;
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const includedCategories = withStacks ? [...CATEGORIES, STACKS] : CATEGORIES;
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  try {
    await work();
    await tab.evaluate((mark) => void performance.mark(mark), MARK);
  } finally {
    const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
  }
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('the trace knows nothing of the page');
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid)
    .map(toSlice)
    .sort((a, b) => a.start - b.start || b.end - a.end);
};

const isTask = ({ name }: Slice) => name === 'RunTask';

const sum = (slices: Slice[]) => slices.reduce((total, { cpuMs }) => total + cpuMs, 0);

/** Slices that lie in no other of them. */
const outermost = (slices: Slice[]): Slice[] => {
  let end = -1;
  return slices.filter((slice) => {
    if (slice.start < end) return false;
    end = slice.end;
    return true;
  });
};

const within = (slices: Slice[], { start, end }: Slice) =>
  slices.filter((slice) => slice.start >= start && slice.end <= end);

/** All that the main thread did, ms. */
export const cpuOf = (slices: Slice[]): number => sum(slices.filter(isTask));

export const longestTask = (slices: Slice[]): number => Math.max(0, ...slices.filter(isTask).map(({ cpuMs }) => cpuMs));

/**
 * What `script` did in each task that it had a part in, ms; where a page has no other script, promises are its own too.
 */
export const partsOf = (slices: Slice[], script: RegExp): number[] => {
  const own = outermost(
    slices.filter(
      ({ name, url }) =>
        name === 'RunMicrotasks' ||
        (/^(EvaluateScript|FunctionCall|v8\.compile)$/.test(name) && script.test(url ?? '')),
    ),
  );
  return slices
    .filter(isTask)
    .map((task) => sum(within(own, task)))
    .filter((ms) => ms > 0);
};

/** What a press cost from its first listener to its last, promises between them included, ms. */
export const clickOf = (slices: Slice[]): number =>
  sum(slices.filter(({ name, type }) => name === 'EventDispatch' && type === 'click'));

/** Layouts and recalculations of style that `script` has asked for. */
export const forcedBy = (slices: Slice[], script: RegExp): Slice[] =>
  slices.filter(
    ({ name, askedBy }) => /^(Layout|UpdateLayoutTree)$/.test(name) && askedBy.some((url) => script.test(url)),
  );

import type { Page } from 'playwright-core';

/** What the pages of a walk kept their main threads busy with, in ms of CPU time, and how many pages they were. */
export interface Cost {
  pages: number;
  /** All tasks: scripts, style, layout, parsing. */
  taskMs: number;
  scriptMs: number;
}

/**
 * Reads the browser's own counters (`Performance.getMetrics`). They start at 0 in each process that a tab's pages live
 * in, so they are to be read after each step. CPU time and not wall clock: a busy machine does not show in it.
 */
export const createMeter = async (tab: Page) => {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cost: Cost = { pages: 0, taskMs: 0, scriptMs: 0 };
  tab.on('domcontentloaded', () => cost.pages++);
  let last: Record<string, number> = {};
  const grown = (now: Record<string, number>, name: string) => {
    const [from = 0, to = 0] = [last[name], now[name]];
    return 1000 * (to < from ? to : to - from);
  };
  return {
    cost,
    read: async (): Promise<void> => {
      const { metrics } = await session.send('Performance.getMetrics');
      const now = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      cost.taskMs += grown(now, 'TaskDuration');
      cost.scriptMs += grown(now, 'ScriptDuration');
      last = now;
    },
  };
};

export const sumOfCosts = (costs: Cost[]): Cost =>
  costs.reduce(
    (sum, { pages, taskMs, scriptMs }) => ({
      pages: sum.pages + pages,
      taskMs: sum.taskMs + taskMs,
      scriptMs: sum.scriptMs + scriptMs,
    }),
    { pages: 0, taskMs: 0, scriptMs: 0 },
  );

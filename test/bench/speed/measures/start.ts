import { quiet, type Stage } from '../stage.ts';
import { OURS, type Subject } from '../subjects.ts';
import { cpuOf, longestTask, partsOf, traced } from '../trace.ts';

/** A page loaded, with a cold cache, until it is quiet; `path` '' is plain, '/product' a whole product page. */
export const measureStart = async (stage: Stage, subject: Subject, slowdown: number, path: '' | '/product' = '') => {
  const tab = await stage.open(slowdown);
  const slices = await traced(tab, async () => {
    await tab.go(`/${subject}${path}`);
    await tab.evaluate(() => (window as unknown as { flush(): void }).flush()); // the landing is part of the start
    await quiet(stage, tab);
  });
  await tab.close();
  const script = subject === 'funnelwire' ? OURS : new RegExp(`/floors/${subject}\\.js$`);
  const parts = partsOf(slices, script);
  return {
    /** All that the main thread did, the page's own work included. */
    cpuMs: cpuOf(slices),
    longestTaskMs: longestTask(slices),
    /** The script's part: of all, and of the task that it had most of. */
    scriptMs: parts.reduce((total, ms) => total + ms, 0),
    longestPartMs: Math.max(0, ...parts),
  };
};

import { hash } from './event/ids.ts';
import { createWarn } from './warn.ts';

/**
 * Measures this share of all visitors, 0 to 1: every event of those, and none of the others. Who is measured is drawn from
 * the visitor's id and stays so on every page; without an id, each page load is drawn for itself. Anything but 0 to 1 is
 * warned of and measures all. For `createFunnel({ sample: sample(0.1) })`; what a report then counts stands for ten times as much.
 */
export const sample = (share: number): ((id: string) => boolean) => {
  if (share >= 0 && share <= 1) return (id) => parseInt(hash(id).slice(-8), 16) < share * 2 ** 32;
  createWarn()('"sample" takes 0 to 1: everyone is measured');
  return () => true;
};

import type { Stop } from '../listen/ear.ts';

const EVERY_MS = 500;
/** Five minutes: a platform that has not come by then will not come. */
const TRIES = 600;

/** Calls `use` once with what `find` finds, now or when it has come. Never throws: a platform's fault stays its own. */
export const whenThere = <T>(find: () => T | undefined, use: (found: T) => void): Stop => {
  let left = TRIES;
  const look = () => {
    try {
      const found = find();
      if (found || !left--) clearInterval(timer);
      if (found) use(found);
    } catch {
      clearInterval(timer);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return () => clearInterval(timer);
};

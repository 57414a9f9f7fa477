import type { Funnel } from './funnel.ts';
import type { Stop } from './listen/life.ts';

/** As long as a name of `identify`. */
const MAX_CHARS = 256;

/**
 * Puts the company whose account is used on each event from now on, as `account`, under consent 'granted' only. Not kept:
 * say it on every page, as the site's login does. Returns its undo.
 */
export const group = ({ on, status }: Pick<Funnel, 'on' | 'status'>, accountId: string): Stop =>
  on('draft', (draft) => {
    if (accountId && status().consent === 'granted') draft.account = `${accountId}`.slice(0, MAX_CHARS);
  });

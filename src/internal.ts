import type { Detector } from './detect/detector.ts';

export interface InternalOptions {
  /** Hosts that are no shop for customers: `/^(staging|preview)\.|^localhost$/`. Default: none. */
  hosts?: RegExp | undefined;
  /** Whether whoever is here works here, as the site knows by its own login. Asked for each event. Default: nobody does. */
  staff?: () => unknown;
}

/**
 * Marks the traffic of the site's own hosts and staff with `internal: true`. It is sent all the same; a report leaves it
 * out. For `createFunnel({ detect: [..., internal({ hosts: /^staging\./ })] })`.
 */
export const internal =
  ({ hosts, staff }: InternalOptions): Detector =>
  ({ ears }) => {
    const isOurs = hosts?.test(location.hostname);
    return ears.draft.on((draft) => {
      if (isOurs || staff?.()) draft.internal = true;
    });
  };

import type { Funnel } from 'funnelwire';
import { ATTRIBUTE, toAttribute } from './handover.ts';

/** The root under which the theme's own requests go: `/`, or a market's, `/de/`. */
const root = () => (window as { Shopify?: { routes?: { root?: string } } }).Shopify?.routes?.root ?? '/';

/**
 * For the theme's page, beside `createFunnel`: writes visitor and session to the cart's attributes with its first change
 * and each new session, under consent 'granted' only, and takes them out again when consent is withdrawn. The order keeps
 * them. Returns its undo.
 */
export const handOver = (funnel: Pick<Funnel, 'on' | 'exportData' | 'status'>): (() => void) => {
  let told: string | undefined;
  let granted = funnel.status().consent === 'granted';
  const tell = (value: string) => {
    if (value === told) return;
    told = value;
    // Never waited for, never failed into the page: a checkout without it is a visitor of its own.
    fetch(`${root()}cart/update.js`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ attributes: { [ATTRIBUTE]: value } }),
      keepalive: true,
    }).catch(() => {
      told = undefined;
    });
  };
  const offs = [
    funnel.on('event', async ({ name }) => {
      if (!/_cart$|^begin_checkout$/.test(name) || funnel.status().consent !== 'granted') return;
      const { visitor, session } = (await funnel.exportData()) as { visitor?: string; session?: { id?: string } };
      // Asked again: the answer took its time.
      if (visitor && session?.id && funnel.status().consent === 'granted')
        tell(toAttribute({ visitor, session: session.id }));
    }),
    funnel.on('consent', (consent) => {
      if (granted && consent !== 'granted') tell('');
      granted = consent === 'granted';
    }),
  ];
  return () => {
    for (const off of offs) off();
  };
};

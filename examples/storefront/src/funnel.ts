import { createFunnel, everything } from 'funnelwire';

/** The stages that only this shop knows. All others are detected, without a word here about routes or requests. */
type Stages = {
  size_guide_opened: { product: string };
  gift_wrap_chosen: { pieces: number };
};

const endpoint = document.querySelector<HTMLMetaElement>('meta[name="collector"]')!.content;

/** Started once with the module, outside of React: no component's life ends it. */
export const funnel = createFunnel<Stages>({ endpoint, consent: 'granted', detect: everything() });

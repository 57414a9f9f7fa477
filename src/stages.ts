/** The five stages of a sales funnel, in their order. */
export const STAGES = ['attraction', 'proposal', 'opportunity', 'qualification', 'closing'] as const;

export type Stage = (typeof STAGES)[number];

/** Top, middle and bottom of the funnel, as marketing counts them. */
export type Level = 'tofu' | 'mofu' | 'bofu';

export const LEVELS: Readonly<Record<Stage, Level>> = {
  attraction: 'tofu',
  proposal: 'mofu',
  opportunity: 'mofu',
  qualification: 'bofu',
  closing: 'bofu',
};

/** Which stage an event brings a visitor to, by the event's name. Names that are not in it move nobody. */
export type StageMap = Readonly<Record<string, Stage>>;

/**
 * The mapping that holds unless a site has its own, `{ ...DEFAULT_STAGES, webinar_joined: 'proposal' }`: attracted by a
 * page, shown an offer, interested in it, seen to be able to buy, sold.
 */
export const DEFAULT_STAGES: StageMap = {
  landing: 'attraction',
  view_item_list: 'attraction',
  view_promotion: 'attraction',
  select_promotion: 'attraction',
  view_search_results: 'attraction',
  select_item: 'proposal',
  view_item: 'proposal',
  add_to_cart: 'opportunity',
  remove_from_cart: 'opportunity',
  view_cart: 'opportunity',
  generate_lead: 'opportunity',
  sign_up: 'opportunity',
  demo_booked: 'opportunity',
  begin_checkout: 'qualification',
  add_shipping_info: 'qualification',
  add_payment_info: 'qualification',
  trial_started: 'qualification',
  activated: 'qualification',
  purchase: 'closing',
  upgraded: 'closing',
  renewed: 'closing',
};

/** The steps of a funnel as a report shows them, in their order. Those of `saas` come by `rules` and `track`. */
export const STEPS = {
  shop: ['landing', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'],
  saas: ['landing', 'demo_booked', 'trial_started', 'activated', 'upgraded', 'renewed'],
} as const;

/** The stage an event brings a visitor to; undefined for one that brings to none. */
export const stageOf = (name: string, stages: StageMap = DEFAULT_STAGES): Stage | undefined =>
  Object.keys(stages).includes(name) ? stages[name] : undefined;

/** Top, middle or bottom of the funnel; undefined for an event that brings to no stage. */
export const levelOf = (name: string, stages: StageMap = DEFAULT_STAGES): Level | undefined => {
  const stage = stageOf(name, stages);
  return stage && LEVELS[stage];
};

import type { Platform } from '../../platform.ts';
import { appGoodsFor } from './appGoods.ts';
import { appPathsFor } from './appPaths.ts';
import { appServerFor } from './appServer.ts';
import { drawAppTraits } from './appTraits.ts';
import { appWalkFor } from './appWalk.ts';

/** A shop that exists nowhere and is drawn by a script, of traits drawn at random, and what really happens in it. */
export const inventApp = (seed: number): Platform => {
  const traits = drawAppTraits(seed);
  const goods = appGoodsFor(traits);
  const paths = appPathsFor(traits);
  return {
    name: `app ${seed}`,
    family: traits.wire === 'action' || traits.wire === 'kept' ? 'opaque' : 'api',
    hosts: ['api'],
    open: (origins, tag) => ({
      apps: appServerFor(traits, goods, paths, tag, origins),
      walk: appWalkFor(traits, goods, paths, origins),
    }),
  };
};

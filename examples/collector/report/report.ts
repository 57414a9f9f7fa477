import { STEPS } from '../../../src/stages.ts';
import type { Store } from '../store/store.ts';
import { type Abandonment, abandonment } from './abandonment.ts';
import { funnel, type Step } from './funnel.ts';
import { type Intake, intake } from './intake.ts';
import { type Latest, latest } from './latest.ts';
import { type Loss, loss } from './loss.ts';
import { type Revenue, revenue } from './revenue.ts';
import { ranges, type Scope, scopeParameters, sinceOf } from './scope.ts';
import { type Source, sources } from './sources.ts';
import { type StageCount, stages } from './stages.ts';
import { type Totals, totals } from './totals.ts';
import { type Vital, vitals } from './vitals.ts';

export interface Report {
  /** Epoch ms. */
  at: number;
  scope: Scope;
  /** Where the range begins, epoch ms. */
  since: number;
  /** Of one bar of a trend. Bars begin at multiples of it since 1970: days are days in UTC. */
  bucketMs: number;
  /** Nothing has arrived yet, in any range. */
  empty: boolean;
  funnel: Step[];
  /** Ready-made lists of steps. */
  presets: typeof STEPS;
  stages: StageCount[];
  vitals: Vital[];
  abandonment: Abandonment[];
  loss: Loss;
  totals: Totals;
  revenue: Revenue[];
  sources: Source[];
  latest: Latest[];
  intake: Intake;
}

/** Every answer of the page, from one snapshot, so that its numbers agree with each other. */
export const report = (store: Store, scope: Scope, steps: string[], now: number): Promise<Report> =>
  store.snapshot(async (ask) => {
    const parameters = scopeParameters(scope, now);
    const { source: _, medium: __, ...everySource } = scope;
    const [any] = await ask<{ empty: boolean }>('SELECT NOT EXISTS (FROM events) AS empty');
    return {
      at: now,
      scope,
      since: sinceOf(scope.range, now),
      bucketMs: ranges[scope.range].bucketMs,
      empty: any!.empty,
      funnel: await funnel(ask, parameters, steps),
      presets: STEPS,
      stages: await stages(ask, parameters),
      vitals: await vitals(ask, parameters),
      abandonment: await abandonment(ask, parameters),
      loss: await loss(ask, parameters, now),
      totals: await totals(ask, parameters),
      revenue: await revenue(ask, parameters, scope.range),
      // The page chooses among them, so they are not narrowed to the one chosen.
      sources: await sources(ask, scopeParameters(everySource, now)),
      latest: await latest(ask, parameters),
      intake: await intake(ask, parameters),
    };
  });

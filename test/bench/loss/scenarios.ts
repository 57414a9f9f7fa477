import type { Scenario } from './scenario.ts';
import { answers } from './scenarios/answers.ts';
import { backlog } from './scenarios/backlog.ts';
import { killed } from './scenarios/killed.ts';
import { leaving } from './scenarios/leaving.ts';
import { storage } from './scenarios/storage.ts';
import { tabs } from './scenarios/tabs.ts';
import { time } from './scenarios/time.ts';

/** Every fault that is played; those drawn at random come from a seed. */
export const SCENARIOS: Scenario[] = [...leaving, ...killed, ...answers, ...tabs, ...storage, ...time, ...backlog];

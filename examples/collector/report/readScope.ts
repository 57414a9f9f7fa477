import { STEPS } from '../../../src/stages.ts';
import { type Range, ranges, type Scope } from './scope.ts';

const NAME = /^[A-Za-z]\w{0,39}$/;
const MAX_STEPS = 10;

/** What a report's address asks for, or undefined when it makes no sense. */
export const readScope = (query: Record<string, string>): { scope: Scope; steps: string[] } | undefined => {
  const { range = 'day', source, medium, everyone } = query;
  const steps = query.steps?.split(',') ?? [...STEPS.shop];
  if (!Object.hasOwn(ranges, range)) return undefined;
  if (steps.length > MAX_STEPS || !steps.every((name) => NAME.test(name))) return undefined;
  return { scope: { range: range as Range, source, medium, everyone: everyone === '1' }, steps };
};

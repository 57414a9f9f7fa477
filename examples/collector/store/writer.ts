export interface Writer<Job> {
  /** Resolves once the job is committed. Rejects when it alone cannot be. `undefined`: too much is waiting already. */
  write(job: Job, weight: number): Promise<void> | undefined;
  readonly overloaded: boolean;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

interface Ticket<Job> {
  job: Job;
  weight: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Events in one transaction, so that nobody waits long for the company they came in. */
const MAX_GROUP_WEIGHT = 5000;

/**
 * Group commit: while one transaction runs, whoever comes waits and shares the next. A group that fails is tried again
 * one by one, so that a single bad job cannot take its neighbours down; unless `failsAll` says that it is no job's fault.
 */
export const createWriter = <Job>(
  commit: (jobs: Job[]) => Promise<void>,
  maxWaiting: number,
  failsAll: (error: unknown) => boolean = () => false,
): Writer<Job> => {
  const waiting: Ticket<Job>[] = [];
  let unanswered = 0;
  let running: Promise<void> | undefined;

  const takeGroup = () => {
    let size = 0;
    for (let weight = 0; size < waiting.length; size++) {
      weight += waiting[size]!.weight;
      if (size > 0 && weight > MAX_GROUP_WEIGHT) break;
    }
    return waiting.splice(0, size);
  };
  const settle = async (group: Ticket<Job>[]): Promise<void> => {
    try {
      await commit(group.map(({ job }) => job));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1 || failsAll(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      for (const ticket of group) await settle([ticket]);
    }
  };
  const run = async () => {
    while (waiting.length > 0) {
      const group = takeGroup();
      await settle(group);
      for (const { weight } of group) unanswered -= weight;
    }
    running = undefined;
  };

  return {
    write(job, weight) {
      // A job heavier than the bound is still taken when it comes alone.
      if (unanswered > 0 && unanswered + weight > maxWaiting) return undefined;
      unanswered += weight;
      return new Promise((resolve, reject) => {
        waiting.push({ job, weight, resolve, reject });
        running ??= run();
      });
    },
    get overloaded() {
      return unanswered >= maxWaiting;
    },
    idle: async () => running,
  };
};

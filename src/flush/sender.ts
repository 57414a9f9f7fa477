import type { Clock } from '../event/clock.ts';
import type { Random } from '../event/ids.ts';
import type { Entry, Fate, RetryNote } from '../queue/queue.ts';
import type { Outcome, StreamBatch, Transport, Verdict } from '../transport/transport.ts';
import { SDK } from '../version.ts';
import { backoffMs } from './backoff.ts';

/** No answer for so long counts as none. */
const TIMEOUT_MS = 30_000;

/** A note further in the future was written under another clock. */
const MAX_REST_MS = 60 * 60 * 1000;

export interface Sender {
  /**
   * Sends what is picked once it is this call's turn, halving what is refused whole, until each has a fate. False: nothing
   * to send, or try again later.
   */
  send(pick: () => Entry[], ended?: StreamBatch[]): Promise<boolean>;
  /** Sends one leaving body. The answer counts if the page lives to read it. */
  depart(entries: Entry[]): void;
  /** Forgets the request under way, but for leaving ones: the page is going, and its answer will be no one's. */
  abandon(): void;
  /** Entries whose answer is awaited. */
  underWay: Set<Entry>;
  /** How long a failed endpoint is still given its rest, in ms. */
  restMs(): number;
  /** Takes up an earlier page's wait, or ends the wait: the endpoint may be back. */
  resume(note?: RetryNote): void;
}

export interface SenderParts {
  transport: Transport;
  clock: Clock;
  random: Random;
  toStreams(entries: Entry[]): StreamBatch[];
  onFate(entries: Entry[], fate: Fate, why?: string): void;
  onRetry(note: RetryNote): void;
  warn(text: string): void;
  /** Resolves when this page may count what it hears: while it is away, its events are another tab's. */
  home(): Promise<unknown>;
}

/** Carries entries to the transport and its verdicts back. One request is under way at a time, but for the leaving one. */
export const createSender = ({
  transport,
  clock,
  random,
  toStreams,
  onFate,
  onRetry,
  warn,
  home,
}: SenderParts): Sender => {
  const underWay = new Set<Entry>();
  const settled = new WeakSet<Entry>();
  let retry: RetryNote = { attempt: 0, until: 0, at: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  let current: { entries: Entry[]; abort: AbortController } | undefined;

  const note = (attempt: number, until: number) => {
    retry = { attempt, until, at: clock.now() };
    onRetry(retry);
  };

  const restMs = () => {
    const left = retry.until - clock.now();
    return left < MAX_REST_MS ? Math.max(left, 0) : 0;
  };

  /** Undefined when the request was abandoned. */
  const ask = async (entries: Entry[], ended: StreamBatch[], leaving: boolean): Promise<Outcome | undefined> => {
    const mine = { entries, abort: new AbortController() };
    if (!leaving) current = mine;
    for (const entry of entries) underWay.add(entry);
    const timeout = setTimeout(() => mine.abort.abort(), TIMEOUT_MS);
    let outcome: Outcome = { retryAfterMs: undefined };
    try {
      const streams = [...toStreams(entries), ...ended];
      const how = { leaving, signal: mine.abort.signal };
      outcome = Object(await transport({ v: 1, sdk: SDK, sent_at: clock.now(), streams }, how));
    } catch {
      warn('"transport" must not fail');
    }
    clearTimeout(timeout);
    if (!leaving && current !== mine) return undefined;
    for (const entry of entries) underWay.delete(entry);
    return outcome;
  };

  /** What an outcome means for each entry. False when some have to be sent again. */
  const conclude = (entries: Entry[], outcome: Outcome): boolean => {
    const verdicts = entries.map(({ event }): Verdict => outcome.events?.[event.id] ?? outcome);
    const those = (kind: string) => entries.filter((_, at) => kind in verdicts[at]!);
    for (const entry of [...those('done'), ...those('refused')]) settled.add(entry);
    onFate(those('done'), 'acknowledged');
    onFate(
      those('refused'),
      'refused',
      verdicts.flatMap((verdict) => ('refused' in verdict && verdict.reason) || [])[0],
    );
    const again = [outcome, ...verdicts].find((verdict) => !('done' in verdict || 'refused' in verdict));
    if (!again) {
      if (retry.attempt) note(0, 0);
      return true;
    }
    const { retryAfterMs, warn: told } = again as Extract<Verdict, { retryAfterMs: unknown }>;
    if (told) warn(told);
    note(retry.attempt + 1, clock.now() + (retryAfterMs ?? backoffMs(retry.attempt, random)));
    return false;
  };

  const sendNow = async (given: Entry[], ended: StreamBatch[]): Promise<boolean> => {
    // While one half was out, the page may have sent the other on going out of sight.
    const entries = given.filter((entry) => !underWay.has(entry) && !settled.has(entry));
    if (!entries.length && !ended.length) return false;
    const outcome = restMs() ? undefined : await ask(entries, ended, false);
    if (!outcome) return false;
    if (entries.length < 2 || !('refused' in outcome) || outcome.events) return conclude(entries, outcome);
    const half = entries.length >> 1;
    return (await sendNow(entries.slice(0, half), [])) && sendNow(entries.slice(half), ended);
  };

  return {
    underWay,
    restMs,
    send: (pick, ended = []) => {
      const mine = turn.then(() => sendNow(pick(), ended));
      turn = mine;
      return mine;
    },
    depart: async (entries) => {
      const outcome = await ask(entries, [], true);
      await home();
      // A refusal is halved by the next ordinary try.
      if (outcome && !('refused' in outcome)) conclude(entries, outcome);
    },
    abandon: () => {
      current?.abort.abort();
      for (const entry of current?.entries ?? []) underWay.delete(entry);
      current = undefined;
    },
    resume: ({ attempt, until, at } = { attempt: 0, until: 0, at: 0 }) => {
      // The clock has been set back when it is behind the note: what was left then is left now.
      const back = Math.max(0, at - clock.now());
      retry = { attempt, until: until - back, at: at - back };
    },
  };
};

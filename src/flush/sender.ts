import type { Clock } from '../event/clock.ts';
import type { Random } from '../event/ids.ts';
import type { Entry, Fate, Ledger, RetryNote } from '../queue/queue.ts';
import type { Batch, Outcome, StreamBatch, Transport, Verdict } from '../transport/transport.ts';
import { backoffMs } from './backoff.ts';
import { MAX_LEAVING_BYTES, takeLeaving, toStreams } from './batch.ts';

/** No answer for so long counts as none. */
const TIMEOUT_MS = 30 * 1000;

/** A note further in the future was written under another clock. */
const MAX_PAUSE_MS = 60 * 60 * 1000;

export interface Sender {
  /** Sends entries, halving what is refused whole, until each has a fate; calls take turns. False: try again later. */
  send(entries: Entry[], ended?: StreamBatch[]): Promise<boolean>;
  /** Sends what one leaving body carries of entries, the important first. The answer counts if the page lives to read it. */
  depart(entries: Entry[]): void;
  /** Forgets the requests under way: the page is leaving, and their answers will be no one's. */
  abandon(): void;
  isUnderWay(entry: Entry): boolean;
  /** False while a failed endpoint is given its rest. */
  isReady(): boolean;
  /** The endpoint may be back: asks again now, unless it had said itself when to come. */
  hope(): void;
  /** Takes up an earlier page's wait. */
  resume(note: RetryNote): void;
  readonly retryAt: number;
  readonly underWay: number;
}

export interface SenderParts {
  sdk: string;
  transport: Transport;
  clock: Clock;
  random: Random;
  ledgerOf(stream: string, underWay: number): Ledger;
  onFate(entries: Entry[], fate: Fate, why?: string): void;
  onRetry(note: RetryNote): void;
  warn(text: string): void;
}

type Later = Extract<Verdict, { retryAfterMs: unknown }>;

/** Carries entries to the transport and its verdicts back. One request is under way at a time, but for the leaving one. */
export const createSender = (parts: SenderParts): Sender => {
  const { clock } = parts;
  const asked = new Set<Entry>();
  const departed = new Set<Entry>();
  let departedBytes = 0;
  let retry: RetryNote = { attempt: 0, until: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  let abort = new AbortController();

  const note = (next: RetryNote) => {
    retry = next;
    parts.onRetry(next);
  };

  const postpone = ({ retryAfterMs, warn }: Later) => {
    if (warn) parts.warn(warn);
    const delayMs = retryAfterMs ?? backoffMs(retry.attempt, parts.random);
    note({ attempt: retry.attempt + 1, until: clock.now() + delayMs, told: retryAfterMs !== undefined });
  };

  const isReady = () => {
    const left = retry.until - clock.now();
    return left <= 0 || left > MAX_PAUSE_MS;
  };

  const ask = async (
    entries: Entry[],
    ended: StreamBatch[],
    leaving: boolean,
    signal?: AbortSignal,
  ): Promise<Outcome> => {
    const underWay = leaving ? departed : asked;
    for (const entry of entries) underWay.add(entry);
    const count = (stream: string) => entries.filter(({ event }) => event.stream === stream).length;
    const streams = toStreams(entries, (stream) => parts.ledgerOf(stream, count(stream)));
    const batch: Batch = { v: 1, sdk: parts.sdk, sent_at: clock.now(), streams: [...streams, ...ended] };
    try {
      const outcome = await parts.transport(batch, { leaving, ...(signal && { signal }) });
      const known = outcome && ('done' in outcome || 'refused' in outcome || 'retryAfterMs' in outcome);
      return known ? outcome : { retryAfterMs: undefined, warn: '"transport" resolved to no Outcome' };
    } catch {
      return { retryAfterMs: undefined, warn: '"transport" must not reject' };
    } finally {
      for (const entry of entries) underWay.delete(entry);
    }
  };

  /** False when some entries have to be sent again. */
  const conclude = (entries: Entry[], outcome: Outcome): boolean => {
    let again: Later | undefined = 'retryAfterMs' in outcome && !entries.length ? outcome : undefined;
    let reason: string | undefined;
    const done: Entry[] = [];
    const refused: Entry[] = [];
    for (const entry of entries) {
      const verdict = outcome.events?.[entry.event.id] ?? outcome;
      if ('done' in verdict) done.push(entry);
      else if ('refused' in verdict) {
        refused.push(entry);
        reason ??= verdict.reason;
      } else again = verdict;
    }
    if (done.length) parts.onFate(done, 'acknowledged');
    if (refused.length) parts.onFate(refused, 'refused', reason);
    if (again) postpone(again);
    else if (retry.attempt) note({ attempt: 0, until: 0 });
    return !again;
  };

  const sendNow = async (entries: Entry[], ended: StreamBatch[]): Promise<boolean> => {
    if (!isReady()) return false;
    const { signal } = abort;
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), TIMEOUT_MS);
    signal.addEventListener('abort', () => timer.abort(), { once: true });
    const outcome = await ask(entries, ended, false, timer.signal);
    clearTimeout(timeout);
    if (signal.aborted) return false;
    if ('refused' in outcome && !outcome.events && entries.length > 1) {
      const half = entries.length >> 1;
      return (await sendNow(entries.slice(0, half), [])) && (await sendNow(entries.slice(half), ended));
    }
    return conclude(entries, outcome);
  };

  return {
    send: (entries, ended = []) => {
      const mine = turn.then(() => sendNow(entries, ended));
      turn = mine.catch(() => {});
      return mine;
    },
    depart: (entries) => {
      if (!isReady()) return;
      const { signal } = abort;
      const idle = entries.filter((entry) => !asked.has(entry) && !departed.has(entry));
      const batch = takeLeaving(idle, MAX_LEAVING_BYTES - departedBytes);
      if (!batch.length) return;
      const bytes = batch.reduce((sum, entry) => sum + entry.bytes, 0);
      departedBytes += bytes;
      ask(batch, [], true).then((outcome) => {
        departedBytes -= bytes;
        // A refusal is halved by the next ordinary try.
        if (!signal.aborted && !('refused' in outcome)) conclude(batch, outcome);
      });
    },
    abandon: () => {
      abort.abort();
      abort = new AbortController();
      asked.clear();
    },
    isUnderWay: (entry) => asked.has(entry) || departed.has(entry),
    isReady,
    hope: () => {
      if (!retry.told) note({ attempt: 0, until: 0 });
    },
    resume: (earlier) => {
      if (earlier.until > retry.until) retry = earlier;
    },
    get retryAt() {
      return retry.until;
    },
    get underWay() {
      return asked.size + departed.size;
    },
  };
};

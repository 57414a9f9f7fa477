import type { Clock } from '../event/clock.ts';
import type { Random } from '../event/ids.ts';
import { bytesOf, type Entry, type Fate, type RetryNote } from '../queue/queue.ts';
import type { Batch, Outcome, StreamBatch, Transport, Verdict } from '../transport/transport.ts';
import { SDK } from '../version.ts';
import { backoffMs } from './backoff.ts';
import { KEPT_BYTES } from './batch.ts';

/** No answer for so long counts as none. */
const TIMEOUT_MS = 30_000;

/** A page that slept through it finds the answer and the end of its patience at once: the answer counts. */
const GRACE_MS = 1000;

/** A note further in the future was written under another clock. */
const MAX_REST_MS = 60 * 60 * 1000;

const RESTED: RetryNote = { attempt: 0, until: 0, at: 0 };

export interface Sender {
  /**
   * Sends what is picked once it is this call's turn, halving what is refused whole, until each has a fate. False: nothing
   * to send, or try again later. `ended` is told beside the events of dead pages; a page's own come without.
   */
  send(pick: () => Entry[], ended?: StreamBatch[]): Promise<boolean>;
  /** Sends one leaving body. The answer counts if the page lives to read it. */
  depart(entries: Entry[]): unknown;
  /**
   * Forgets the request under way, unless it outlives the page, and tells what it held: the page is going, and its answer
   * will be no one's.
   */
  abandon(): Set<Entry>;
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
  keepNote(retry: RetryNote): void;
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
  keepNote,
  warn,
  home,
}: SenderParts): Sender => {
  const underWay = new Set<Entry>();
  let retry = RESTED;
  let turn: Promise<unknown> = Promise.resolve();
  let current: { entries: Entry[]; abort: AbortController } | undefined;

  const note = (attempt: number, until: number) => {
    retry = { attempt, until, at: clock.now() };
    keepNote(retry);
  };

  const restMs = () => {
    const left = retry.until - clock.now();
    return left > MAX_REST_MS ? 0 : Math.max(left, 0);
  };

  /** What an outcome means for each entry. False when some have to be sent again. */
  const conclude = (entries: Entry[], outcome: Outcome): boolean => {
    const verdicts = entries.map(({ event }): Verdict => outcome.events?.[event.id] ?? outcome);
    const those = (kind: string) => entries.filter((_, at) => kind in verdicts[at]!);
    onFate(those('done'), 'acknowledged');
    const refusal = verdicts.find((verdict) => 'refused' in verdict);
    onFate(those('refused'), 'refused', refusal?.reason);
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

  const carry = async (all: Entry[], leaving: boolean, ended?: StreamBatch[]): Promise<boolean> => {
    for (const entry of all) underWay.add(entry);
    // After a failure without: the page's 64 KiB may be another script's.
    const keepalive = leaving || !(ended || retry.attempt || bytesOf(underWay) > KEPT_BYTES);
    const abort = new AbortController();
    const mine = { entries: all, abort };
    if (!keepalive) current = mine;
    const here = home();

    const ask = async (entries: Entry[], told: StreamBatch[] = []): Promise<boolean> => {
      // The other half, after the page was away: another tab may have sent it by now.
      if (restMs() || here !== home()) return false;
      let timeout = setTimeout(() => {
        timeout = setTimeout(() => abort.abort(), GRACE_MS);
      }, TIMEOUT_MS);
      let outcome: Outcome = { retryAfterMs: undefined };
      try {
        const batch: Batch = { v: 1, sdk: SDK, sent_at: clock.now(), streams: [...toStreams(entries), ...told] };
        outcome = Object(await transport(batch, { leaving, keepalive, signal: abort.signal }));
      } catch {
        warn('"transport" failed');
      }
      clearTimeout(timeout);
      if (keepalive) await home();
      else if (current !== mine) return false;
      if ('refused' in outcome) {
        // The next ordinary try halves it; what was refused as the page was away, another tab may have settled by now.
        if (leaving || here !== home()) return false;
        const half = entries.length >> 1;
        if (half && !outcome.events) return (await ask(entries.slice(0, half))) && ask(entries.slice(half), told);
      }
      return conclude(entries, outcome);
    };

    const sent = await ask(all, ended);
    if (!keepalive) {
      if (current !== mine) return false;
      current = undefined;
    }
    for (const entry of all) underWay.delete(entry);
    return sent;
  };

  return {
    underWay,
    restMs,
    send: (pick, ended) => {
      const mine = turn.then(() => {
        const entries = pick();
        return !!(entries.length || ended?.length) && carry(entries, false, ended);
      });
      turn = mine;
      return mine;
    },
    depart: (entries) => carry(entries, true),
    abandon: () => {
      const cut = new Set(current?.entries);
      current?.abort.abort();
      current = undefined;
      for (const entry of cut) underWay.delete(entry);
      return cut;
    },
    resume: ({ attempt, until, at } = RESTED) => {
      // The clock has been set back when it is behind the note: what was left then is left now.
      const back = Math.max(0, at - clock.now());
      retry = { attempt, until: until - back, at: at - back };
    },
  };
};

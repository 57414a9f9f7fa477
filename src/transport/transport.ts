import type { FunnelEvent } from '../event/event.ts';
import type { Ledger } from '../queue/queue.ts';

/** Carries one batch and says what became of each event. Never rejects (a rejection counts as no answer). */
export type Transport = (batch: Batch, how: How) => Promise<Outcome>;

export interface How {
  /** The page is going away: only keepalive and beacon will do, and the answer may never be read. */
  leaving: boolean;
  /** Small enough to outlive the page: should that go meanwhile, it is not sent again. */
  keepalive?: boolean;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** What the receiver made of a batch; `events` overrules it for single events, by id. */
export type Outcome = Verdict & { events?: Record<string, Verdict> };

export type Verdict =
  | { done: true }
  /** Sending it again cannot help. A whole batch refused is halved until the event at fault stands alone. */
  | { refused: true; reason?: string | undefined }
  /** Try again, not before this many ms; without a number the flusher chooses. `warn` is told to the developer once. */
  | { retryAfterMs: number | undefined; warn?: string };

/** The envelope, exactly as it travels. One batch can hold the events of several page loads. */
export interface Batch {
  v: 1;
  /** Name and version of the sender, 'funnelwire/0.1.0'. */
  sdk: string;
  /** Epoch ms on the clock of `time`, taken anew at each try: receivers correct a wrong clock with it. */
  sent_at: number;
  streams: StreamBatch[];
  /** A visitor's wish to be forgotten: the receiver erases what it holds under this id. Comes without streams. */
  forget?: string | undefined;
}

export interface StreamBatch {
  stream: string;
  /** Absent without consent to identifiers. */
  visitor?: string | undefined;
  session?: string | undefined;
  /** What the site passed to `identify`. */
  user?: string | undefined;
  ledger: Ledger;
  /** In order of `seq`. Empty when only the end of a stream is told. */
  events: Omit<FunnelEvent, 'stream'>[];
}

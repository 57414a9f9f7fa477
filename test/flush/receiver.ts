import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Ledger } from '../../src/queue/queue.ts';
import type { Batch, How, Outcome, StreamBatch, Transport } from '../../src/transport/transport.ts';

export type Sent = StreamBatch['events'][number];
export type Answer = (batch: Batch, how: How) => Outcome | Promise<Outcome>;

const matches = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('src/event/envelope.schema.json', 'utf8')),
);

export const taken: Answer = () => ({ done: true });
export const busy: Answer = () => ({ retryAfterMs: undefined });
export const refusing =
  (isPoison: (event: Sent) => boolean): Answer =>
  (batch) =>
    batch.streams.some(({ events }) => events.some(isPoison)) ? { refused: true, reason: 'poison' } : { done: true };

/** created = acknowledged + waiting + in doubt + dropped. */
export const isBalanced = ({ created, acknowledged, waiting, in_doubt, dropped }: Ledger): boolean =>
  created === acknowledged + waiting + in_doubt + Object.values(dropped).reduce((sum, each) => sum + each, 0);

/** The far end, as a test sees it: answers as told, keeps what came, and holds every body against the schema. */
export const createReceiver = (first: Answer = taken) => {
  let answer = first;
  const batches: Batch[] = [];
  const faults: unknown[] = [];
  const transport: Transport = async (batch, how) => {
    const body = JSON.parse(JSON.stringify(batch)) as Batch;
    batches.push(body);
    if (!matches(body)) faults.push(matches.errors);
    for (const { ledger } of body.streams) if (!isBalanced(ledger)) faults.push(ledger);
    return answer(body, how);
  };
  const events = () => batches.flatMap(({ streams }) => streams.flatMap((stream) => stream.events));
  return {
    transport,
    batches,
    faults,
    answers: (next: Answer) => {
      answer = next;
    },
    events,
    names: () => events().map(({ name }) => name),
  };
};

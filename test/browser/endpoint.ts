import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FunnelEvent } from '../../src/event/event.ts';
import type { Batch } from '../../src/transport/transport.ts';

export interface Arrived {
  /** Exactly as it came. */
  body: string;
  batch: Batch;
  headers: IncomingHttpHeaders;
  /** The URL's query. */
  query: string;
  /** Epoch ms. */
  at: number;
  /** Its events were taken. */
  kept: boolean;
}

/** `drop`: the connection is cut instead of an answer; `kept`: after the body was taken. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  drop?: boolean;
  kept?: boolean;
}

/** What the endpoint does with a body; waits as long as it likes. */
export type Script = (arrived: Arrived, index: number) => Answer | Promise<Answer>;

const schema = JSON.parse(readFileSync(new URL('../../src/event/envelope.schema.json', import.meta.url), 'utf8'));
const isEnvelope = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };

export const takeAll: Script = () => ({ status: 204 });

export const eventsOf = ({ batch }: Arrived): FunnelEvent[] =>
  batch.streams.flatMap(({ stream, events }) => events.map((event) => ({ ...event, stream })));

export type Endpoint = Awaited<ReturnType<typeof createEndpoint>>;

/** An endpoint that answers as it is told to, and keeps every body. */
export const createEndpoint = async () => {
  let script = takeAll;
  const arrived: Arrived[] = [];
  const taken: FunnelEvent[] = [];
  const faults: string[] = [];

  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') faults.push(`asked ${request.method}: no body of ours needs a preflight`);
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return; // its page died in the middle of it
    let batch: Batch;
    try {
      batch = JSON.parse(body) as Batch;
    } catch {
      faults.push(`sent "${body}", which is no JSON`);
      return void response.writeHead(400, cors).end();
    }
    if (!isEnvelope(batch)) faults.push(...isEnvelope.errors!.map((error) => `${error.instancePath} ${error.message}`));
    const { search: query } = new URL(request.url!, 'http://endpoint.test');
    const one = { body, batch, headers: request.headers, query, at: Date.now(), kept: false };
    const { status = 204, headers, body: reply, drop, kept = !drop } = await script(one, arrived.push(one) - 1);
    one.kept = kept && status < 300;
    if (one.kept) taken.push(...eventsOf(one));
    if (drop) return void request.socket.destroy(); // a request that was read to its end ignores its own destroy()
    response.writeHead(status, { ...cors, ...headers }).end(reply);
  });
  // Down, it keeps its port and cuts whoever comes: a freed port may be taken by the server of another test.
  let isDown = false;
  server.on('connection', (socket) => isDown && socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };

  return {
    url: `http://127.0.0.1:${port}/e`,
    /** Every body, whatever was answered. */
    arrived,
    /** What does not fit the promise of the wire: bodies against the schema, preflights. */
    faults,
    /** From now on. */
    answer: (next: Script) => {
      script = next;
    },
    /** Answers nobody. */
    down: async () => {
      isDown = true;
      server.closeAllConnections();
    },
    up: async () => {
      isDown = false;
    },
    /** Events kept, copies included: those of bodies answered with 2xx, and of some whose answer was lost. */
    taken,
    /** The same, each once, in the order of their coming. */
    events: (name?: string): FunnelEvent[] =>
      [...new Map(taken.map((event) => [event.id, event])).values()].filter((event) => !name || event.name === name),
    /** How often the most repeated event was taken. */
    mostCopies: (): number => {
      const copies = new Map<string, number>();
      for (const { id } of taken) copies.set(id, (copies.get(id) ?? 0) + 1);
      return Math.max(0, ...copies.values());
    },
    close,
  };
};

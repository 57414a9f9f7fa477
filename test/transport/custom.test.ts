import type { Outcome, Transport } from '../../src/transport/transport.ts';
import { load, pass, receiver } from '../flush/page.ts';
import { type Sent, taken } from '../flush/receiver.ts';
import { type Became, behavesLikeATransport, type Conduct, NAMES } from './behavesLikeATransport.ts';

/** A site's own transport, as its author would write it: hands the batch to some channel and tells what it said. */
const overChannel =
  (say: (event: Sent) => 'ok' | 'no' | 'wait'): Transport =>
  async (batch) => {
    const events = batch.streams.flatMap((stream) => stream.events);
    if (events.some((event) => say(event) === 'wait')) return { retryAfterMs: 7000 };
    const refused = events.filter((event) => say(event) === 'no');
    return { done: true, events: Object.fromEntries(refused.map(({ id }) => [id, { refused: true }])) };
  };

const CONDUCT: Record<Conduct, Transport> = {
  takes: overChannel(() => 'ok'),
  refuses: overChannel(() => 'no'),
  'one refused': overChannel(({ name }) => (name === 'demo' ? 'no' : 'ok')),
  'busy for 7 s': overChannel(() => 'wait'),
  down: () => Promise.reject<Outcome>(new Error('closed')),
};

behavesLikeATransport('a function of the site', async (conduct) => {
  const { transport, answers, names } = receiver((batch, how) => CONDUCT[conduct](batch, how));
  const funnel = load({ transport });
  const became: Became = { arrived: [], done: [], refused: [], later: [] };
  funnel.on('delivered', (events) => became.done.push(...events.map(({ name }) => name)));
  funnel.on('dropped', ({ events }) => became.refused.push(...events.map(({ name }) => name)));
  for (const name of NAMES) funnel.track(name, {});
  await pass(1);
  became.restMs = Math.ceil(funnel.status().rest_ms / 100) * 100; // a millisecond has passed
  became.arrived = conduct === 'down' ? [] : names();
  const decided = [...became.done, ...became.refused];
  // What is left is sent again, and nothing else.
  answers(taken);
  const sent = names().length;
  await pass(8000);
  became.later = names().slice(sent);
  became.done = became.done.filter((name) => decided.includes(name));
  return became;
});

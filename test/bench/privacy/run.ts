/**
 * `npm run bench:privacy`: puts COUNT (10,000) seeded secrets into every place of a shop's pages, walks it in Chromium, and
 * looks for them in everything that was stored and sent. Then the same with a leak in the built file, one at a time: each
 * has to be found. SEED says which secrets; COUNT=0 leaves this part out.
 *
 * Then the same in the example shops and those of bench:detect (SHOPS: some of these, by their files' names).
 *
 * Then without consent: what a walk through the shop leaves on the device, sends or opens, seen from outside of the page,
 * but for the record of the visitor's decision. Traces left on purpose have to be found.
 */
import { LEAKS, leak } from './leaks.ts';
import { play } from './play.ts';
import type { Hit } from './search.ts';
import { playShops, shops } from './shops.ts';
import { listen, SILENCES } from './silence.ts';
import { PLANTED } from './traces.ts';

const count = Number(process.env.COUNT ?? 10_000);
const seed = Number(process.env.SEED ?? Date.now() % 1e9);
/** What a leak has to be found in. */
const LEAKY_COUNT = 2000;

const { secrets, forms, bytes, hits, events } = await play({ count, seed });
const places: Record<string, number> = {};
for (const { place } of secrets) places[place] = (places[place] ?? 0) + 1;
console.log(`${secrets.length} secrets (seed ${seed}) in ${Object.keys(places).length} kinds of places:`);
console.log(
  Object.entries(places)
    .map(([place, many]) => `${place} ${many}`)
    .join(', '),
);
console.log(
  `events told: ${Object.entries(events)
    .map(([name, many]) => `${name} ${many}`)
    .join(', ')}`,
);
console.log(
  `${(bytes / 1e6).toFixed(1)} MB stored and sent were searched for ${forms} forms of them: ${hits.length} hits`,
);
/** One line for each secret found: where one went, the same goes to many places. */
const show = (found: Hit[]) => {
  for (const [secret, { where, around }] of [...new Map(found.map((hit) => [hit.secret, hit]))].slice(0, 20))
    console.log(`  ${secret.kind} of ${secret.place} in ${where}: ${around}`);
};
show(hits);

let missed = 0;
for (const one of count ? LEAKS : []) {
  const { hits: found } = await play({ count: LEAKY_COUNT, seed, mutate: (script) => leak(script, one) });
  const [first] = found;
  if (!first) missed++;
  console.log(first ? `found: ${one.name}: ${found.length} hits, one in ${first.where}` : `NOT FOUND: ${one.name}`);
}

/** Shops walked by one browser. */
const AT_ONCE = 4;
let unwalked = 0;
const all = await shops(process.env.SHOPS);
for (let from = 0; from < all.length; from += AT_ONCE) {
  const some = all.slice(from, from + AT_ONCE);
  const played = await playShops(
    some.map(([, round]) => round),
    seed,
  );
  hits.push(...played.hits);
  unwalked += played.failures.length;
  for (const failure of played.failures) console.log(`NOT WALKED TO ITS END: ${failure}`);
  const told = Object.values(played.events).reduce((sum, many) => sum + many, 0);
  console.log(
    `${some.map(([name]) => name).join(', ')}: ${played.secrets.length} secrets, ${told} events, ${(played.bytes / 1e6).toFixed(1)} MB searched: ${played.hits.length} hits`,
  );
  show(played.hits);
}

let loud = 0;
for (const silence of SILENCES) {
  const { traces, looks, records, wishes } = await listen({ silence, seed });
  loud += traces.length;
  console.log(
    `${silence.name}: looked at ${looks} times, ${traces.length} traces, the decision's record ${records} times, ${wishes} wishes to be forgotten`,
  );
  for (const trace of traces.slice(0, 20)) console.log(`  ${trace}`);
}
for (const { name, code } of PLANTED) {
  const mutate = (script: string) => `${script}\n;${code}`;
  const { traces } = await listen({ silence: SILENCES[1]!, seed, mutate, brief: true });
  if (!traces.length) missed++;
  console.log(traces.length ? `found: ${name}: ${traces[0]}` : `NOT FOUND: ${name}`);
}
if (hits.length || missed || loud || unwalked) process.exitCode = 1;

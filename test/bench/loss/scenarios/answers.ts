import { type Answer, eventsOf } from '../../../browser/endpoint.ts';
import { until } from '../browsers/browser.ts';
import type { Scenario } from '../scenario.ts';
import { answerAfter } from '../scene.ts';

const PATIENCE_MS = 40_000;

/** The first answers are so, then all is taken: by a page that lives to read them. */
const atFirst = (name: string, answers: Answer[], copies = 1): Scenario => ({
  name,
  copies,
  play: async ({ visit, track, endpoint, isWhole }) => {
    endpoint.answer((_, index) => answers[index] ?? {});
    const tab = await visit();
    await track(tab, 10);
    await track(tab, 10, { name: 'demo_booked' });
    await until(isWhole, PATIENCE_MS);
    await until(() => tab.run(`funnelwire('status').waiting === 0`), PATIENCE_MS);
  },
});

const times = (count: number, answer: Answer): Answer[] => Array.from({ length: count }, () => answer);

/** An endpoint that fails, in all the ways in which it may. */
export const answers: Scenario[] = [
  atFirst('503, three times', times(3, { status: 503 })),
  atFirst('429 with Retry-After: 2', times(1, { status: 429, headers: { 'Retry-After': '2' } })),
  atFirst('the connection is cut before the body was taken', times(2, { drop: true })),
  // A page whose answer was lost cannot know better.
  atFirst('the connection is cut after the body was taken', [{}, { drop: true, kept: true }], 2),
  atFirst('200 with garbage', times(30, { status: 200, body: '<html>{"rejected": 7' })),
  atFirst('200 with garbage that is JSON', times(30, { status: 200, body: '{"rejected":[null,7,{"id":{}}]}' })),
  {
    name: '413 to more than three events',
    play: async ({ visit, track, endpoint, isWhole }) => {
      endpoint.answer((one) => ({ status: eventsOf(one).length > 3 ? 413 : 204 }));
      await track(await visit(), 40, { name: 'demo_booked' });
      await until(isWhole, PATIENCE_MS);
    },
  },
  {
    name: '400 to whatever holds one poisonous event',
    play: async ({ visit, track, endpoint, isWhole, refused, notes }) => {
      endpoint.answer((one) => ({ status: eventsOf(one).some(({ props }) => props?.n === 7) ? 400 : 204 }));
      refused.add(7);
      const tab = await visit();
      await track(tab, 40, { name: 'demo_booked' });
      await until(isWhole, PATIENCE_MS);
      await until(() => tab.run(`funnelwire('status').dropped.refused === 1`), PATIENCE_MS);
      notes.push(`dropped: ${JSON.stringify(await tab.run(`funnelwire('status').dropped`))}`);
    },
  },
  {
    name: 'answers after 8 s, while the tab is hidden',
    play: async ({ visit, track, endpoint, isWhole, notes }) => {
      endpoint.answer(() => answerAfter(8000));
      const tab = await visit();
      await track(tab, 3);
      await until(() => endpoint.arrived.length, 10_000);
      await visit('/lobby');
      notes.push(await tab.run('document.visibilityState'));
      await track(tab, 3);
      await until(isWhole, PATIENCE_MS);
      await until(() => tab.run(`funnelwire('status').waiting + funnelwire('status').in_doubt === 0`), PATIENCE_MS);
    },
  },
  {
    name: 'endpoint blocked by the page (CSP), then allowed',
    play: async ({ visit, track, head }) => {
      head(`<meta http-equiv="content-security-policy" content="connect-src 'none'">`);
      const tab = await visit();
      await track(tab, 5);
      await track(tab, 5, { name: 'demo_booked', last: `location.assign('/lobby')` });
      head('');
      await until(() => tab.run(`location.pathname === '/lobby'`).catch(() => false), 10_000);
    },
  },
  {
    name: 'endpoint blocked by the browser, then allowed',
    needs: ['block'],
    play: async ({ visit, track, endpoint, origin }) => {
      const tab = await visit('/lobby');
      await tab.block(`${endpoint.url}*`);
      await tab.go(`${origin}/`);
      await track(tab, 5);
      await track(tab, 5, { name: 'demo_booked' });
      await tab.close();
    },
  },
];

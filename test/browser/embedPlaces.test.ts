// @vitest-environment node
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { bundle } from '../package/sizes.ts';
import { createStage, numbers, PATIENCE } from './harness.ts';
import { htmlPage, scriptTag } from './site.ts';

const stage = createStage();

const TRACK = `<script>funnelwire('track', 'add_to_cart', { n: 0 })</script>`;

const builtFile = new URL('../../dist/funnelwire.js', import.meta.url);
const built = readFileSync(builtFile, 'utf8');

const plain = (url: string) => htmlPage(scriptTag({ 'data-endpoint': url }), TRACK);

test.each([
  ['its own hash', '', 1],
  ['another hash', 'x', 0],
])('a tag with %s as integrity', async (_, more, count) => {
  const integrity = `sha384-${createHash('sha384')
    .update(built + more)
    .digest('base64')}`;
  const guarded = `<script>window.funnelwire = window.funnelwire || (() => {})</script>${TRACK}`;
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage(scriptTag({ integrity, 'data-endpoint': url }), guarded),
    '/after': plain(url),
  }));
  const tab = await visit();
  await visit('/after', tab);
  await expect.poll(() => endpoint.events('add_to_cart').length, PATIENCE).toBe(1 + count);
});

test.each<[string, (inner: string) => string]>([
  ['sandboxed, of an opaque origin', () => '<iframe sandbox="allow-scripts" src="/inner"></iframe>'],
  ["of the shop's own", () => '<iframe src="/inner"></iframe>'],
  ['written into an attribute', (inner) => `<iframe srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`],
])('a frame %s tells its events, and its page sees no error', async (_, frame) => {
  const { endpoint, visit } = await stage.open((url) => ({
    '/': htmlPage('', frame(plain(url))),
    '/inner': plain(url),
  }));
  await visit();
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
});

test('a frame of another site, whose storage is its own, tells its events', async () => {
  const endpoint = await stage.addEndpoint();
  const inner = await stage.addSite({ '/': plain(endpoint.url) });
  // By another name it is another site.
  const outer = await stage.addSite({
    '/': htmlPage('', `<iframe src="${inner.origin.replace('127.0.0.1', 'localhost')}/"></iframe>`),
  });
  const context = await stage.addContext();
  const tab = await context.newPage();
  await tab.goto(outer.origin);
  await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
});

test('in a worker, module or not, the package is taken and does nothing', async () => {
  const endpoint = await stage.addEndpoint();
  const module = await bundle(`
    import { createFunnel, everything } from 'funnelwire';
    const funnel = createFunnel({ endpoint: '${endpoint.url}', consent: 'granted', detect: everything() });
    funnel.track('purchase', { transaction_id: 'N-1' });
    funnel.flush().then(() => postMessage(funnel.status()));`);
  const classic = `importScripts('/funnelwire.js'); postMessage({ command: typeof self.funnelwire });`;
  const script = (body: string) => ({ headers: { 'content-type': 'text/javascript' }, body });
  const site = await stage.addSite({ '/': htmlPage(''), '/module.js': script(module), '/classic.js': script(classic) });
  const tab = await (await stage.addContext()).newPage();
  await tab.goto(site.origin);
  const answerOf = (url: string, type: WorkerType) =>
    tab.evaluate(
      ([url, type]) =>
        new Promise((done) => {
          const worker = new Worker(url, { type });
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = ({ message }) => done(message);
        }),
      [url, type] as const,
    );
  expect(await answerOf('/module.js', 'module')).toMatchObject({ created: 0, consent: 'denied' });
  expect(await answerOf('/classic.js', 'classic')).toEqual({ command: 'undefined' });
  expect(endpoint.arrived).toEqual([]);
});

test('a page from a file tells its events', async () => {
  const endpoint = await stage.addEndpoint();
  const context = await stage.addContext();
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, htmlPage(scriptTag({ src: builtFile.href, 'data-endpoint': endpoint.url }), TRACK));
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    await expect.poll(() => numbers(endpoint.events('add_to_cart')), PATIENCE).toEqual([0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('where there is nothing but the language, as in the poorest of edge runtimes, the file does nothing', () => {
  const bare = createContext({});
  const before = runInContext('Reflect.ownKeys(globalThis).length', bare);
  runInContext(built, bare);
  expect(runInContext('Reflect.ownKeys(globalThis).length', bare)).toBe(before);
});

/** Syntax of ES2021 and later, but for public fields, which Chrome 72, Firefox 69 and Safari 14 knew. */
const isYounger = (node: ts.Node): boolean =>
  ts.isClassStaticBlockDeclaration(node) ||
  (ts.isPropertyDeclaration(node) && !!node.modifiers) ||
  ts.isPrivateIdentifier(node) ||
  /^(\?\?|\|\||&&)=$/.test(node.kind < ts.SyntaxKind.FirstNode ? (ts.tokenToString(node.kind) ?? '') : '') ||
  (ts.isNumericLiteral(node) && node.getText().includes('_')) ||
  (ts.isRegularExpressionLiteral(node) && /\/[a-z]*[dv][a-z]*$|\(\?<[=!]/.test(node.text));

const younger = (code: string): string[] => {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (isYounger(node)) found.push(node.parent.getText().slice(0, 80));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
};

test.each(['funnelwire.js', 'funnelwire.all.js'])(
  '%s has no syntax younger than ES2020, the stated baseline',
  (name) => {
    const code = readFileSync(new URL(name, builtFile), 'utf8');
    expect(younger(code)).toEqual([]);
    // Built in later than the browsers of the baseline.
    expect(code).not.toMatch(/\.(replaceAll|hasOwn|findLast|toSorted|structuredClone|randomUUID)\b/);
  },
);

test.each(['a ??= 1', 'class A { static b = 1 }', 'class A { #b() {} }', 'a = 1_000', 'a = /b/d', 'a = /(?<=b)c/'])(
  '%s would be found',
  (code) => {
    expect(younger(code).length).toBeGreaterThan(0);
  },
);

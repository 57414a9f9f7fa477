// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { GUARDED, LOOKBEHIND, SELECTOR, UNGUARDED } from './younger.ts';

const sources = readdirSync('src', { recursive: true })
  .map((name) => `src/${name}`)
  .filter((name) => name.endsWith('.ts'));
const young = new Set([...Object.keys(GUARDED), ...UNGUARDED]);

/** What a source asks for that browsers of the baseline do not know: names of features, and selectors in texts. */
const youngIn = (code: string): { names: string[]; selectors: string[] } => {
  const names = new Set<string>();
  const selectors: string[] = [];
  const look = (node: ts.Node): void => {
    const isName = ts.isIdentifier(node) && (!ts.isPropertySignature(node.parent) || node.parent.name !== node);
    if (isName && young.has(node.text)) names.add(node.text);
    if (ts.isLiteralExpression(node) && LOOKBEHIND.test(node.text)) names.add(node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (SELECTOR.test(node.text)) selectors.push(node.text);
      if (young.has(node.text) && ts.isBinaryExpression(node.parent)) names.add(node.text);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, true));
  return { names: [...names], selectors };
};

test('no selector and no feature is younger than the browsers of the baseline, but those it does without', () => {
  const found = sources.map((file) => ({ file, ...youngIn(readFileSync(file, 'utf8')) }));
  const selectors = found.flatMap(({ file, selectors }) => selectors.map((text) => `${file}: ${text}`));
  expect(selectors).toEqual([]);
  // A list of what is not asked for any more would be a promise of nothing.
  expect([...new Set(found.flatMap(({ names }) => names))].sort()).toEqual(Object.keys(GUARDED).sort());
});

test.each([
  `a.querySelector('li:has(a)')`,
  'a.matches(`li:user-valid $' + '{b}`)',
  'a.closest(`$' + '{b}:dir(rtl)`)',
  'structuredClone(a)',
  'navigator.userAgentData?.mobile',
  'const { scheduler } = window',
  `'requestSubmit' in form`,
  '/(?<=a)b/.test(c)',
  "new RegExp('(?<!a)b')",
])('%s would be found', (code) => {
  const { names, selectors } = youngIn(code);
  expect(names.length + selectors.length).toBe(1);
});

/** What the compiler says of sources whose language is that of the baseline. */
const complaints = (files: string[], more?: string): string[] => {
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2020, lib: ['lib.es2020.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
    ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] },
    ...{ strict: true, noUncheckedIndexedAccess: true, resolveJsonModule: true, skipLibCheck: true, noEmit: true },
    rewriteRelativeImportExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...how) =>
    name === 'more.ts' ? ts.createSourceFile(name, more!, ts.ScriptTarget.Latest) : getSourceFile(name, ...how);
  const program = ts.createProgram(more ? [...files, 'more.ts'] : files, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

test('what the source asks of the language itself is in ES2020', () => {
  expect(complaints(sources)).toEqual([]);
});

test.each([
  '[1].at(0)',
  'Object.hasOwn({}, "a")',
  '"a".replaceAll("a", "b")',
  '[1].findLast(Boolean)',
  'Promise.any([])',
])('%s would be complained of', (code) => {
  expect(complaints([], code).length).toBe(1);
});

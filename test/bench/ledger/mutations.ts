/** Ways to break a promise: in `file`, `text` is replaced. The plays have to find each of them out. */
export interface Mutation {
  name: string;
  file: string;
  text: string;
  by: string;
}

export const MUTATIONS: Mutation[] = [
  {
    name: 'a leaving page spills nothing',
    file: 'queue/writer.ts',
    text: 'return spillNow();',
    by: 'return true;',
  },
  {
    name: 'what is settled stays in the store',
    file: 'queue/writer.ts',
    text: 'write({ put: [[streamKey(standing.stream), standing]], remove });',
    by: 'write({ put: [[streamKey(standing.stream), standing]], remove: [] });',
  },
  {
    name: 'a page that comes back trusts its memory',
    file: 'queue/writer.ts',
    text: 'if (spill && forgetTaken()) {',
    by: 'if (spill && !stream) {',
  },
  {
    name: 'what a failed write held is forgotten',
    file: 'queue/writer.ts',
    text: '() => ended(new Set()),',
    by: '() => ended(new Set<unknown>([...change.put!, ...change.remove!])),',
  },
  {
    name: 'the settled still count as waiting',
    file: 'queue/writer.ts',
    text: 'ledger.waiting -= theirs.length;',
    by: '',
  },
  {
    name: 'no answer counts as taken',
    file: 'flush/sender.ts',
    text: "onFate(those('done'), 'acknowledged');",
    by: "onFate(entries, 'acknowledged');",
  },
  {
    name: 'a page that is away counts what it hears',
    file: 'flush/sender.ts',
    text: 'await home();',
    by: ';',
  },
  {
    name: 'streams of living tabs are taken over',
    file: 'flush/tabs.ts',
    text: 'if (lock) free.push(name);',
    by: 'free.push(name);',
  },
];

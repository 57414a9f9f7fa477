import { readFileSync } from 'node:fs';
import { scriptTag } from '../../browser/site.ts';

/** Who is compared: a page alone, two floors written by hand, and the built file. */
export const SUBJECTS = ['nothing', 'array', 'durable', 'funnelwire'] as const;

export type Subject = (typeof SUBJECTS)[number];

/** How a page calls what it holds, whatever that is: `record(name, fields)` and `flush()`. */
const CALLS: Partial<Record<Subject, string>> = {
  nothing: 'record = flush = () => {}',
  funnelwire: `record = (name, fields) => funnelwire('track', name, fields); flush = () => funnelwire('flush')`,
};

export const floorAt = (subject: 'array' | 'durable') => ({
  headers: { 'content-type': 'text/javascript' },
  body: readFileSync(new URL(`./floors/${subject}.js`, import.meta.url), 'utf8'),
});

/** What stands in the head of a page of `subject`. */
export const headOf = (subject: Subject, endpoint: string): string => {
  const src = subject === 'funnelwire' ? '/funnelwire.js' : `/floors/${subject}.js`;
  const tag = subject === 'nothing' ? '' : scriptTag({ src, 'data-endpoint': endpoint });
  return tag + (CALLS[subject] ? `<script>${CALLS[subject]}</script>` : '');
};

export const OURS = /\/funnelwire\.js$/;

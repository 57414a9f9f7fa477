import type { Finding } from './detect/detector.ts';
import { type Complain, clean } from './event/clean.ts';
import { type Draft, isName, readPage } from './event/draft.ts';
import { toFields } from './event/fields.ts';
import type { Ear } from './listen/ear.ts';
import { keep, type Resolved } from './options.ts';
import type { Warn } from './warn.ts';

/** A finding, of the site itself too: its fields may be anything. */
export type Found = Omit<Finding, 'fields'> & { fields?: unknown };

/**
 * Makes drafts of what was found: with its place, what plug-ins add and the site's `context`, and as the site's filter
 * leaves it. Null where that wants none.
 */
export const createComposer =
  ({ allow, context, beforeSend }: Resolved, ear: Ear<Draft>, warn: Warn) =>
  ({ name, fields, by }: Found, time: number, source: Draft['source']): Draft | null => {
    const complain: Complain = (field, why) => warn(`"${name}": "${field}" is left out, ${why}`);
    let draft: Draft | null = {
      name,
      time,
      ...toFields(fields, complain, allow),
      page: readPage(allow),
      source,
      by,
    };
    ear.tell(draft);
    try {
      const told = clean(context(), 'context', complain, { allow, strict: true });
      if (told && typeof told === 'object' && !Array.isArray(told)) draft.context = told;
      else if (told !== undefined) complain('context', 'no object');
      if (beforeSend !== keep) draft = clean(beforeSend(draft), 'beforeSend', complain, { allow }) as Draft | null;
    } catch {
      draft = null; // the filter may be there to keep a secret
      warn('"beforeSend" or "context" threw');
    }
    return draft && isName(draft.name) ? draft : null;
  };

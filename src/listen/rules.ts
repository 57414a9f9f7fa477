import type { EventFields } from '../event/event.ts';

/**
 * The site's own word on what a milestone is: wins over every guess. A rule for a milestone replaces the guessing of
 * that milestone. Patterns are parts of an address in which `*` stands for anything.
 */
export interface Rule {
  milestone: string;
  /** A press on what this selector matches. */
  click?: string;
  /** A submit of a form that this selector matches. */
  submit?: string;
  /** Arrival at an address. */
  url?: string;
  /** A successful answer from an address. */
  request?: string;
  /** Fields of the event, from the pressed element or form, the page's body element, or the answer's body. */
  read?: (from: Element | unknown) => EventFields | undefined;
}

/** Something the site declared, by a rule or by `data-fw-track`. */
export interface Declared {
  name: string;
  fields?: EventFields | undefined;
  by: 'attribute' | 'rule';
}

/** Whether an address holds a pattern. */
export const matches = (pattern: string, url: string): boolean =>
  new RegExp(pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')).test(url);

import { type Push, readPush } from '../read/push.ts';
import { readRefusal } from '../read/refusal.ts';
import { type Answer, listenToAnswers } from './answers.ts';
import { watchChanges } from './changes.ts';
import { listenToDataLayer } from './dataLayer.ts';
import { all, createEar, hear, quietly } from './ear.ts';
import type { Host, Memory } from './host.ts';
import type { Life, Stop } from './life.ts';
import { listenToPresses, type Press } from './presses.ts';
import { type Declared, matches, type Rule } from './rules.ts';
import { listenToSubmits, type Submit } from './submits.ts';
import { listenToViews, type View } from './views.ts';

export type { Answer, Declared, Press, Push, Rule, Submit, View };

/** The page's ears, as detectors get them. Each `on…` returns its off. */
export interface Page {
  onPress(fn: (press: Press) => void): Stop;
  onSubmit(fn: (submit: Submit) => void): Stop;
  onAnswer(fn: (answer: Answer) => void): Stop;
  onView(fn: (view: View) => void): Stop;
  /** What the site told through its data layer, from before we came too. */
  onPush(fn: (push: Push) => void): Stop;
  /** What the site declared by attribute or rule. */
  onDeclared(fn: (declared: Declared) => void): Stop;
  /** Changes of the page, watched only while somebody listens, with the last of what was drawn meanwhile. */
  onChange(fn: (drawn: Element[]) => void): Stop;
  /** Requests that may change something are on their way. */
  isBusy(): boolean;
  /** The last press before a time, whatever it was on: a request belongs to it, unless it is older than `ACTING_MS`. */
  pressBefore(at: number): Press | undefined;
  /** The site has a rule of its own for this milestone: no guessing. */
  isRuled(milestone: string): boolean;
  life: Life;
  memory(name: string): Memory;
  /** Epoch ms. */
  now(): number;
  isLanding(): boolean;
  /** Undone when the page's ears are closed. */
  until(stop: Stop): void;
}

const ACTING_MS = 10_000; // after a press, any request of the page may be what it asked for

export const createPage = ({ life, memory, now, isLanding, ignore, rules }: Host): Page & { stop: Stop } => {
  const presses = createEar<Press>();
  const submits = createEar<Submit>();
  const answers = createEar<Answer>();
  const views = createEar<View>();
  const pushes = createEar<Push>();
  const declared = createEar<Declared>();
  const changes = createEar<Element[]>();
  const pending = new Set<object>();
  let recent: Press[] = [];
  let unwatch: Stop | undefined;

  const pressBefore = (time: number) => recent.find(({ at }) => at <= time && time - at < ACTING_MS);
  const declare = (rule: Rule, from: unknown) =>
    declared.tell({ name: rule.milestone, fields: quietly(() => rule.read?.(from)), by: 'rule' });
  const track = (element: Element | null | undefined) => {
    const name = element?.getAttribute('data-fw-track');
    if (!name) return false;
    const id = element?.closest('[data-fw-item-id]')?.getAttribute('data-fw-item-id');
    declared.tell({ name, fields: id ? { items: [{ item_id: id, quantity: 1 }] } : undefined, by: 'attribute' });
    return true;
  };
  const ruled = (by: 'click' | 'submit', element: Element) =>
    rules.filter((rule) => rule[by] && quietly(() => element.closest(rule[by]!)));

  const layer = listenToDataLayer((entry) => {
    const push = readPush(entry);
    if (push) pushes.tell(push);
  });
  const stops = [
    listenToPresses(now, (heard) => {
      setTimeout(layer.check); // what the page's own handlers push is there by then
      recent = [heard, ...recent.slice(0, 4)];
      const { control } = heard;
      const own = ruled('click', control);
      for (const rule of own) declare(rule, control);
      // A form that carries the attribute tells at its submit.
      heard.declared =
        own.length > 0 ||
        track(control.closest('[data-fw-track]:not(form)')) ||
        !!control.closest('form[data-fw-track]');
      if (!heard.declared) presses.tell(heard);
    }),
    listenToSubmits(now, (heard) => {
      const own = ruled('submit', heard.form);
      for (const rule of own) declare(rule, heard.form);
      // A submitter that carries the attribute has told at its press.
      if (!own.length && !heard.submitter.closest('[data-fw-track]:not(form)') && !track(heard.form))
        submits.tell(heard);
    }),
    listenToAnswers({
      now,
      ignore,
      pending,
      isActing: () => !!pressBefore(now()),
      tell: (answer) => {
        for (const rule of rules) {
          if (rule.request && matches(rule.request, answer.url) && !readRefusal(answer.status, answer.body))
            declare(rule, answer.body ?? answer.text);
        }
        answers.tell(answer);
        layer.check();
      },
    }),
    listenToViews(life, (view) => {
      layer.check();
      for (const rule of rules)
        if (rule.url && matches(rule.url, view.url)) view.look(() => Boolean([declare(rule, document.body)]));
      views.tell(view);
    }),
    hear(window, 'load', layer.check),
    life.onLeave(layer.check),
    layer.stop,
    () => unwatch?.(),
  ];

  return {
    onPress: presses.on,
    onSubmit: submits.on,
    onAnswer: answers.on,
    onView: views.on,
    onPush: pushes.on,
    onDeclared: declared.on,
    onChange: (fn) => {
      const off = changes.on(fn);
      unwatch ??= watchChanges(changes.tell);
      return () => {
        off();
        if (!changes.idle()) return;
        unwatch?.();
        unwatch = undefined;
      };
    },
    isBusy: () => pending.size > 0,
    pressBefore,
    isRuled: (milestone) => rules.some((rule) => rule.milestone === milestone),
    life,
    memory,
    now,
    isLanding,
    until: (stop) => void stops.push(stop),
    stop: all(stops),
  };
};

import type { Attempt } from '../../src/detect/attempt.ts';
import type { Detector, Finding } from '../../src/detect/detector.ts';
import type { Json } from '../../src/event/event.ts';
import { createEar } from '../../src/listen/ear.ts';
import type { Host } from '../../src/listen/host.ts';
import { createLife } from '../../src/listen/life.ts';
import type { Ears } from '../../src/signals.ts';
import { device } from '../../src/visit/storage.ts';

/** Notes of one tab, kept over `open` and `leave` as a browser would where consent allows. */
export const createNotes = (allowed = true) => {
  const notes = new Map<string, string>();
  return (name: string) => ({
    read: (): unknown => JSON.parse(notes.get(name) ?? 'null') ?? undefined,
    write: (note: Json | undefined) => {
      if (note === undefined) notes.delete(name);
      else if (allowed) notes.set(name, JSON.stringify(note));
      return allowed;
    },
  });
};

export const createEars = (): Ears => ({
  draft: createEar(),
  event: createEar(),
  attempt: createEar(),
  delivered: createEar(),
  dropped: createEar(),
  consent: createEar(),
  state: createEar(),
});

/** Shows a page, watches it with detectors, and gives what they reported. */
export const watch = (html: string, detectors: Detector[], options: Partial<Host> & { path?: string } = {}) => {
  const { path = '/', ...rest } = options;
  history.replaceState(null, '', path);
  document.head.innerHTML = '';
  document.body.innerHTML = html;
  const life = createLife(Date.now);
  const host: Host = {
    life,
    ears: createEars(),
    device,
    state: {},
    memory: createNotes(),
    now: Date.now,
    isLanding: () => false,
    ignore: () => false,
    rules: [],
    ...rest,
  };
  const seen: Finding[] = [];
  const attempts: Attempt[] = [];
  const report = {
    milestone: (finding: Finding) => void seen.push(finding),
    attempt: (attempt: Attempt) => void attempts.push(attempt),
  };
  const stops = detectors.map((detector) => detector(host, report));
  return {
    seen,
    attempts,
    names: () => seen.map(({ name }) => name),
    stop: () => {
      for (const stop of stops) stop();
      life.stop();
    },
    leave: () => window.dispatchEvent(new Event('pagehide')),
  };
};

export const press = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();

export const answerWith = (status: number, body: unknown, type = 'application/json') =>
  Promise.resolve(
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } }),
  );

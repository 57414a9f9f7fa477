/**
 * Plays random lives of a device against a model (see play.ts): `npm run bench:ledger`. PLAYS (10,000) and SEED say how
 * many and which; a failing play is played again by its seed with PLAYS=1. With `--mutations` each of mutations.ts is
 * made in a copy of the sources and has to be found out.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { type Played, play, type Sources } from './play.ts';

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url));
const plays = Number(process.env.PLAYS ?? 10_000);
const firstSeed = Number(process.env.SEED ?? Date.now() % 1e9);

const load = async (src: string): Promise<Sources> => {
  const { createDelivery } = await import(pathToFileURL(join(src, 'flush/delivery.ts')).href);
  const { createClock } = await import(pathToFileURL(join(src, 'event/clock.ts')).href);
  return { createDelivery, createClock };
};

/** Plays until one fails. */
const playAll = async (sources: Sources): Promise<{ played: number; events: number; failed?: Played }> => {
  let events = 0;
  for (let n = 0; n < plays; n++) {
    const one = await play(firstSeed + n, sources);
    events += one.events;
    if (one.faults.length) return { played: n + 1, events, failed: one };
  }
  return { played: plays, events };
};

const playSound = async (): Promise<boolean> => {
  const started = Date.now();
  const { played, events, failed } = await playAll(await load(SRC));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${played} plays from seed ${firstSeed}, ${events} events, ${seconds} s`);
  if (failed) console.log(`seed ${failed.seed} fails:\n${failed.faults.slice(0, 5).join('\n')}`);
  return !failed;
};

const playMutated = async ({ name, file, text, by }: Mutation): Promise<boolean> => {
  const copy = await mkdtemp(join(tmpdir(), 'ledger-'));
  try {
    await cp(SRC, copy, { recursive: true });
    await writeFile(join(copy, 'package.json'), '{"type":"module"}');
    const source = await readFile(join(copy, file), 'utf8');
    if (source.split(text).length !== 2) throw new Error(`"${name}": its text is not once in ${file}`);
    await writeFile(
      join(copy, file),
      source.replace(text, () => by),
    );
    const { played, failed } = await playAll(await load(copy));
    console.log(failed ? `found: ${name}, in play ${played}: ${failed.faults[0]}` : `NOT FOUND: ${name}`);
    return !!failed;
  } finally {
    await rm(copy, { recursive: true });
  }
};

let good = true;
if (process.argv.includes('--mutations')) for (const one of MUTATIONS) good = (await playMutated(one)) && good;
else good = await playSound();
process.exitCode = good ? 0 : 1;

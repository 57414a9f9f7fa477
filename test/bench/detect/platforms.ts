import { readdirSync } from 'node:fs';
import type { Platform } from './platform.ts';

/** Every platform of the folder, by the name of its file. */
export const platforms = async (only?: string): Promise<[id: string, platform: Platform][]> => {
  const files = readdirSync(new URL('./platforms', import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  const chosen = files.filter((id) => !only || only.split(',').includes(id));
  return Promise.all(
    chosen.map(async (id): Promise<[string, Platform]> => [id, (await import(`./platforms/${id}.ts`)).default]),
  );
};

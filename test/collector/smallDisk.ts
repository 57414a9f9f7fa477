import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** How it was made. */
  kind: 'tmpfs' | 'ulimit';
  /** The command that starts a process for whom the folder is small. */
  before: string[];
  /** Where such a process's files are seen from here. */
  seen: string;
  /** Makes room: for the process, where the limit is its own. */
  free(pid: number): void;
  remove(): Promise<void>;
}

const BALLAST = 'ballast';
/** Gone once the disk has room again: enough for all that comes after. */
const BALLAST_MIB = 64;

const mountedAt = async (dir: string, roomMib: number): Promise<SmallDisk | undefined> => {
  // A mount of nobody else's: it lives in a name space of its own and ends with the process that holds it.
  const script = 'mount -t tmpfs -o size="$1"m tmpfs "$0" && echo mounted && exec cat';
  const holder = spawn('unshare', ['-Urm', 'sh', '-c', script, dir, String(roomMib + BALLAST_MIB)]);
  const ended = Promise.race([once(holder, 'exit'), once(holder, 'error')]);
  const isMounted = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
  if (!isMounted) return undefined;
  const seen = join(`/proc/${holder.pid}/root`, dir);
  // Node opens a file through that path, a database would resolve it to the folder below the mount.
  writeFileSync(join(seen, BALLAST), Buffer.alloc(BALLAST_MIB * 1024 * 1024));
  return {
    kind: 'tmpfs',
    before: ['nsenter', '-t', String(holder.pid), '-U', '-m', '--preserve-credentials'],
    seen,
    free: () => rmSync(join(seen, BALLAST)),
    remove: async () => {
      holder.stdin.end();
      await ended;
    },
  };
};

/** No file may grow past the room, as on a disk with a quota. The limit is the process's own, and can be lifted from outside. */
const limitedIn = (dir: string, roomMib: number): SmallDisk => ({
  kind: 'ulimit',
  before: ['sh', '-c', `trap '' XFSZ; ulimit -S -f ${roomMib * 2048}; exec "$0" "$@"`],
  seen: dir,
  free: (pid) => {
    const { status } = spawnSync('prlimit', [`--pid=${pid}`, '--fsize=unlimited:']);
    if (status !== 0) throw new Error('prlimit cannot lift the limit');
  },
  remove: async () => {},
});

/** Makes a folder a disk with little room: a file system of its own where the machine lets us mount one, else a limit on the size of files. */
export const smallDisk = async (dir: string, roomMib: number): Promise<SmallDisk> =>
  (await mountedAt(dir, roomMib)) ?? limitedIn(dir, roomMib);

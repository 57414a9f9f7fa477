import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../examples/collector/server.ts', import.meta.url));

export interface CollectorProcess {
  url: string;
  pid: number;
  /** All that it has printed, for logs. */
  said(): string;
  /** Resolves once the process is gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const listening = (child: ChildProcess, said: () => string) =>
  new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const told = /Endpoint +(\S+)\/e\n/.exec(said());
      if (told) resolve(told[1]!);
    });
    child.once('exit', () => reject(new Error(`the collector ended: ${said()}`)));
  });

/** The collector as a shop runs it, in a process of its own that can be killed. `before`: a command that starts it. */
export const startProcess = async (
  database: string,
  args: string[] = [],
  before: string[] = [],
): Promise<CollectorProcess> => {
  const [command, ...rest] = [
    ...before,
    ...[
      process.execPath,
      '--import',
      import.meta.resolve('tsx'),
      SERVER,
      '--port',
      '0',
      '--database',
      database,
      ...args,
    ],
  ];
  const child = spawn(command!, rest);
  const exited = once(child, 'exit');
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk) => {
      said += chunk;
    });
  }
  const url = await listening(child, () => said);
  return {
    url,
    pid: child.pid!,
    said: () => said,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
};

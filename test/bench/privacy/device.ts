import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** Everything kept for an origin, as the browser's own tools tell it, from outside of the page. */
export const readDevice = async (
  context: BrowserContext,
  tab: Page,
  origin: string,
): Promise<Record<string, string>> => {
  const cdp = await context.newCDPSession(tab);
  const kept: Record<string, string> = {};
  try {
    for (const isLocalStorage of [true, false]) {
      const { entries } = await cdp.send('DOMStorage.getDOMStorageItems', {
        storageId: { securityOrigin: origin, isLocalStorage },
      });
      for (const [name, value] of entries) kept[`${isLocalStorage ? 'local' : 'session'}Storage ${name}`] = value!;
    }
    for (const { name, value } of await context.cookies()) kept[`cookie ${name}`] = value;
    const { databaseNames } = await cdp.send('IndexedDB.requestDatabaseNames', { securityOrigin: origin });
    for (const databaseName of databaseNames) {
      kept[`IndexedDB ${databaseName}`] = '';
      const { databaseWithObjectStores } = await cdp.send('IndexedDB.requestDatabase', {
        securityOrigin: origin,
        databaseName,
      });
      for (const { name: objectStoreName } of databaseWithObjectStores.objectStores) {
        const { objectStoreDataEntries } = await cdp.send('IndexedDB.requestData', {
          securityOrigin: origin,
          databaseName,
          objectStoreName,
          skipCount: 0,
          pageSize: 500,
        });
        for (const part of objectStoreDataEntries.flatMap(({ key, value }) => [key, value])) {
          const text = part.objectId
            ? await cdp.send('Runtime.callFunctionOn', {
                objectId: part.objectId,
                functionDeclaration: 'function () { return JSON.stringify(this) }',
                returnByValue: true,
              })
            : { result: part };
          kept[`IndexedDB ${databaseName}`] += `${text.result.value}\n`;
        }
      }
    }
    const { caches } = await cdp.send('CacheStorage.requestCacheNames', { securityOrigin: origin });
    for (const { cacheName } of caches) kept[`Cache ${cacheName}`] = cacheName;
  } finally {
    await cdp.detach();
  }
  return kept;
};

/** The profile's files in which pages keep things; the log of a database holds what was written and deleted since, too. */
const FOLDERS = ['IndexedDB', 'Local Storage', 'Session Storage', 'Service Worker', 'WebStorage', 'Network', 'Cookies'];

export const readProfile = (profile: string): [file: string, content: Buffer][] => {
  const filesIn = (path: string): string[] => {
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path];
  };
  return FOLDERS.flatMap((folder) => filesIn(join(profile, 'Default', folder))).map((file) => [
    file,
    readFileSync(file),
  ]);
};

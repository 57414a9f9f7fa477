/** One durable queue without features: written to IndexedDB in groups, sent by 20, removed once taken, and no more. */
{
  const { endpoint } = document.currentScript.dataset;
  const stream = crypto.randomUUID();
  const opening = new Promise((done) => {
    const request = indexedDB.open('floor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('events', { autoIncrement: true });
    request.onsuccess = () => done(request.result);
  });
  const transact = async (work) => {
    const transaction = (await opening).transaction('events', 'readwrite', { durability: 'relaxed' });
    const requests = work(transaction.objectStore('events'));
    transaction.commit();
    return new Promise((done) => (transaction.oncomplete = () => done(requests?.map(({ result }) => result))));
  };

  let unwritten = [];
  let writing;
  const write = async () => {
    while (unwritten.length) {
      const group = unwritten;
      unwritten = [];
      await transact((store) => {
        for (const event of group) store.put(event);
      });
    }
    writing = undefined;
  };

  const MOST = 500;
  const ENOUGH = 20;
  let sending = false;
  let least = ENOUGH;
  let waiting = 0;
  window.flush = async (from = 1) => {
    least = Math.min(least, from); // asked for while one is under way, it follows
    if (sending) return;
    sending = true;
    while (waiting >= least) {
      least = ENOUGH;
      while (writing) await writing;
      const written = waiting;
      // In one transaction: between two, a write would add events without a key, sent twice and counted as two.
      const [keys, events] = await transact((store) => [store.getAllKeys(null, MOST), store.getAll(null, MOST)]);
      const body = JSON.stringify({ streams: [{ stream, events }] });
      const answer = await fetch(endpoint, { method: 'POST', body }).catch(() => ({}));
      if (!answer.ok) break;
      await transact((store) => void store.delete(IDBKeyRange.bound(keys[0], keys[keys.length - 1])));
      if (keys.length < MOST) waiting -= written;
      else least = 1; // there is more, of earlier pages too
    }
    sending = false;
  };
  window.record = (name, fields) => {
    const page = { url: location.href, title: document.title, referrer: document.referrer };
    unwritten.push({ id: crypto.randomUUID(), name, time: Date.now(), page, ...fields });
    writing ??= Promise.resolve().then(write);
    if (++waiting % ENOUGH === 0) window.flush(ENOUGH);
  };
  setInterval(() => window.flush(), 5000);
  window.record('landing', {});
}

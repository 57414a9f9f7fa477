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
    const request = work(transaction.objectStore('events'));
    transaction.commit();
    return new Promise((done) => (transaction.oncomplete = () => done(request?.result)));
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

  const read = async (from) => {
    const range = IDBKeyRange.lowerBound(from, true);
    const keys = await transact((store) => store.getAllKeys(range, 500));
    return { keys, events: await transact((store) => store.getAll(range, 500)) };
  };
  let sending = false;
  let waiting = 0;
  window.flush = async (least = 1) => {
    if (sending) return;
    sending = true;
    while (waiting >= least) {
      await writing;
      const { keys, events } = await read(0);
      if (!keys.length) break;
      waiting -= events.length;
      const body = JSON.stringify({ streams: [{ stream, events }] });
      const answer = await fetch(endpoint, { method: 'POST', body }).catch(() => ({}));
      if (!answer.ok) break;
      await transact((store) => store.delete(IDBKeyRange.bound(keys[0], keys[keys.length - 1])));
    }
    sending = false;
  };
  window.record = (name, fields) => {
    const page = { url: location.href, title: document.title, referrer: document.referrer };
    unwritten.push({ id: crypto.randomUUID(), name, time: Date.now(), page, ...fields });
    writing ??= Promise.resolve().then(write);
    if (++waiting >= 20) window.flush(20);
  };
  setInterval(() => window.flush(), 5000);
  window.record('landing', {});
}

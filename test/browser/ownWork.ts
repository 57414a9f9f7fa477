/** What a shop's own scripts do, with all they can see of how it went: to be the same with and without us. */
export const ownWork = {
  html: `<a id="link" href="#there">There</a>
    <form id="form" action="/page"><input name="email" value="ida@example.com"><button id="send">Add to cart</button></form>`,

  /** Runs in the page. */
  run: async (): Promise<Record<string, unknown>> => {
    const settled = (work: Promise<unknown>) =>
      work.then(
        (value) => ['fulfilled', value],
        (error: Error) => ['rejected', error.name, error.message, error instanceof Error],
      );
    const add: RequestInit = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"id":7}' };

    const twice = async () => {
      const response = await fetch('/cart/add', add);
      return [await response.text(), response.bodyUsed, await settled(response.text())];
    };
    const cloned = async () => {
      const response = await fetch(new Request('/cart/add', add));
      return [await response.clone().json(), await response.json(), response instanceof Response];
    };
    const streamed = async () => {
      const reader = (await fetch('/cart/add', add)).body!.getReader();
      const sizes: number[] = [];
      for (let part = await reader.read(); !part.done; part = await reader.read()) sizes.push(part.value.length);
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    const aborted = () => {
      const abort = new AbortController();
      const work = fetch('/cart/add', { ...add, signal: abort.signal });
      abort.abort();
      return work;
    };
    const facts = async (work: Promise<Response>) => {
      const { status, ok, redirected, type, url, headers } = await work;
      return [status, ok, redirected, type, url, headers.get('content-type')];
    };

    const asked = (path: string, type: XMLHttpRequestResponseType, act = (xhr: XMLHttpRequest) => xhr.send('id=7')) =>
      new Promise<unknown>((done) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.open('POST', path);
        xhr.responseType = type;
        xhr.onreadystatechange = () => seen.push(xhr.readyState);
        for (const name of ['loadstart', 'load', 'error', 'abort'] as const)
          xhr.addEventListener(name, (event) => seen.push([name, event.target === xhr]));
        xhr.onloadend = () => done([seen, xhr.status, xhr.response, xhr.getResponseHeader('content-type')]);
        act(xhr);
      });
    const atOnce = () => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', '/cart/add', false);
      xhr.send();
      return [xhr.status, xhr.responseText];
    };
    const misused = () => {
      try {
        return new XMLHttpRequest().send();
      } catch (error) {
        return [(error as Error).name, (error as Error).message];
      }
    };

    const pressed = (selector: string, type: string, prevent: boolean) => {
      const seen: unknown[] = [];
      const element = document.querySelector<HTMLElement>(selector)!;
      const hear = (event: Event) => {
        seen.push([event.type, event.defaultPrevented, event.isTrusted, (event.target as Element).id]);
        if (prevent) event.preventDefault();
      };
      document.addEventListener(type, hear);
      const press = new MouseEvent('click', { bubbles: true, cancelable: true });
      const went = element.dispatchEvent(press);
      document.removeEventListener(type, hear);
      return [seen, went, location.hash];
    };
    const navigated = () => {
      const given = history.pushState({ step: 1 }, '', '?step=1');
      history.replaceState({ step: 2 }, '', '?step=2');
      return [given, history.state, location.search, history.pushState.length, history.pushState.name];
    };
    const pushed = () => {
      const page = window as unknown as { dataLayer?: unknown[] };
      page.dataLayer ??= [];
      return [
        page.dataLayer.push({ event: 'a' }, { event: 'b' }),
        page.dataLayer.length,
        Array.isArray(page.dataLayer),
      ];
    };

    return {
      fetchTwice: await twice(),
      fetchCloned: await cloned(),
      fetchStreamed: await streamed(),
      fetchAborted: await settled(aborted()),
      fetchRefused: await settled(facts(fetch('/cart/refused', add))),
      fetchMissing: await settled(facts(fetch('/nowhere'))),
      fetchUnreachable: await settled(fetch('http://127.0.0.1:9/')),
      fetchMisused: await settled(fetch('http://')),
      fetchItself: [typeof fetch, fetch.length, fetch.name],
      xhrJson: await asked('/cart/add', 'json'),
      xhrText: await asked('/cart/refused', 'text'),
      xhrBuffer: await asked('/page', 'arraybuffer', (xhr) => xhr.send(new FormData())).then(String),
      xhrUnreachable: await asked('http://127.0.0.1:9/', ''),
      xhrAborted: await asked('/cart/add', '', (xhr) => {
        xhr.send();
        xhr.abort();
      }),
      xhrAtOnce: atOnce(),
      xhrMisused: misused(),
      xhrItself: [XMLHttpRequest.DONE, XMLHttpRequest.length, new XMLHttpRequest() instanceof XMLHttpRequest],
      beacon: navigator.sendBeacon('/page', 'x'),
      link: pressed('#link', 'click', false),
      linkPrevented: pressed('#link', 'click', true),
      submitPrevented: pressed('#send', 'submit', true),
      history: navigated(),
      dataLayer: pushed(),
    };
  },
};

// What Livewire 3 and Alpine do in the page: components are asked for over one address, and their HTML morphed in.
const script = document.currentScript;
const root = document.documentElement;
let busy = 0;
const isBusy = (by) => {
  busy += by;
  root.toggleAttribute('data-busy', busy > 0);
};

const known = new Map();
/** What has been typed into a component's fields and is not what the server knows. */
const start = (within) => {
  for (const element of within.querySelectorAll('[wire\\:snapshot]')) {
    const id = element.getAttribute('wire:id');
    if (known.get(id)?.element === element) continue;
    const { listeners = [] } = JSON.parse(element.getAttribute('wire:effects'));
    known.set(id, { id, element, listeners, snapshot: element.getAttribute('wire:snapshot') });
    element.removeAttribute('wire:snapshot');
    element.removeAttribute('wire:effects');
    models(known.get(id));
  }
};
const owner = (element) => known.get(element.closest('[wire\\:id]')?.getAttribute('wire:id'));
const plain = (value) =>
  Array.isArray(value) && value.length === 2 && value[1]?.s
    ? value[1].s === 'arr' && value[0] && typeof value[0] === 'object'
      ? Array.isArray(value[0])
        ? value[0].map(plain)
        : Object.fromEntries(Object.entries(value[0]).map(([key, one]) => [key, plain(one)]))
      : value[0]
    : value;
const read = ({ snapshot }, path) =>
  path.split('.').reduce((data, key) => plain(data?.[key]), JSON.parse(snapshot).data);
const modelOf = (element) => {
  const name = element.getAttributeNames().find((one) => one.startsWith('wire:model'));
  return name && { path: element.getAttribute(name), isLive: name.endsWith('.live') };
};
const fields = ({ element }) =>
  [...element.querySelectorAll('input,select,textarea')].filter(
    (one) => modelOf(one) && owner(one)?.element === element,
  );
const typedIn = (field) => (field.type === 'checkbox' ? field.checked : field.value);
/** Fields show what the component keeps. */
const models = (component) => {
  for (const field of fields(component)) {
    const value = read(component, modelOf(field).path);
    if (field.type === 'radio') field.checked = field.value === value;
    else if (field.type === 'checkbox') field.checked = !!value;
    else field.value = value ?? '';
  }
};

/** Makes `old` what `next` is, and keeps whatever can stay. */
const morph = (old, next) => {
  const isChild = next.nodeType === 1 && next.hasAttribute('wire:id') && !next.hasAttribute('wire:snapshot');
  if (isChild && old.nodeType === 1 && old.getAttribute('wire:id') === next.getAttribute('wire:id')) {
    if (!next.hasAttribute('data-own')) return;
    next.removeAttribute('data-own');
  }
  const key = (node) => node.getAttribute?.('wire:key') ?? node.getAttribute?.('wire:id');
  if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName || key(old) !== key(next))
    return old.replaceWith(next);
  if (old.nodeType !== 1) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  for (const { name, value } of [...next.attributes])
    if (old.getAttribute(name) !== value && name !== 'x-cloak') old.setAttribute(name, value);
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && name !== 'style') old.removeAttribute(name);
  const news = [...next.childNodes];
  const olds = [...old.childNodes];
  news.forEach((one, at) => {
    if (olds[at]) morph(olds[at], one);
    else old.append(one);
  });
  for (const extra of olds.slice(news.length)) extra.remove();
};

const ask = async (component, calls, own = {}) => {
  const updates = Object.fromEntries(
    fields(component)
      .filter((field) => field.type !== 'radio' || field.checked)
      .map((field) => [modelOf(field).path, typedIn(field), read(component, modelOf(field).path)])
      .filter(([, value, was]) => `${value}` !== `${was ?? ''}`)
      .map(([path, value]) => [path, value]),
  );
  Object.assign(updates, own);
  if ('isOpen' in component && component.isOpen !== read(component, 'linesVisible'))
    updates.linesVisible = component.isOpen;
  isBusy(1);
  const answer = await fetch(script.dataset.updateUri, {
    method: 'POST',
    headers: { 'Content-type': 'application/json', 'X-Livewire': '' },
    body: JSON.stringify({
      _token: script.dataset.csrf,
      components: [{ snapshot: component.snapshot, updates, calls }],
    }),
  });
  const [{ snapshot, effects }] = JSON.parse(await answer.text()).components;
  component.snapshot = snapshot;
  if (effects.redirect) {
    location.href = effects.redirect;
    return;
  }
  const template = document.createElement('template');
  template.innerHTML = effects.html;
  const next = template.content.firstElementChild;
  next.setAttribute('data-own', '');
  morph(component.element, next);
  start(document);
  models(component);
  if (component.element.hasAttribute('x-data')) show(component, read(component, 'linesVisible'));
  for (const { name, params } of effects.dispatches ?? [])
    for (const other of known.values())
      if (other.listeners.includes(name) && other.element.isConnected)
        ask(other, [{ path: '', method: '__dispatch', params: [name, params] }]);
  isBusy(-1);
};
/** `saveAddress('shipping')`, as an attribute says it. */
const callOf = (text) => {
  const [, method, inner = ''] = /^\s*([$\w]+)(?:\((.*)\))?\s*$/s.exec(text);
  return { path: '', method, params: inner ? JSON.parse(`[${inner.replaceAll("'", '"')}]`) : [] };
};

const show = (component, isOpen) => {
  component.isOpen = isOpen;
  const box = component.element.querySelector('[x-show]');
  box.removeAttribute('x-cloak');
  box.style.display = isOpen ? '' : 'none';
};
const drawers = () => {
  for (const component of known.values())
    if (component.element.isConnected && component.element.matches('[x-data]')) show(component, false);
};

const navigate = async (url, isNew = true) => {
  isBusy(1);
  const answer = await fetch(url, { headers: { 'X-Livewire-Navigate': '1' } });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const one of next.querySelectorAll('script[data-navigate-once]')) one.remove();
  if (isNew) history.pushState({}, '', answer.url);
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  scrollTo(0, 0);
  known.clear();
  start(document);
  drawers();
  document.dispatchEvent(new CustomEvent('livewire:navigated'));
  isBusy(-1);
};

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[wire\\:navigate]');
  if (link) {
    event.preventDefault();
    return navigate(link.href);
  }
  for (const component of known.values())
    if (component.isOpen && !component.element.contains(event.target)) show(component, false);
  const toggle = event.target.closest('[x-on\\:click]');
  if (toggle) {
    const component = owner(toggle);
    show(component, toggle.matches('[aria-label=Close]') ? false : !component.isOpen);
  }
  const control = event.target.closest('[wire\\:click],[wire\\:click\\.prevent]');
  if (!control) return;
  const text = control.getAttribute('wire:click.prevent');
  if (text) event.preventDefault();
  const call = callOf(text ?? control.getAttribute('wire:click'));
  const [name, value] = call.params;
  if (call.method === '$set') ask(owner(control), [], { [name]: value });
  else ask(owner(control), [call]);
});
document.addEventListener('submit', (event) => {
  const text = event.target.getAttribute('wire:submit.prevent');
  if (!text) return;
  event.preventDefault();
  ask(owner(event.target), [callOf(text)]);
});
document.addEventListener('change', ({ target }) => {
  if (modelOf(target)?.isLive && owner(target)) ask(owner(target), []);
});
addEventListener('popstate', () => navigate(location.href, false));
start(document);
drawers();

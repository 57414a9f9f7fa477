// Draws as frameworks do: what is to be shown is built anew, and what stands there is changed where it differs. Handlers
// stay out of the markup.
export const h = (tag, props, ...children) => {
  const node =
    tag === 'svg' ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  node.acts = {};
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith('on')) node.acts[name.slice(2)] = value;
    else if (name === 'at' || name === 'key') node[name] = value;
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  // What is not shown keeps its place.
  for (const child of children.flat())
    node.append(child === undefined || child === false || child === null ? document.createComment('') : child);
  return node;
};

export const patch = (old, fresh) => {
  if (old.nodeName !== fresh.nodeName || old.key !== fresh.key) return old.replaceWith(fresh);
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes])
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  Object.assign(old, { acts: fresh.acts, at: fresh.at });
  if (old.readOnly && old.value !== fresh.value) old.value = fresh.value;
  const was = [...old.childNodes];
  const now = [...fresh.childNodes];
  now.forEach((child, at) => {
    if (was[at]) patch(was[at], child);
    else old.append(child);
  });
  for (const child of was.slice(now.length)) child.remove();
};

/** One listener for each kind of event, at the root. */
export const listen = (root) => {
  for (const type of ['click', 'submit', 'change', 'input'])
    root.addEventListener(type, (event) => {
      for (let node = event.target; node && node !== root; node = node.parentNode)
        if (node.acts?.[type]) return node.acts[type](event);
    });
};

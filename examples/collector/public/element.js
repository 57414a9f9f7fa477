/**
 * An element holding text and other elements. Strings become text, never HTML: whatever an event says, the page shows
 * it and does nothing else with it.
 *
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export const element = (tag, className = '', ...children) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

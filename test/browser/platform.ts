/** A consent platform that keeps the choice in a cookie, tells it on each page at once, and hears of no other tab. */
export const platform = `import { createFunnel } from 'funnelwire';
  const consent = (decide) => {
    window.choose = (choice) => {
      document.cookie = 'choice=' + choice;
      decide(choice);
    };
    const [, choice] = /choice=(\\w+)/.exec(document.cookie) || [];
    if (choice) decide(choice);
    return () => {};
  };
  const funnel = createFunnel({ endpoint: collector, consent });
  window.funnelwire = (method, ...args) => funnel[method](...args);`;

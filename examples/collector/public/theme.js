/** The page's colours for what is drawn on canvas, where style sheets do not reach. */
export const theme = () => {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    accent: colour('accent'),
    accentSoft: colour('accent-soft'),
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    card: colour('card'),
    good: colour('good'),
    fair: colour('fair'),
    bad: colour('bad'),
  };
};

/** @param {() => void} redraw */
export const onThemeChange = (redraw) => matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

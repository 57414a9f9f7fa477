export type Warn = (text: string) => void;

/** For the developer, on the console; each thing is said once. */
export const createWarn = (): Warn => {
  const said = new Set<string>();
  return (text) => {
    if (said.has(text)) return;
    said.add(text);
    console.warn(`funnelwire: ${text}`);
  };
};

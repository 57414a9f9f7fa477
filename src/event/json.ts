/**
 * JSON as if no `toJSON` were on the page's prototypes: Prototype.js put one on Array's that makes every list a string
 * (https://github.com/prototypejs/prototype/blob/1.6.1/src/lang/array.js). `look` sees each key and value.
 */
export const toJson = (input: unknown, look?: (key: string, value: unknown) => unknown): string => {
  const { toJSON } = [] as { toJSON?: unknown };
  const plain = function (this: Record<string, { toJSON?: unknown }>, key: string, told: unknown) {
    const value = this[key]?.toJSON === toJSON ? this[key] : told;
    return look ? look(key, value) : value;
  };
  return JSON.stringify(input, toJSON ? plain : look);
};

/** Resolves after `ms`. */
export const wait = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms));

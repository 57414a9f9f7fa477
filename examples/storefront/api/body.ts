import type { Context } from 'hono';

/** A JSON object from the request, with nothing assumed of its fields. Anything else reads as an empty one. */
export const readBody = async (context: Context): Promise<Record<string, unknown>> => {
  const body: unknown = await context.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? { ...body } : {};
};

/** A text as typed into a form, without the spaces around it. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

export const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);

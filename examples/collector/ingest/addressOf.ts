import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Who asks: the peer of the connection or, behind a proxy of one's own, what that proxy noted last in `header`. What
 * stands before it there was said by the sender and proves nothing.
 */
export const addressOf = (c: Context, header: string | undefined): string => {
  const noted = header && c.req.header(header)?.split(',').at(-1)?.trim();
  return noted || getConnInfo(c).remote.address || '';
};

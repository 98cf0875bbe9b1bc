import { describe, expect, it } from 'vitest';
import { allowSocket } from './csp.ts';

const socket = 'ws://desk.app.localhost/.stand-in-ipc';
const allow = (policy: string): string => allowSocket(policy, 'desk.app.localhost');

describe('the policy that the stand-in serves', () => {
  it('adds its socket to the connections that are allowed', () => {
    expect(allow("default-src 'none'; connect-src 'self'; script-src 'self'")).toBe(
      `default-src 'none'; script-src 'self'; connect-src 'self' ${socket}`,
    );
  });

  it('takes the place of a forbidden connection', () => {
    expect(allow("connect-src 'none'")).toBe(`connect-src ${socket}`);
  });

  it('starts from the default when no connection is named, and leaves that default alone', () => {
    expect(allow("default-src 'self' data:;")).toBe(
      `default-src 'self' data:; connect-src 'self' data: ${socket}`,
    );
  });

  it('leaves alone what forbids no connection', () => {
    expect(allow("frame-ancestors 'none'")).toBe("frame-ancestors 'none'");
  });
});

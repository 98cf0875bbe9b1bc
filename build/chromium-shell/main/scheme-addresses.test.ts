import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SchemeAddresses, originOf } from './scheme-addresses.ts';

function addresses(): SchemeAddresses {
  const made = new SchemeAddresses();
  made.addScheme('app');
  made.addPartition('p-6d');
  return made;
}

describe('the addresses of a scheme', () => {
  it('are those of a host of their own in Chromium', () => {
    const { toReal, toApp } = {
      toReal: (url: string, label = '') => addresses().toReal(url, label),
      toApp: (url: string) => addresses().toApp(url),
    };
    expect(toReal('app://desk')).toBe('http://desk.app.localhost/');
    expect(toReal('app://desk/a/b?c=d#e')).toBe('http://desk.app.localhost/a/b?c=d#e');
    expect(toReal('app://desk/', 'p-6d')).toBe('http://desk.app.p-6d.localhost/');
    expect(toApp('http://desk.app.p-6d.localhost/a')).toBe('app://desk/a');
    expect(toApp('http://desk.app.localhost:80/a')).toBe('app://desk/a');
  });

  it('come back as they went', () => {
    const label = fc.constantFrom('', 'p-6d');
    const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
    const rest = fc.stringMatching(/^\/[a-z0-9/._~?#:@-]{0,20}$/);
    fc.assert(
      fc.property(label, host, rest, (inPartition, name, path) => {
        const url = `app://${name}${path}`;
        expect(addresses().toApp(addresses().toReal(url, inPartition))).toBe(url);
      }),
    );
  });

  it('leave every other address alone', () => {
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'about:blank',
      'data:text/html,x',
      'other://desk/',
      'http://desk.app.localhost:8080/',
      'http://desk.app.localhost.example.org/',
      'http://desk.app.p-00.localhost/',
    ]) {
      expect(addresses().toReal(url, '')).toBe(url);
      expect(addresses().toApp(url)).toBe(url);
    }
  });

  it('have the origin that Electron gives them', () => {
    expect(originOf('app://desk/a?b')).toBe('app://desk');
    expect(originOf('about:blank')).toBe('null');
    expect(originOf('data:text/html,x')).toBe('null');
    expect(originOf('file:///a')).toBe('null');
  });
});

import { describe, expect, it } from 'vitest';
import { isTypingKey, keyOf, keyWords, type KeyPress } from './command.keys.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): string =>
  keyOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('the name of a key', () => {
  it.each([
    ['F9', press('F9', 'F9')],
    ['Esc', press('Escape', 'Escape')],
    ['Ctrl+N', press('n', 'KeyN', { ctrlKey: true })],
    ['Ctrl+N', press('n', 'KeyN', { metaKey: true })],
    ['Ctrl+Enter', press('Enter', 'Enter', { ctrlKey: true })],
    ['Ctrl+Shift+Enter', press('Enter', 'Enter', { ctrlKey: true, shiftKey: true })],
    ['Alt+ArrowDown', press('ArrowDown', 'ArrowDown', { altKey: true })],
  ])('%s is told from what is pressed', (name, told) => {
    expect(told).toBe(name);
  });

  it('is the place of the key where Alt makes another character of it', () => {
    expect(press('¡', 'Digit1', { altKey: true })).toBe('Alt+1');
    expect(press('∑', 'KeyW', { altKey: true })).toBe('Alt+W');
    expect(press('Dead', 'KeyG', { altKey: true })).toBe('Alt+G');
  });

  it('is the place of the key where the layout has no Latin letters', () => {
    expect(press('т', 'KeyN', { ctrlKey: true })).toBe('Ctrl+N');
  });

  it('says nothing of Shift where a sign needs it', () => {
    expect(press('+', 'Equal', { ctrlKey: true, shiftKey: true })).toBe('Ctrl++');
    expect(press('=', 'Equal', { ctrlKey: true })).toBe('Ctrl+=');
    expect(press('N', 'KeyN', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+N');
  });

  it('is drawn with arrows and short words', () => {
    expect([keyWords('Alt+ArrowUp'), keyWords('PageDown'), keyWords('Ctrl+K')]).toEqual([
      'Alt+↑',
      'PgDn',
      'Ctrl+K',
    ]);
  });
});

describe('a key that writes or moves the cursor', () => {
  it('is told from one that is free where somebody types', () => {
    expect(['A', 'PageDown', 'ArrowUp', 'Alt+ArrowDown', 'Space'].every(isTypingKey)).toBe(true);
    expect(['Ctrl+N', 'Alt+1', 'F9', 'Esc', 'Ctrl+Enter'].some(isTypingKey)).toBe(false);
  });
});

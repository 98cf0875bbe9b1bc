import { createTheme } from '@mantine/core';

/** Nothing moves on the screen but the browser's own scrolling. */
const still = { transitionProps: { duration: 0 } } as const;

const modal = { ...still, lockScroll: false, shadow: 'none', radius: 'md' } as const;

/**
 * The few parts of Mantine in use, told how to behave. What they look like stands in mantine-variables.css and
 * mantine.css: the variables Mantine would write for itself are a style element, which the CSP forbids. For the
 * same reason no dialog locks scrolling (nothing but columns scrolls anyway) and no part takes a responsive prop.
 */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-keys)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'never',
  components: {
    Modal: { defaultProps: modal },
    ModalRoot: { defaultProps: modal },
    Popover: { defaultProps: still },
    Menu: { defaultProps: still },
    Tooltip: { defaultProps: still },
    Select: { defaultProps: { size: 'md', comboboxProps: still } },
    Autocomplete: { defaultProps: { size: 'md', comboboxProps: still } },
    TextInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
  },
});

/** Where a character is to be typed, or where the focus must not be taken away. */
const TAKEN = [
  'input',
  'textarea',
  'select',
  '[contenteditable]',
  '[role="listbox"]',
  '[role="menu"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
].join();

const isTaken = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(TAKEN) !== null;

const character =
  (key: string) =>
  (event: KeyboardEvent): boolean =>
    event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey && !isTaken(event);

/** With either Ctrl or Command: keyboards and systems are mixed freely. */
const command =
  (key: string) =>
  (event: KeyboardEvent): boolean =>
    event.key.toLowerCase() === key &&
    event.ctrlKey !== event.metaKey &&
    !event.altKey &&
    !event.shiftKey;

export type Shortcut = (event: KeyboardEvent) => boolean;

export const SHORTCUTS = {
  search: character('/'),
  help: character('?'),
  globalSearch: command('k'),
} as const satisfies Record<string, Shortcut>;

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);
const COMMAND = isApple ? '⌘' : 'Ctrl';

/** What one can press, in the order of the list that `?` shows. */
export const SHORTCUT_NAMES = [
  'search',
  'move',
  'pick',
  'close',
  'globalSearch',
  'find',
  'help',
] as const;
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];

export const SHORTCUT_KEYS: Record<ShortcutName, readonly string[]> = {
  search: ['/'],
  move: ['↑', '↓'],
  pick: ['Enter'],
  close: ['Esc'],
  globalSearch: [COMMAND, 'K'],
  find: [COMMAND, 'F'],
  help: ['?'],
};

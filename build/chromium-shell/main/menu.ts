import { EventEmitter } from 'node:events';
import type { Menu as ElectronMenu, MenuItem as ElectronItem, MenuItemConstructorOptions } from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { guardClass } from './guard.ts';

type Template = readonly (MenuItemConstructorOptions | MenuItem)[];
type MenuSurface = Pick<ElectronMenu, 'closePopup' | 'popup'>;
type ItemSurface = Pick<ElectronItem, 'checked' | 'click' | 'enabled' | 'id' | 'label' | 'type' | 'visible'>;

export class MenuItem implements ItemSurface {
  readonly id: string;
  readonly type: ElectronItem['type'];
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: MenuItemConstructorOptions['accelerator'];
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { id, label, type, role, accelerator, submenu, enabled, visible, checked } = options;
    this.id = id ?? '';
    this.label = label ?? role ?? '';
    this.role = role;
    this.accelerator = accelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined);
    this.type = type ?? (this.submenu ? 'submenu' : 'normal');
    this.enabled = enabled ?? true;
    this.visible = visible ?? true;
    this.checked = checked ?? false;
    this.click = () => this.choose(options);
  }

  private choose(options: MenuItemConstructorOptions): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    const item = this as unknown as ElectronItem;
    const window = BrowserWindow.getFocusedWindow() ?? undefined;
    options.click?.(item, window as unknown as Parameters<NonNullable<typeof options.click>>[1], {});
  }
}

/** Kept, not drawn: a test presses an item by calling its `click`. */
export class Menu extends EventEmitter implements MenuSurface {
  readonly items: MenuItem[] = [];
  private static application: Menu | null = null;

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    this.emit('menu-will-close', {});
  }

  static buildFromTemplate(template: Template): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.application;
  }
}

guardClass('Menu', Menu);

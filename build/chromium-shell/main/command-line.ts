import type { CommandLine as ElectronCommandLine } from 'electron';
import { guarded } from './guard.ts';

export type CommandLine = Pick<
  ElectronCommandLine,
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
>;

export function createCommandLine(): CommandLine {
  const switches = new Map<string, string>();
  return guarded<CommandLine>('app.commandLine', {
    appendSwitch: (name, value = '') => void switches.set(name.toLowerCase(), value),
    hasSwitch: name => switches.has(name),
    getSwitchValue: name => switches.get(name) ?? '',
    removeSwitch: name => void switches.delete(name),
    appendArgument(value) {
      const [name = '', ...rest] = value.replace(/^--/, '').split('=');
      this.appendSwitch(name, rest.join('='));
    },
  });
}

import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, NOTICES, type Notices } from '#shared/ipc/channels.ts';
import { nameParts } from '#shared/ipc/desk-api.ts';

type Invoke = (input: unknown) => Promise<unknown>;

const areas: Record<string, Record<string, Invoke>> = {};
for (const channel of CHANNELS) {
  const [area, verb] = nameParts(channel);
  const functions = (areas[area] ??= {});
  functions[verb] = input => ipcRenderer.invoke(channel, input);
}

function on<Name extends keyof Notices>(
  notice: Name,
  listener: (payload: Notices[Name]) => void,
): () => void {
  if (!NOTICES.includes(notice)) throw new Error('unknown notice');
  const hear = (_event: unknown, payload: Notices[Name]): void => {
    listener(payload);
  };
  ipcRenderer.on(notice, hear);
  return () => {
    ipcRenderer.removeListener(notice, hear);
  };
}

contextBridge.exposeInMainWorld('desk', { ...areas, on });

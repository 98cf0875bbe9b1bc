import type { ZodVoid } from 'zod';
import type { ChannelName, Notices } from './channels.ts';
import type { Contract, InputOf, OutputOf } from './contract.ts';
import type { Reply } from './result.ts';

type Camel<Verb extends string> = Verb extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Verb;

type Area = ChannelName extends `${infer Name}:${string}` ? Name : never;

type Call<Name extends ChannelName> = Contract[Name]['input'] extends ZodVoid
  ? () => Promise<Reply<OutputOf<Name>>>
  : (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;

/** `window.desk`: one named function a channel (`desk.journal.append`), nothing generic, and the notices. */
export type DeskApi = {
  readonly [A in Area]: {
    readonly [Name in ChannelName as Name extends `${A}:${infer Verb}` ? Camel<Verb> : never]: Call<Name>;
  };
} & {
  /** Returns its own unsubscribe. */
  readonly on: <Name extends keyof Notices>(
    notice: Name,
    listener: (payload: Notices[Name]) => void,
  ) => () => void;
};

/** `setup:print-key` → `['setup', 'printKey']`. */
export function nameParts(channel: ChannelName): readonly [area: string, verb: string] {
  const [area = '', verb = ''] = channel.split(':');
  return [area, verb.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())];
}

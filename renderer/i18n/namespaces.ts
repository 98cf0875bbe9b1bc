import type { Language } from '#shared/core/text.ts';

/** Texts of one namespace: nested keys, text at the leaves. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

type Loaded = Readonly<Record<string, Readonly<Record<string, Texts>>>>;

/** The file name is the name of the namespace; the file exports its texts and nothing else. */
function byNamespace(files: Loaded): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(files).map(([path, exported]) => {
      const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
      const texts = Object.values(exported)[0];
      if (texts === undefined) throw new Error(`${path} exports no texts`);
      return [name, texts];
    }),
  );
}

/** Bundled with the program: a language is there at once or not at all, and nothing is fetched. */
export const namespaces: Readonly<Record<Language, Readonly<Record<string, Texts>>>> = {
  'zh-CN': byNamespace(import.meta.glob('./zh-CN/*.ts', { eager: true })),
  en: byNamespace(import.meta.glob('./en/*.ts', { eager: true })),
};

import {
  readPackSource,
  type PackFault,
  type PackFileText,
  type Path,
} from '#shared/procedure/pack.source.ts';

/** A text of a pack as its file has it, with the place it stands at. */
export interface PlacedText {
  readonly at: Path;
  readonly zh?: unknown;
  readonly en?: unknown;
}

const isTextual = (value: object): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every(key => key === 'zh' || key === 'en');
};

/** Every `{zh, en}` of a file, wherever it stands. */
export function textsOf(data: unknown, at: Path = []): readonly PlacedText[] {
  if (Array.isArray(data)) return data.flatMap((each, index) => textsOf(each, [...at, index]));
  if (typeof data !== 'object' || data === null) return [];
  if (isTextual(data)) return [{ ...data, at }];
  return Object.entries(data).flatMap(([key, value]) => textsOf(value, [...at, key]));
}

const HAN = /\p{Script=Han}/u;
const CHINESE_MARKS = /[\u3001-\u303f\uff01-\uff60]/u;
/** Figures keep their points and colons: 1.2, 9:30. */
const HALF_WIDTH = /\p{Script=Han}[,.;:!?()]|[,;:!?()]\p{Script=Han}/u;

function wrongIn({ zh, en }: PlacedText): readonly { key: 'zh' | 'en'; zh: string; en: string }[] {
  const faults: { key: 'zh' | 'en'; zh: string; en: string }[] = [];
  if (en === undefined) faults.push({ key: 'en', zh: '没有英文', en: 'no English' });
  if (typeof en === 'string' && (HAN.test(en) || CHINESE_MARKS.test(en)))
    faults.push({ key: 'en', zh: '英文里有中文的字或标点', en: 'Chinese in the English text' });
  if (typeof zh === 'string' && HALF_WIDTH.test(zh))
    faults.push({ key: 'zh', zh: '中文里有半角标点', en: 'half-width punctuation in Chinese' });
  return faults;
}

/** Both languages are complete and each has its own punctuation. */
export function textFaults(file: PackFileText): readonly PackFault[] {
  const source = readPackSource(file);
  return textsOf(source.data).flatMap(text =>
    wrongIn(text).map(({ key, zh, en }) => ({
      file: file.path,
      line: source.lineOf([...text.at, key]),
      message: { zh: `${text.at.join(' › ')}：${zh}`, en: `${text.at.join(' › ')}: ${en}` },
    })),
  );
}

import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { fieldOfRole } from './leaving.fields.ts';
import type { SentField, Transfer } from './transfer.schema.ts';

type Asking = Pick<Procedure, 'fields' | 'registration'>;

export interface Arrived {
  /** What the register form can take over as it is. */
  readonly values: Values;
  /** What it has no place for; people read it in the story. */
  readonly rest: readonly SentField[];
  /** The same as a text, where the story has no room for it: it goes along as a file. */
  readonly overflow?: string;
}

export interface ArrivingWords {
  /** Over what the form has no place for. */
  readonly heading: string;
  /** Under it in the story, where the rest is in a file. */
  readonly inFile: string;
}

const takes = (field: Field | undefined, value: FieldValue): field is Field =>
  field !== undefined && value !== null && kindOf(field).accepts(value, field);

/** Of a person whose identity stays with the sender, who has to be called something, the code is written down. */
const valueOf = ({ role, value, words }: SentField): FieldValue =>
  value === null && role === 'person' ? words : value;

/** First a field of the same name, which packs share, then the one that has the same role. */
function placeFor(procedure: Asking, { key, role }: SentField, value: FieldValue): Field | undefined {
  const { fields: asked } = procedure.registration;
  return [key, fieldOfRole(procedure, role)]
    .filter(each => each !== undefined && asked.includes(each))
    .map(each => procedure.fields.find(field => field.key === each))
    .find(field => field?.system === undefined && takes(field, value));
}

/** The first long text of the register form: where a story is told. */
const storyOf = ({ fields, registration }: Asking): Field | undefined =>
  registration.fields
    .flatMap(key => fields.find(field => field.key === key) ?? [])
    .find(({ type, system }) => type === 'longtext' && system === undefined);

/**
 * The register form of a procedure, filled with what came with a case. What was asked for there and has no place here
 * stands at the end of the story, under a heading, so that nobody overlooks it; where that would be too long, in a file.
 */
export function arrivingValues(
  procedure: Asking,
  { fields }: Pick<Transfer, 'fields'>,
  { heading, inFile }: ArrivingWords,
): Arrived {
  const values: Record<string, FieldValue> = {};
  const rest: SentField[] = [];
  for (const field of fields) {
    if (field.part !== 'registration') continue;
    const value = valueOf(field);
    const place = placeFor(procedure, field, value);
    if (place && values[place.key] === undefined) values[place.key] = value;
    else if (field.value !== false) rest.push(field);
  }
  if (rest.length === 0) return { values, rest };
  const lines = rest.map(({ label, words }) => `${label}：${words}`);
  const overflow = [heading, ...lines].join('\n');
  const story = storyOf(procedure);
  if (!story) return { values, rest, overflow };
  const before = scalarText(values[story.key]);
  const told = (end: string): string => (before === '' ? end : `${before}\n\n${end}`);
  const whole = told(overflow);
  const hint = told([heading, inFile].join('\n'));
  const fits = [whole, hint].find(text => takes(story, text));
  if (fits !== undefined) values[story.key] = fits;
  return fits === whole ? { values, rest } : { values, rest, overflow };
}

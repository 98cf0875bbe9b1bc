/**
 * The other language of a namespace: the same keys, all of them. English may add the singular
 * (`days_one`) beside a plural that Chinese has alone (`days_other`).
 */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
} & {
  readonly [Key in keyof Source as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};

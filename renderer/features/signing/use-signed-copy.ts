import { useEffect, useState } from 'react';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { MadePaper } from '#shared/ipc/answers.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import type { SignatureSheet } from '#shared/signing/signature-sheet.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface SignedCopySubject {
  readonly office: string;
  readonly form: CaseForm;
  readonly number: string;
  readonly document: DocumentState;
}

/** Like the paper itself the sheet is in Chinese, whatever the language of the window. */
export const sheetOf = ({ office, form, number, document }: SignedCopySubject): SignatureSheet => {
  const places = signPlaces(form);
  const { pages, mark, sha256, signedAt, padSignatures = [] } = document;
  return {
    ...{ office, paper: form.name.zh, form: form.id, number, pages, mark, sha256 },
    complete: signedAt !== undefined,
    signatures: padSignatures.map(({ place, signer, at, by, image }) => {
      const found = places.find(({ id }) => id === place);
      return { place: found ? placeName(found, 'zh-CN') : place, signer, at, by, image };
    }),
  };
};

export interface SignedCopy {
  readonly made: MadePaper | undefined;
  readonly fault: AnyFault | undefined;
}

const NOTHING: SignedCopy = { made: undefined, fault: undefined };

/** The paper with the sheet of its signatures behind it, made when somebody wants it. */
export function useSignedCopy(subject: SignedCopySubject, tries: number): SignedCopy {
  const { api } = useDesk();
  const [answer, setAnswer] = useState(NOTHING);
  const json = JSON.stringify(sheetOf(subject));
  useEffect(() => {
    let left = false;
    const make = async (): Promise<void> => {
      const made = await api.signatures.copy({ sheet: JSON.parse(json) as SignatureSheet });
      if (!left)
        setAnswer(made.ok ? { made: made.value, fault: undefined } : { made: undefined, fault: made.error });
    };
    void make();
    return () => {
      left = true;
      setAnswer(NOTHING);
    };
  }, [api, json, tries]);
  return answer;
}

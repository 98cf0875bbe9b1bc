import { useState } from 'react';
import { invariant } from '#shared/core/assert.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { SetupAnswer } from '#shared/ipc/answers.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import {
  officeLack,
  personLack,
  setupInput,
  type OfficeAnswers,
  type OfficeLack,
  type PersonAnswers,
  type PersonLack,
} from './answers.ts';
import { groupLack, groupsForShell, type TypedGroups } from './key-proof.ts';
import { NO_COPIES, type KeyCopies } from './use-key-copies.ts';

export const STEPS = ['office', 'person', 'key', 'ready'] as const;
export type Step = (typeof STEPS)[number];

/** What keeps the page from going on; `nth` is new with every press, so that the focus goes there again. */
type Lacking =
  | { readonly step: 'office'; readonly nth: number; readonly lack: OfficeLack }
  | { readonly step: 'person'; readonly nth: number; readonly lack: PersonLack }
  | { readonly step: 'key'; readonly nth: number; readonly group: number };

/** Keys were made for these answers; other answers need other keys. */
interface Begun {
  readonly asked: string;
  readonly setup: SetupAnswer;
  readonly renewed: boolean;
}

export interface FirstRun {
  readonly step: Step;
  readonly office: OfficeAnswers;
  readonly person: PersonAnswers;
  readonly begun: Begun | null;
  readonly typed: TypedGroups;
  readonly copies: KeyCopies;
  readonly lacking: Lacking | null;
  readonly fault: DeskFault | null;
  readonly busy: boolean;
  readonly changeOffice: (change: Partial<OfficeAnswers>) => void;
  readonly changePerson: (change: Partial<PersonAnswers>) => void;
  readonly changeTyped: (typed: TypedGroups) => void;
  readonly changeCopies: (copies: KeyCopies) => void;
  readonly back: () => void;
  readonly next: () => Promise<void>;
}

export function useFirstRun(procedure: string): FirstRun {
  const desk = useDesk();
  const [step, setStep] = useState<Step>('office');
  const [office, setOffice] = useState<OfficeAnswers>({
    name: '',
    code: '',
    prefix: '',
    firstNumber: '1',
    procedure,
  });
  const [person, setPerson] = useState<PersonAnswers>({
    name: '',
    phone: '',
    roles: ROLES,
    passphrase: '',
    again: '',
  });
  const [begun, setBegun] = useState<Begun | null>(null);
  const [typed, setTyped] = useState<TypedGroups>({});
  const [copies, setCopies] = useState<KeyCopies>(NO_COPIES);
  const [lacking, setLacking] = useState<Lacking | null>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [busy, setBusy] = useState(false);

  const go = (to: Step): void => {
    setLacking(null);
    setFault(null);
    setStep(to);
  };
  const settle = (): void => {
    setLacking(null);
    setFault(null);
  };
  const nth = (lacking?.nth ?? 0) + 1;

  const makeKey = async (): Promise<void> => {
    const input = setupInput(office, person);
    const asked = JSON.stringify(input);
    if (begun?.asked === asked) {
      go('key');
      return;
    }
    setBusy(true);
    const reply = await desk.beginSetup(input);
    setBusy(false);
    if (!reply.ok) {
      setFault(reply.error);
      return;
    }
    const onPaper = copies.prints !== null || copies.savedTo !== null;
    setBegun({ asked, setup: reply.value, renewed: onPaper || begun?.renewed === true });
    setTyped({});
    setCopies(NO_COPIES);
    go('key');
  };

  const found = async (): Promise<void> => {
    invariant(begun, 'the last page comes after the key');
    setBusy(true);
    const reply = await desk.finishSetup(groupsForShell(begun.setup, typed));
    setBusy(false);
    if (!reply.ok) setFault(reply.error);
  };

  const next = async (): Promise<void> => {
    if (busy) return;
    settle();
    switch (step) {
      case 'office': {
        const lack = officeLack(office);
        if (lack) setLacking({ step, nth, lack });
        else go('person');
        return;
      }
      case 'person': {
        const lack = personLack(person);
        if (lack) setLacking({ step, nth, lack });
        else await makeKey();
        return;
      }
      case 'key': {
        invariant(begun, 'the page of the key comes after the key was made');
        const group = groupLack(begun.setup, typed);
        if (group === undefined) go('ready');
        else setLacking({ step, nth, group });
        return;
      }
      case 'ready':
        await found();
    }
  };

  return {
    step,
    office,
    person,
    begun,
    typed,
    copies,
    lacking,
    fault,
    busy,
    changeOffice: change => {
      setOffice({ ...office, ...change });
      settle();
    },
    changePerson: change => {
      setPerson({ ...person, ...change });
      settle();
    },
    changeTyped: groups => {
      setTyped(groups);
      settle();
    },
    changeCopies: setCopies,
    back: () => {
      const before = STEPS[STEPS.indexOf(step) - 1];
      if (before && !busy) go(before);
    },
    next,
  };
}

export const signing = {
  section: 'Signature',
  act: 'Sign on the screen',
  none: 'It can be printed and signed, or signed here on the screen.',
  noneHere: 'This one was not signed on the screen.',
  place: 'Place',
  signer: 'Name of the signer',
  notNow: 'Not now',
  given: '{{signer}}, {{when}}, taken by {{by}}',
  image: 'Signature of {{signer}}',
  covered_one: '{{count}} signature on the screen. The identity is covered; open it to see.',
  covered_other: '{{count}} signatures on the screen. The identity is covered; open it to see.',
  complete:
    'Everybody who must has signed: the paper counts as signed. That holds for this version only; set anew, it is signed again.',
  incomplete: 'Not everybody has signed yet.',
  read: {
    title: 'First read what is signed: “{{name}}”',
    words: 'Let the signer read the whole paper. This very file is signed, and nothing in it will change.',
    act: 'Read, go on to sign',
  },
  sign: {
    title: 'Sign “{{name}}”',
    words: 'Place: “{{place}}”. Signer: {{signer}}. Write in the field with mouse, finger or pen.',
    field: 'Where {{signer}} signs',
    complete: 'With this one, everybody who must has signed',
    act: 'Signed',
    undo: 'Take back a stroke',
    clear: 'Clear and begin again',
    back: 'Read again',
  },
  trouble: {
    empty: 'There is no signature in the field yet; dots are none. Write the name, then press “Signed”.',
    noSigner: 'Who signs is not written yet',
  },
  copy: {
    look: 'Copy with the signature sheet',
    back: 'Back to the paper',
    title: '{{name}} (with signature sheet)',
    column: 'Print the copy with the signature sheet',
    note: 'First the file that was signed, unchanged; the last sheet says who signed when. It can be made again at any time and is not kept.',
    fileName: '{{form}} {{number}} with signatures',
  },
  anew: {
    words:
      'The version of {{when}} was signed on the screen. Its contents changed and it was set anew: the signature does not carry over, this one has to be signed again.',
    act: 'Show the signed one',
  },
};

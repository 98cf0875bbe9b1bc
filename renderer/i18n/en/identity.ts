export const identity = {
  covered: 'Who this case comes from is secret and covered on the screen.',
  notForYou: '{{covered}} {{why}}.',
  act: 'Open the identity',
  reason: 'Why it is opened',
  written: 'Who opens it, when and why is written to the journal first, then it is shown.',
  notNow: 'Not now',
  open: 'The identity is open. It is covered again when you leave this case, lock, or nobody uses the screen for 5 minutes.',
  cover: 'Cover the identity',
  onPaper: '“{{form}}” bears the secret identity; open it first to look at the paper and print it.',
  value: '(withheld)',
};

export const tour = {
  label: 'A look around',
  begin: 'Show me around again',
  next: 'Next',
  end: 'Enough',
  done: 'Done',
  count: '{{at}}/{{of}}',
  stop: {
    workbench: { title: 'Workbench', about: 'The day begins here: what is due and what waits for you.' },
    reception: {
      title: 'Reception',
      about: 'Somebody comes: {{register}}. What you type is saved as you go.',
    },
    search: { title: 'Search', about: '{{search}} finds cases, people and commands.' },
    cases: { title: 'Cases', about: 'All cases. Open one: next step, deadlines and papers are inside.' },
    month: { title: 'Month', about: 'At its end: check, lock, seal the bundle for headquarters.' },
    lock: {
      title: 'Lock',
      about:
        'Leaving? {{lock}}. For help {{help}}; the manual is there too. To practise, the lock screen has a sample office.',
    },
  },
};

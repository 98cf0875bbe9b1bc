import type { Translation } from '../translation.ts';
import type { settings as source } from '../zh-CN/settings.ts';

export const settings: Translation<typeof source> = {
  title: 'Settings',
  hours: {
    title: 'Office hours',
    note: 'Limits in office hours are counted by this table. What is being counted already goes on by the table it began with: a time somebody was told does not move.',
    usual: 'Now: those of the program, the office set none yet',
    since: 'From {{from}}',
    setBy: 'Set by {{by}} on {{at}}',
    closed: 'closed',
    change: 'Change office hours',
    byAdministrator: 'An administrator changes them.',
    how: 'From when to when, in two parts with a break: 9:00-12:00 14:00-17:30. Leave a day empty when the office is closed. Public holidays are closed; make-up days take the hours of Monday.',
    daysNote:
      'A day that is unlike its weekday has a line of its own; leave its times empty when the office is closed.',
    date: 'Date in line {{nth}}',
    times: 'Times in line {{nth}}',
    addDay: 'Add a day',
    from: 'From which day',
    fromNow: 'empty: from now on',
    save: 'Keep these hours',
    notNow: 'Not now',
    notSaved: 'The office hours were not changed',
    badTimes: '“{{typed}}” for {{day}} cannot be read. Write it like this: 9:00-12:00 14:00-17:30',
    badDate: '“{{typed}}” is no date. Write it like this: 2026-12-31',
  },
};

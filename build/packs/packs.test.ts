import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExamples } from '#shared/case/example.load.ts';
import { runExample } from '#shared/case/example.run.ts';
import { isGuidancePack } from '#shared/procedure/pack.load.ts';
import { readPackSource, type PackFault } from '#shared/procedure/pack.source.ts';
import { readCatalogue } from './catalogue.ts';
import { readChecklist } from './coverage.checklist.ts';
import { coverageOf } from './coverage.ts';
import { faultsOf } from './pack.faults.ts';
import { countingParts, packFolders, readFolder, shippedPacks } from './pack.files.ts';
import { textsOf } from './text.rules.ts';

const packs = packFolders().map(folder => ({
  name: path.basename(folder),
  folder,
  files: readFolder(folder),
}));
const procedures = packs.filter(({ files }) => !isGuidancePack(files));

describe('the packs of the program', () => {
  it('are twenty-nine procedures and ten sets of cards', () => {
    expect([procedures.length, packs.length - procedures.length]).toEqual([29, 10]);
  });

  it.each(packs)('$name has no fault', ({ folder }) => {
    expect(faultsOf(folder).map(({ file, line, message }) => `${file}:${line}: ${message.zh}`)).toEqual([]);
  });

  it.each(procedures)('$name marks the step by which a matter is taken back', ({ name }) => {
    const procedure = shippedPacks().procedures.find(({ id }) => id === name);
    expect(procedure?.steps.some(({ withdrawal }) => withdrawal)).toBe(true);
  });

  it('keep the type of a complainant nowhere', () => {
    const types = shippedPacks().guidance.find(({ id }) => id === 'complainant-types-five');
    expect(types?.fields).toMatchObject([{ key: 'complainant_type', advice_only: true }]);
  });

  it('have ids, limits, duties and reports that no other pack has', () => {
    const { procedures: all, guidance } = shippedPacks();
    const ids = [
      ...[...all, ...guidance].flatMap(({ id, limits }) => [id, ...limits.map(limit => limit.id)]),
      ...all.flatMap(({ duties, reports }) => [...duties, ...reports].map(({ id }) => id)),
    ];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

const parts = countingParts();

describe.each(procedures)('the worked cases of $name', ({ name, files }) => {
  const procedure = shippedPacks().procedures.find(({ id }) => id === name);
  const faults: PackFault[] = [];
  const examples = readExamples(files, faults);

  it('are at least two', () => {
    expect(faults).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)('$file comes out as it says', ({ example }) => {
    expect(procedure && runExample(procedure, example, parts)).toEqual([]);
  });
});

describe('a procedure that keeps somebody secret', () => {
  it.each(shippedPacks().procedures.filter(({ confidentiality }) => confidentiality))(
    'hides all lists of people in $id',
    pack => {
      const lists = pack.fields.filter(({ type, personal }) => type === 'table' && personal);
      expect(lists.map(({ key }) => key).filter(key => !pack.confidentiality?.fields.includes(key))).toEqual(
        [],
      );
    },
  );
});

describe('the catalogue', () => {
  const catalogue = readCatalogue();
  const rows = coverageOf(catalogue, shippedPacks(), readChecklist());
  const wanted = (part: 'forms' | 'fields' | 'limits' | 'figures' | 'reports'): number =>
    rows.reduce((sum, row) => sum + row[part].wanted, 0);

  it('has 37 systems, 119 forms with 1002 fields, 148 limits and 36 reports', () => {
    expect(catalogue.systems).toHaveLength(37);
    expect([wanted('forms'), wanted('fields'), wanted('limits'), wanted('reports')]).toEqual([
      119, 1002, 148, 36,
    ]);
  });

  it.each(rows)('is covered in $id', row => {
    expect(row).toMatchObject({
      present: true,
      forms: { missing: [] },
      fields: { missing: [] },
      limits: { missing: [] },
      figures: { missing: [] },
      reports: { missing: [] },
    });
  });

  it('names amount and unit of 145 of its limits', () => {
    expect(wanted('figures')).toBe(145);
  });

  it('has lines of the checklist for every system, all of them proved', () => {
    expect(Object.keys(readChecklist())).toEqual(catalogue.systems.map(({ no }) => no));
    expect(rows.flatMap(({ no, checklist }) => checklist.missing.map(line => `${no} ${line}`))).toEqual([]);
  });
});

/** Names of offices, companies and persons and numbers that the sources happen to hold: facts of theirs, not of ours. */
const REAL_NAMES =
  /万科|兆麟|北安市|枯桃|将军山|青岛|科右前旗|4001692008|vanke|zhaolin|bei'?an|kutao|qingdao/i;

describe('the texts of the packs', () => {
  const texts = packs.flatMap(({ name, files }) =>
    files.flatMap(file =>
      textsOf(readPackSource(file).data).map(({ at, zh, en }) => ({
        where: `${name}/${file.path} ${at.join('.')}`,
        text: `${String(zh)} ${String(en)}`,
      })),
    ),
  );

  it('are many', () => {
    expect(texts.length).toBeGreaterThan(8000);
  });

  it('name no real company, office or person', () => {
    expect(texts.filter(({ text }) => REAL_NAMES.test(text))).toEqual([]);
  });

  it('hold no telephone numbers', () => {
    expect(texts.filter(({ text }) => /\d{7,}|\d{3,4}-\d{7,8}/.test(text))).toEqual([]);
  });
});

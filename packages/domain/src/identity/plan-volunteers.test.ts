import { describe, expect, it } from 'vitest';
import { parseCsv } from '../csv.ts';
import { planVolunteers } from './plan-volunteers.ts';

const ada = { id: 'a', email: 'ada@example.org', name: 'Ada', crew: 'Bar', phone: '+3247000000', version: 1 };
const planned = (text: string, known = [ada]) => {
  const plan = planVolunteers(parseCsv(text), known);
  return 'reason' in plan
    ? plan
    : plan.rows.map(({ line, outcome, columns, reasons }) => [
        line,
        outcome,
        ...columns,
        ...reasons.map(({ column, reason }) => `${column}:${reason}`),
      ]);
};

describe('a file of volunteers', () => {
  it('is new, changed, the same or refused, by line', () => {
    const file = [
      'Name;E-Mail;Crew;Phone',
      'Ada;ADA@example.org;Bar;0032 470 00 000',
      'Bo;bo@example.org;Gate;',
      'Bo;BO@example.org;Gate;',
      ';x@example.org;Gate;',
      'Cy;no address;Gate;',
      'Di;di@example.org;Gate;call me',
      'Ed;ed@example.org;Gate;;more',
      `${'x'.repeat(121)};f@example.org;Gate;`,
      '"Gi\u202E";g@example.org;Gate;',
    ].join('\r\n');
    expect(planned(file)).toEqual([
      [2, 'same'],
      [3, 'new'],
      [4, 'refused', 'email:duplicate'],
      [5, 'refused', 'name:required'],
      [6, 'refused', 'email:invalid'],
      [7, 'refused', 'phone:invalid'],
      [8, 'refused', ':surplus_cells'],
      [9, 'refused', 'name:too_long'],
      [10, 'refused', 'name:control_characters'],
    ]);
  });

  it.each([
    ['Nom,Courriel,Équipe\nAda,ada@example.org,Bar', [[2, 'same']]],
    ['name,email,crew,phone\nAda L.,ada@example.org,Gate,', [[2, 'changed', 'name', 'crew', 'phone']]],
    ['name,email\nAda,ada@example.org', { reason: 'no_columns', line: 1 }],
    ['name,nom,email,crew\nAda,Ada,ada@example.org,Bar', { reason: 'duplicate_column', line: 1 }],
    ['name,email,crew', { reason: 'empty', line: 1 }],
    ['', { reason: 'empty', line: 1 }],
    ['name,email,crew\n"Ada', { reason: 'unclosed_quote', line: 2 }],
    [`name,email,crew\n${'a,b@c.de,d\n'.repeat(2_001)}`, { reason: 'too_many_rows', line: 2_002 }],
  ])('%j', (text, expected) => {
    expect(planned(text)).toEqual(expected);
  });

  it.each([
    ['Prénom;Nom;Courriel;Équipe', 'Ada;Lovelace', 'Ada Lovelace'],
    ['Nachname;Vorname;E-Mail;Crew', 'Lovelace;Ada', 'Ada Lovelace'],
    ['Nombre;Apellidos;Correo;Equipo', 'Ada;Lovelace King', 'Ada Lovelace King'],
    ['First name;Last name;Email;Team', ';Lovelace', 'Lovelace'],
  ])('joins a name that stands in two columns: %s', (heading, cells, name) => {
    const plan = planVolunteers(parseCsv(`${heading}\n${cells};x@example.org;Bar`), []);
    expect(plan).toMatchObject({ writes: [{ after: { name } }] });
  });

  it('keeps formulas as the text that they are, whoever opens it later', () => {
    const plan = planVolunteers(parseCsv("name,email,crew\n'=1+1,x@example.org,Bar"), []);
    expect(plan).toMatchObject({ writes: [{ after: { name: '=1+1' } }] });
  });
});

import { bodyOf } from '../support/http';
import { IMPORTS, startImports, type Imports } from '../support/imports';
import { service } from '../support/plugin';
import { hangUp } from '../support/raw-socket';

let imports: Imports;

beforeAll(async () => {
  imports = await startImports();
});

afterAll(async () => {
  await imports.stop();
});

describe('a file', () => {
  const content =
    'E-Mail;Customer Name;Plan;"a ;""column"""\r\nada@example.com;"Lovelace; Ada";pro;\r\n';

  it.each([
    ['UTF-8', content],
    ['UTF-8 with a byte order mark', `\uFEFF${content}`],
  ])('is understood with semicolons, quotes and CRLF: %s', async (_what, text) => {
    expect(await imports.upload('assign', text)).toMatchObject({
      lines: 1,
      delimiter: ';',
      columns: ['E-Mail', 'Customer Name', 'Plan', 'a ;"column"'],
      samples: [['ada@example.com', 'Lovelace; Ada', 'pro', '']],
      mapping: { customer_email: 0, customer_name: 1, product: 2 },
    });
  });

  it('is understood with tabs', async () => {
    expect(await imports.upload('keys', 'key\tproduct\tstatus\nA-1\tpro\tactive\n')).toMatchObject({
      delimiter: '\t',
      mapping: { license_key: 0, product: 1, state: 2 },
    });
  });

  it.each([
    [
      'in another encoding',
      Buffer.from('name;email\nM\xfcller;a@b.de\n', 'latin1'),
      'INVALID_FILE',
    ],
    ['with a quote that never ends', 'email,name\n"a@b.de,Ada\n', 'INVALID_FILE'],
    ['without a line of data', 'email,name\n', 'INVALID_FILE'],
    ['that is empty', '', 'INVALID_FILE'],
    ['that is too large', `email\n${`${'x'.repeat(999)}\n`.repeat(2001)}`, 'FILE_TOO_LARGE'],
  ])('%s is refused, and nothing of it stays', async (_what, text, code) => {
    const response = await imports.send('assign', text).expect(400);
    expect(bodyOf<{ error: { details: { code: string } } }>(response).error.details.code).toBe(
      code
    );
    const pieces = await imports.app.strapi.db
      .connection('license_keys_import_pieces as p')
      .leftJoin('license_keys_imports as i', 'i.id', 'p.import_id')
      .whereNull('i.outline');
    expect(pieces).toEqual([]);
  });

  it('is refused with a mapping that cannot be', async () => {
    const { id } = await imports.upload('assign', 'email,plan\na@b.de,pro\n');
    for (const mapping of [{}, { customer_email: 0 }, { customer_email: 0, product: 2 }]) {
      await imports.admin.post(`${IMPORTS}/${id}/dry-run`).send({ mapping }).expect(400);
    }
    await imports.admin
      .post(`${IMPORTS}/${id}/dry-run`)
      .send({ mapping: { state: 1 } })
      .expect(400);
  });

  it('can have as many lines as the installation takes, and no more', async () => {
    const lines = (count: number) => `email,plan\n${'a@b.de,p\n'.repeat(count)}`;
    expect(await imports.upload('assign', lines(100_000))).toMatchObject({ lines: 100_000 });
    const response = await imports.send('assign', lines(100_001)).expect(400);
    expect(bodyOf<{ error: { details: object } }>(response).error.details).toEqual({
      code: 'FILE_TOO_LARGE',
      maxLines: 100_000,
    });
  });

  it('takes what its kind does, too: to be sent, read, tried, carried out and forgotten', async () => {
    const staff = await imports.staffWith('import');
    for (const [kind, content] of [
      ['assign', 'email,product\na@b.de,pro\n'],
      ['keys', 'key,product\nA-1,pro\n'],
    ] as const) {
      await imports.send(kind, content, staff).expect(403);
      const { id, mapping } = await imports.upload(kind, content);
      await staff.get(`${IMPORTS}/${id}`).expect(403);
      await staff.post(`${IMPORTS}/${id}/dry-run`).send({ mapping }).expect(403);
      await staff.post(`${IMPORTS}/${id}/commit`).send({ mapping }).expect(403);
      await staff.delete(`${IMPORTS}/${id}`).expect(403);
      await imports.admin.delete(`${IMPORTS}/${id}`).expect(204);
      await imports.admin.get(`${IMPORTS}/${id}`).expect(404);
    }
  });

  it('takes the same of whoever stops, continues or deletes its job', async () => {
    await imports.stock.product({ slug: 'job-rights', name: 'Job rights' });
    const { id } = await imports.carryOut('keys', 'key,product\nJOB-RIGHTS,job-rights\n');
    for (const [verbs, status] of [
      [['read', 'import'], 403],
      [['read', 'create-with-key'], 403],
      [['read', 'import', 'assign'], 403],
    ] as const) {
      const staff = await imports.staffWith(...verbs);
      await staff.post(`/license-keys/jobs/${id}/cancel`).expect(status);
      await staff.post(`/license-keys/jobs/${id}/retry`).expect(status);
      await staff.delete(`/license-keys/jobs/${id}`).expect(status);
    }
    const staff = await imports.staffWith('read', 'import', 'create-with-key');
    await staff.delete(`/license-keys/jobs/${id}`).expect(204);
  });

  it('is forgotten when its time is over', async () => {
    const { id } = await imports.upload('assign', 'email,product\na@b.de,pro\n');
    await imports.app.strapi.db
      .connection('license_keys_imports')
      .where({ id })
      .update({ expires_at: new Date(0) });
    await service(imports.app.strapi, 'importing').sweep();
    await imports.admin.get(`${IMPORTS}/${id}`).expect(404);
  });
});

it('that stops coming is no outage of the database', async () => {
  const { app, admin } = imports;
  const logged = jest.spyOn(app.strapi.log, 'error');
  const ofKoa = jest.spyOn(console, 'error').mockReturnValue();
  await hangUp(
    app,
    `POST ${IMPORTS}?environment=production&kind=keys&fileName=keys.csv`,
    ['Content-Type: text/csv', `Authorization: Bearer ${admin.token}`],
    'license_key,product\nA-1,pro\n'
  );

  await imports.upload('keys', 'license_key,product\nA-1,pro\n');
  expect(logged).not.toHaveBeenCalled();
  ofKoa.mockRestore();
});

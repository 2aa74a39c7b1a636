import {
  bodyOf,
  changesIn,
  fieldsOf,
  formatOf,
  formatProblems,
  hasProblem,
  isChanged,
  newFields,
  problemsIn,
  type GeneratorFields,
} from '../../src/plugins/license-keys/admin/src/pages/Generators/forms/generatorFields';
import { decideFormat } from '../../src/plugins/license-keys/server/src/domain/key-format';
import type {
  FormatOptions,
  GeneratorDetail,
} from '../../src/plugins/license-keys/shared/generators';
import { KEY_TYPES, type KeyType } from '../../src/plugins/license-keys/shared/key-format';

const fields = (typed: Partial<GeneratorFields> = {}): GeneratorFields => ({
  ...newFields('product'),
  name: 'Standard',
  ...typed,
});

describe('a new generator’s form', () => {
  it.each(KEY_TYPES)('begins with a format that the server takes: %s', (type) => {
    const values = fields({ type });
    expect(hasProblem(problemsIn(values))).toBe(false);
    expect(decideFormat({ ...formatOf(values), type }).ok).toBe(true);
  });

  it('asks for a name and a product', () => {
    const { name, product } = problemsIn({ ...newFields(undefined), name: '  ' });
    expect([name, product]).toEqual([{ text: 'form.required' }, { text: 'form.required' }]);
  });
});

describe('the format of a form', () => {
  const chunk = {
    length: 30,
    segmentLength: 6,
    separator: '_',
    prefix: 'A',
    suffix: 'B',
    charset: 'XYZ',
  };
  const all = { ...chunk, pattern: '{####}' };

  it('has what applies to the type, and nothing else that was typed', () => {
    expect(formatOf(fields({ ...all, type: 'uuid' }))).toEqual({ prefix: 'A', suffix: 'B' });
    expect(formatOf(fields({ ...all, type: 'chunk' }))).toEqual(chunk);
    expect(formatOf(fields({ ...all, type: 'custom' }))).toEqual({
      pattern: '{####}',
      charset: 'XYZ',
    });
    expect(
      formatOf(fields({ ...all, type: 'custom', source: 'function', function: 'own' }))
    ).toEqual({ function: 'own' });
  });

  it.each([undefined, 0, -1, 1.5, 256])('refuses a length of %s', (length) => {
    const values = fields({ type: 'chunk', length });
    expect(formatProblems(values).length).toEqual({ text: 'form.count.problem', max: 255 });
    expect(hasProblem(formatProblems({ ...values, type: 'uuid' }))).toBe(false);
  });

  it('has to name a function where it comes from one', () => {
    const { function: problem } = formatProblems(fields({ type: 'custom', source: 'function' }));
    expect(problem).toEqual({ text: 'form.required' });
  });
});

describe('a validity', () => {
  it.each([
    [{ amount: 100, unit: 'year' } as const, undefined],
    [{ amount: 101, unit: 'year' } as const, 100],
    [{ amount: 36_500, unit: 'day' } as const, undefined],
    [{ amount: undefined, unit: 'month' } as const, 1200],
    [null, undefined],
  ])('of %j may be at most so long', (validity, max) => {
    expect(problemsIn(fields({ validity })).validity?.max).toBe(max);
  });
});

describe('the body of a form', () => {
  it('has all that can be said of a new generator', () => {
    const values = fields({
      name: ' Team ',
      type: 'uuid',
      prefix: 'T-',
      activationLimit: 3,
      validity: { amount: 6, unit: 'month' },
      features: '{ "sso": true }',
      metadata: '{ "order": 4711 }',
    });
    expect(bodyOf(values)).toEqual({
      name: 'Team',
      format: { prefix: 'T-', suffix: '' },
      activationLimit: 3,
      validity: { amount: 6, unit: 'month' },
      features: { sso: true },
      metadata: { order: 4711 },
    });
  });

  it.each<[KeyType, FormatOptions]>([
    ['uuid', { prefix: 'T-', suffix: '-Z' }],
    [
      'chunk',
      {
        length: 30,
        segmentLength: 6,
        separator: '_',
        prefix: 'T-',
        suffix: '-Z',
        charset: '0123456789ABCDEF',
      },
    ],
    ['custom', { pattern: 'T-{XXXXXXXXXXXXXXXXXXXX}', charset: '0123456789ABCDEF' }],
    ['custom', { function: 'own' }],
  ])('begins as the generator is: %s %j', (type, format) => {
    const said = {
      name: 'Team',
      format,
      activationLimit: -1,
      validity: { amount: 1, unit: 'year' },
      features: { sso: true },
      metadata: { order: 4711 },
    } as const;
    const generator: GeneratorDetail = {
      ...said,
      documentId: 'generator',
      environment: 'production',
      type,
      product: { documentId: 'product', name: 'Pro Plan', active: true },
      generatedCount: 7,
      licenseCount: 5,
      active: true,
      createdAt: '2026-01-01T00:00:00Z',
      version: '1',
    };
    expect(bodyOf(fieldsOf(generator))).toEqual(said);
  });
});

describe('an edit', () => {
  it('sends what was changed and nothing else', () => {
    const base = fields();
    expect(
      changesIn(base, {
        ...base,
        prefix: 'PRO-',
        features: '{ "sso": true }',
        metadata: '{ "order": 4711 }',
      })
    ).toEqual({
      format: { ...formatOf(base), prefix: 'PRO-' },
      features: { sso: true },
      metadata: { order: 4711 },
    });
  });

  it('is none where JSON is merely spaced in another way', () => {
    const base = fields({ metadata: '{"a": 1}' });
    expect(isChanged(base, { ...base, metadata: '{ "a" : 1 }' })).toBe(false);
    expect(isChanged(base, { ...base, metadata: '{"a": 2}' })).toBe(true);
    expect(isChanged(base, { ...base, metadata: 'not JSON' })).toBe(true);
  });
});

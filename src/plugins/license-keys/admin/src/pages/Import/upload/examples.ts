import { fieldsOf, type ImportField, type ImportKind } from '../../../../../shared/imports';

type ExampleLine = Partial<Record<ImportField, string>>;

const EXAMPLES: Record<ImportKind, ExampleLine[]> = {
  assign: [
    {
      product: 'pro-plan',
      customer_email: 'ada@example.com',
      customer_name: 'Ada Lovelace',
      activation_limit: '3',
      expires_at: '2099-12-31',
      reference: 'order-1001',
    },
    {
      license_key: 'AAAA-BBBB-CCCC-DDDD',
      customer_email: 'grace@example.com',
      customer_name: 'Grace Hopper',
      activation_limit: 'unlimited',
      expires_at: 'lifetime',
    },
  ],
  keys: [
    {
      license_key: 'OLD-KEY-0001',
      product: 'pro-plan',
      state: 'active',
      customer_email: 'ada@example.com',
      customer_name: 'Ada Lovelace',
      activation_limit: '2',
      expires_at: '2099-12-31',
      created_at: '2024-01-01',
      assigned_at: '2024-01-02',
      first_activated_at: '2024-02-01T10:00:00Z',
      features: '{"offline":true}',
      metadata: '{"crm":4711}',
      activations: 'laptop|workstation',
    },
    { license_key: 'OLD-KEY-0002', product: 'pro-plan', state: 'available', activation_limit: '5' },
  ],
};

const cell = (text = ''): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file of that kind to begin with. */
export const exampleOf = (kind: ImportKind): string => {
  const fields = fieldsOf(kind);
  const lines = EXAMPLES[kind].map((line) => fields.map((field) => cell(line[field])).join(','));
  return [fields.join(','), ...lines, ''].join('\r\n');
};

import { fieldsOf, IMPORT_FIELDS } from '../../../../shared/imports';
import type { ImportField, ImportKind, ImportMapping } from '../../../../shared/imports';
import { ruleBroken } from '../../errors';

/** How other systems, and people who write English, German, French and Spanish, call a column. */
const NAMES: Record<ImportField, readonly string[]> = {
  license_key: [
    'key',
    'licensekey',
    'licencekey',
    'serial',
    'serialnumber',
    'code',
    'lizenzschluessel',
    'lizenzschlüssel',
    'schlüssel',
    'clé',
    'clédelicence',
    'clave',
    'clavedelicencia',
  ],
  product: [
    'productslug',
    'productname',
    'sku',
    'plan',
    'policy',
    'produkt',
    'produit',
    'producto',
  ],
  customer_email: [
    'email',
    'mail',
    'useremail',
    'owneremail',
    'licensee',
    'kundenemail',
    'courriel',
    'correo',
    'correoelectrónico',
  ],
  customer_name: [
    'name',
    'customer',
    'fullname',
    'owner',
    'kunde',
    'kundenname',
    'client',
    'nom',
    'cliente',
    'nombre',
  ],
  activation_limit: [
    'limit',
    'maxactivations',
    'activationslimit',
    'maxmachines',
    'seats',
    'timesactivatedmax',
    'aktivierungslimit',
    'limite',
  ],
  expires_at: [
    'expires',
    'expiry',
    'expiration',
    'expirydate',
    'expirationdate',
    'validuntil',
    'gültigbis',
    'ablaufdatum',
    'expirele',
    'vencimiento',
    'caduca',
  ],
  reference: [
    'order',
    'orderid',
    'ordernumber',
    'externalid',
    'bestellung',
    'bestellnummer',
    'commande',
    'pedido',
  ],
  state: ['status', 'zustand', 'statut', 'état', 'estado'],
  created_at: ['created', 'createddate', 'creationdate', 'erstellt', 'crééle', 'creado'],
  assigned_at: ['assigned', 'soldat', 'purchasedat', 'zugewiesen'],
  first_activated_at: ['firstactivated', 'activatedat', 'activationdate'],
  features: ['featureflags', 'entitlements', 'funktionen', 'fonctionnalités', 'funciones'],
  metadata: ['meta', 'metadaten', 'métadonnées', 'metadatos'],
  activations: ['devices', 'machines', 'fingerprints', 'geräte', 'appareils', 'dispositivos'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which column is probably which field: its own name first, then what else it is called. */
export const suggestMapping = (kind: ImportKind, columns: readonly string[]): ImportMapping => {
  const names = columns.map(plain);
  const taken = new Set<number>();
  const mapping: ImportMapping = {};
  const take = (field: ImportField, isName: (name: string) => boolean): void => {
    const index = names.findIndex((name, column) => !taken.has(column) && isName(name));
    if (index >= 0 && mapping[field] === undefined) {
      mapping[field] = index;
      taken.add(index);
    }
  };
  for (const field of fieldsOf(kind)) {
    take(field, (name) => name === plain(field));
  }
  for (const field of fieldsOf(kind)) {
    take(field, (name) => NAMES[field].includes(name));
  }
  return mapping;
};

const invalidMapping = (field: string, message: string) =>
  ruleBroken('INVALID_MAPPING', message, { field });

/** Refuses a mapping that lacks what it must have, or that names a column or a field that there is not. */
export const checkMapping = (
  kind: ImportKind,
  columns: readonly string[],
  mapping: ImportMapping
): void => {
  const fields: Partial<Record<string, { required: boolean }>> = IMPORT_FIELDS[kind];
  for (const [field, column] of Object.entries(mapping)) {
    if (!fields[field]) {
      throw invalidMapping(field, 'This kind of import has no such field.');
    }
    if (column >= columns.length) {
      throw invalidMapping(field, 'The file has no such column.');
    }
  }
  const missing = fieldsOf(kind).find(
    (field) => fields[field]?.required && mapping[field] === undefined
  );
  if (missing) {
    throw invalidMapping(missing, 'A column must be chosen for this field.');
  }
  if (kind === 'assign' && mapping.license_key === undefined && mapping.product === undefined) {
    throw invalidMapping('license_key', 'Choose a column for the license key or for the product.');
  }
};

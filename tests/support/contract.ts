/** The public contract's table of codes, written out once more: what clients rely on must not move with the code. */
export const REFUSALS = {
  NOT_FOUND: { status: 404, message: 'License Not Found', hint: 'CHECK_KEY' },
  PRODUCT_MISMATCH: { status: 403, message: 'Product Mismatch', hint: 'CHECK_PRODUCT' },
  REVOKED: { status: 403, message: 'License Revoked', hint: 'CONTACT_VENDOR' },
  SUSPENDED: { status: 403, message: 'License Suspended', hint: 'CONTACT_VENDOR' },
  INACTIVE: { status: 403, message: 'License Inactive', hint: 'CONTACT_VENDOR' },
  EXPIRED: { status: 403, message: 'License Expired', hint: 'RENEW' },
  PRODUCT_INACTIVE: { status: 403, message: 'Product Inactive', hint: 'CONTACT_VENDOR' },
  NOT_ASSIGNED: { status: 403, message: 'License Not Assigned', hint: 'CONTACT_VENDOR' },
  NOT_ACTIVATED: { status: 403, message: 'License Not Activated', hint: 'ACTIVATE' },
  LIMIT_EXCEEDED: { status: 409, message: 'Limit Exceeded', hint: 'DEACTIVATE_A_DEVICE' },
  ACTIVATION_NOT_FOUND: {
    status: 404,
    message: 'Activation Not Found',
    hint: 'CHECK_FINGERPRINT',
  },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

interface Figures {
  at?: string;
  limit?: number;
  used?: number;
}

/** One entry of `reasons`. */
export const reason = (code: RefusalCode, figures: Figures = {}): object => {
  const { message, hint } = REFUSALS[code];
  return { code, message, ...figures, hint };
};

/** The body of a refused activation or deactivation. */
export const refusal = (code: RefusalCode, reasons?: readonly object[]): object => {
  const { status, message } = REFUSALS[code];
  const details = reasons ? { code, reasons } : { code };
  return { data: null, error: { status, name: 'LicenseError', message, details } };
};

export const ISO_INSTANT: unknown = expect.stringMatching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
);

const REQUEST_ID: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);

/** The `meta` of an answer in `production`, to a request without a nonce. */
export const META = {
  environment: 'production',
  timestamp: ISO_INSTANT,
  requestId: REQUEST_ID,
};

interface KnownProduct {
  documentId: string;
  name: string;
  slug: string;
}

interface KnownLicense {
  documentId: string;
  state: string;
  activationLimit: number;
  expiresAt: Date | null;
  features: object;
}

/** The `license` of an answer, without a grace period. */
export const licenseShape = (
  license: KnownLicense,
  product: KnownProduct,
  activationCount: number
): object => ({
  id: license.documentId,
  state: license.state,
  product: { id: product.documentId, name: product.name, slug: product.slug },
  activationLimit: license.activationLimit,
  activationCount,
  expiresAt: license.expiresAt?.toISOString() ?? null,
  inGracePeriod: false,
  graceEndsAt: null,
  features: license.features,
});

/** The `activation` of an answer. */
export const activationShape = (fingerprint: string, name: string | null = null): object => ({
  id: expect.stringMatching(/^[a-z0-9]{24}$/) as unknown,
  fingerprint,
  name,
  activatedAt: ISO_INSTANT,
  lastVerifiedAt: ISO_INSTANT,
});

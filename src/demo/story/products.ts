import type { ProductPlan } from './types';

export const STARTER = {
  slug: 'starter-plan',
  name: 'Starter Plan',
  environment: 'production',
  description: 'For one person: every editing tool, one device.',
  features: { max_users: 1, api_access: false, sso: false },
} as const satisfies ProductPlan;

export const PRO = {
  slug: 'pro-plan',
  name: 'Pro Plan',
  environment: 'production',
  description: 'For small teams: shared projects, the API and priority support.',
  features: { max_users: 5, api_access: true, sso: false },
} as const satisfies ProductPlan;

export const ENTERPRISE = {
  slug: 'enterprise-plan',
  name: 'Enterprise Plan',
  environment: 'production',
  description: 'For companies: single sign-on, audit export and a contact by name.',
  features: { max_users: 250, api_access: true, sso: true },
} as const satisfies ProductPlan;

export const TRIAL = {
  slug: 'trial-plan',
  name: 'Trial Plan',
  environment: 'production',
  description: 'Everything of the Pro Plan for thirty days.',
  features: { max_users: 3, api_access: true, sso: false, watermark: true },
} as const satisfies ProductPlan;

/** The same slug as in production: an environment is a world of its own. */
export const STAGED_PRO = {
  slug: 'pro-plan',
  name: 'Pro Plan (next release)',
  environment: 'staging',
  description: 'What the Pro Plan becomes with the next release.',
  features: { max_users: 10, api_access: true, sso: true },
} as const satisfies ProductPlan;

export const SANDBOX = {
  slug: 'sdk-sandbox',
  name: 'SDK Sandbox',
  environment: 'development',
  description: 'For our own builds and for partners who integrate the SDK.',
  features: { max_users: 100, api_access: true, sso: true, debug: true },
} as const satisfies ProductPlan;

export const PRODUCTS: readonly ProductPlan[] = [
  STARTER,
  PRO,
  ENTERPRISE,
  TRIAL,
  STAGED_PRO,
  SANDBOX,
];

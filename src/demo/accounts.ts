/** The three people who log in to the demo, by what they may do. */
export const ACCOUNTS = {
  owner: {
    title: 'Super administrator',
    email: 'admin@demo.example',
    firstname: 'Sofia',
    lastname: 'Lindqvist',
  },
  manager: {
    title: 'License manager',
    email: 'manager@demo.example',
    firstname: 'Marcus',
    lastname: 'Okafor',
  },
  support: {
    title: 'Support',
    email: 'support@demo.example',
    firstname: 'Hana',
    lastname: 'Nováková',
  },
} as const;

export type AccountName = keyof typeof ACCOUNTS;

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as AccountName[];

/** Why staff do what they do, as they write it into the audit trail. */
export const REASONS = {
  inactivate: [
    'Invoice overdue',
    'Chargeback under investigation',
    'Customer asked to pause the subscription',
    'Key found in a public repository, owner informed',
  ],
  reactivate: ['Payment received', 'Investigation closed, nothing found', 'Customer is back'],
  suspend: [
    'Nine new devices within one day',
    'Devices on three continents within an hour',
    'Key shared in a forum',
    'Same fingerprint under several licenses',
  ],
  unsuspend: [
    'Explained by a move to new hardware',
    'Customer changed the key’s owner',
    'False alarm',
  ],
  revoke: ['Refunded', 'Chargeback', 'Terms violated', 'Replaced by a larger license'],
  renew: ['Renewed by invoice', 'Renewed in the web shop'],
  extend: ['More seats bought', 'Goodwill after an outage'],
} as const satisfies Record<string, readonly string[]>;

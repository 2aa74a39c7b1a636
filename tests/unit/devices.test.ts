import {
  deactivationOf,
  decideActivation,
} from '../../src/plugins/license-keys/server/src/domain/devices';
import { accepted, aLicense, circumstances, NOW, refused } from '../support/domain';
import { aDevice } from '../support/subjects';

const DEVICE = { id: 'activation-1', fingerprint: 'device-1', name: null, platform: null };

describe('the activation of a device', () => {
  it('makes an assigned license active', () => {
    const license = aLicense({ state: 'assigned' });

    expect(accepted(decideActivation(license, aDevice(), circumstances()))).toEqual({
      action: 'activate',
      from: 'assigned',
      to: 'active',
      fields: { state: 'active', firstActivatedAt: NOW },
      changes: { activation: { before: null, after: DEVICE } },
    });
  });

  it('adds to an active license and leaves its fields alone', () => {
    const license = aLicense({ state: 'active' });

    expect(accepted(decideActivation(license, aDevice(), circumstances()))).toEqual({
      action: 'activate',
      from: 'active',
      to: 'active',
      fields: {},
      changes: { activation: { before: null, after: DEVICE } },
    });
  });

  it.each(['available', 'inactive', 'suspended', 'expired', 'revoked'] as const)(
    'is refused on a license that is %s',
    (state) => {
      const license = aLicense({ state });

      expect(refused(decideActivation(license, aDevice(), circumstances())).code).toBe(
        'INVALID_TRANSITION'
      );
    }
  );
});

describe('the deactivation of a device', () => {
  it.each(['active', 'inactive', 'suspended', 'expired'] as const)(
    'leaves a license that is %s as it is',
    (state) => {
      expect(deactivationOf(aLicense({ state }), aDevice())).toEqual({
        action: 'deactivate',
        from: state,
        to: state,
        fields: {},
        changes: { activation: { before: DEVICE, after: null } },
      });
    }
  );
});

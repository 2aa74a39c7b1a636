import { useGetLicenseKeyPoolsQuery } from '../../services/generators';
import { useHomeEnvironment } from '../useHomeEnvironment';
import { WidgetFrame } from '../WidgetFrame';

import { PoolList } from './PoolList';

export const PoolsWidget = () => {
  const { environment, error: contextError } = useHomeEnvironment();
  const { data: pools, error } = useGetLicenseKeyPoolsQuery(environment ?? '', {
    skip: environment === undefined,
    refetchOnMountOrArgChange: true,
  });

  return (
    <WidgetFrame
      figures={pools}
      environment={environment}
      error={contextError ?? error}
      isEmpty={({ length }) => length === 0}
    >
      {(figures, name) => <PoolList pools={figures} environment={name} />}
    </WidgetFrame>
  );
};

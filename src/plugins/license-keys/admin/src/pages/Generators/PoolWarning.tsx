import { Box, Flex, Typography } from '@strapi/design-system';

import { Notice } from '../../components/Notice';
import { useTranslate } from '../../i18n/useTranslate';
import { useGetLicenseKeyPoolsQuery } from '../../services/generators';
import { generatorsPath } from '../../utils/listPath';
import { TextLink } from '../../components/TextLink';

/** As many as a line or two have room for. */
const SHOWN = 5;

/** Says which products soon have nothing more to give away, and leads to what makes more for them. */
export const PoolWarning = ({ environment }: { environment: string }) => {
  const t = useTranslate();
  const { currentData: pools = [] } = useGetLicenseKeyPoolsQuery(environment, {
    refetchOnMountOrArgChange: true,
  });
  const low = pools.filter((pool) => pool.low);
  const [first] = low;
  if (!first) return null;

  return (
    <Box paddingBottom={4}>
      <Notice
        tone="warning"
        role="status"
        action={
          <Flex tag="ul" gap={4} wrap="wrap">
            {low.slice(0, SHOWN).map(({ product: { documentId, name }, available }) => (
              <Typography tag="li" key={documentId} style={{ overflowWrap: 'anywhere' }}>
                <TextLink to={generatorsPath({ environment, product: documentId })}>
                  {t('pools.product', { name, available })}
                </TextLink>
              </Typography>
            ))}
          </Flex>
        }
      >
        {t('pools.low', { count: low.length, buffer: first.buffer })}
      </Notice>
    </Box>
  );
};

import { Flex, Typography } from '@strapi/design-system';

import type { PoolItem } from '../../../../shared/pool';
import { Pill } from '../../components/Pill';
import { useAllowedVerbs } from '../../hooks/useAllowedVerbs';
import { useTranslate } from '../../i18n/useTranslate';
import { generatorsPath, listPath } from '../../utils/listPath';
import { TextLink } from '../../components/TextLink';
import { WidgetList } from '../WidgetList';

interface PoolListProps {
  /** Emptiest first. */
  pools: PoolItem[];
  environment: string;
}

/** As many as a widget has room for. */
const SHOWN = 5;

/** What is left to give away of each product; where that is little, it leads to what makes more. */
export const PoolList = ({ pools, environment }: PoolListProps) => {
  const t = useTranslate();
  const mayGenerate = useAllowedVerbs().has('read-generators');
  const lowCount = pools.filter(({ low }) => low).length;
  const restCount = pools.length - SHOWN;

  return (
    <>
      <Typography>
        {t('widget.pools.low', { count: lowCount, buffer: pools.at(0)?.buffer })}
      </Typography>
      <WidgetList>
        {pools.slice(0, SHOWN).map(({ product: { documentId, name }, available, buffer, low }) => (
          <li key={documentId}>
            <Flex minWidth={0}>
              <Typography ellipsis title={name}>
                <TextLink
                  to={
                    low && mayGenerate
                      ? generatorsPath({ environment, product: documentId })
                      : listPath({ environment, product: documentId, state: 'available' })
                  }
                >
                  {name}
                </TextLink>
              </Typography>
            </Flex>
            <Flex gap={3} shrink={0}>
              {low && <Pill tone="warning">{t('widget.pools.isLow')}</Pill>}
              <Typography>{t('widget.pools.available', { available, buffer })}</Typography>
            </Flex>
          </li>
        ))}
      </WidgetList>
      {restCount > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('widget.pools.more', { count: restCount })}
        </Typography>
      )}
    </>
  );
};

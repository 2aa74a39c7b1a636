import type { ReactNode } from 'react';

import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';

import { Pill } from '../components/Pill';
import { useErrorMessage, type QueryError } from '../hooks/useErrorMessage';
import { useTranslate } from '../i18n/useTranslate';
import { environmentTone } from '../utils/environmentTone';

interface WidgetFrameProps<Figures> {
  /** Both undefined until they are there. */
  environment: string | undefined;
  figures: Figures | undefined;
  error: QueryError | undefined;
  isEmpty: (figures: Figures) => boolean;
  children: (figures: Figures, environment: string) => ReactNode;
}

/** The frame of each widget: which environment it is about, and what there is instead of figures. */
export const WidgetFrame = <Figures,>({
  environment,
  figures,
  error,
  isEmpty,
  children,
}: WidgetFrameProps<Figures>) => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();

  if (error) return <Widget.Error>{errorMessage(error)}</Widget.Error>;
  if (!figures || environment === undefined) return <Widget.Loading />;
  if (isEmpty(figures)) return <Widget.NoData>{t('widget.none', { environment })}</Widget.NoData>;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} height="100%">
      <Flex>
        <Pill tone={environmentTone(environment)}>{environment}</Pill>
      </Flex>
      {children(figures, environment)}
    </Flex>
  );
};

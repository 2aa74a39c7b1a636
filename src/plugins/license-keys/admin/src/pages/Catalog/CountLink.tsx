import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { To } from 'react-router-dom';

import { TextLink } from '../../components/TextLink';

interface CountLinkProps {
  count: number;
  /** What is counted, and of whom. */
  label: string;
  /** Where they are; absent where there is no way to them. */
  to?: To;
}

/** A number that leads to what it counts; nothing leads nowhere. */
export const CountLink = ({ count, label, to }: CountLinkProps) => {
  const { formatNumber } = useIntl();
  const text = formatNumber(count);
  if (!to || count === 0) return <Typography textColor="neutral600">{text}</Typography>;

  return (
    <TextLink to={to} aria-label={`${text} ${label}`}>
      {text}
    </TextLink>
  );
};

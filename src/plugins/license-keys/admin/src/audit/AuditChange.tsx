import { Typography, VisuallyHidden } from '@strapi/design-system';

import type { AuditItem } from '../../../shared/audit';
import { useTranslate } from '../i18n/useTranslate';

import { labelOf } from './changeLabels';
import { useChangeText } from './useChangeText';

interface AuditChangeProps {
  field: string;
  change: AuditItem['changes'][string];
  names: AuditItem['names'];
}

/** One field of an entry, before and after; what was nothing before is only told as it is now. */
export const AuditChange = ({ field, change: { before, after }, names }: AuditChangeProps) => {
  const t = useTranslate();
  const textOf = useChangeText(names);
  const label = labelOf(field);

  return (
    <Typography style={{ overflowWrap: 'anywhere' }}>
      <Typography fontWeight="bold">
        {t('field.label', { label: label ? t(label) : field })}
      </Typography>{' '}
      {before !== null && (
        <>
          <VisuallyHidden>{t('audit.before')}</VisuallyHidden>
          <del>{textOf(field, before)}</del>
          <span aria-hidden> → </span>
          <VisuallyHidden>{t('audit.after')}</VisuallyHidden>
        </>
      )}
      <ins style={{ textDecoration: 'none' }}>{textOf(field, after)}</ins>
    </Typography>
  );
};

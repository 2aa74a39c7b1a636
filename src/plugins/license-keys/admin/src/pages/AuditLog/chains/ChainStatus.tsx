import { Button, Flex } from '@strapi/design-system';

import type { BrokenChain } from '../../../../../shared/audit';
import { Notice } from '../../../components/Notice';
import { useErrorMessage } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import {
  useLazyGetLicenseKeyAuditStatusQuery,
  useLicenseKeyAuditStatus,
} from '../../../services/auditLog';

import { useChainText } from './useChainText';

interface ChainStatusProps {
  environment: string;
  onEntry: (id: number) => void;
}

interface Finding {
  tone: 'primary' | 'warning' | 'danger' | 'success';
  text: string;
  broken?: BrokenChain | null;
}

const useFinding = (environment: string): Finding => {
  const t = useTranslate();
  const errorMessage = useErrorMessage();
  const chainText = useChainText();
  const { data: status, error, isFetching } = useLicenseKeyAuditStatus(environment);

  if (isFetching) return { tone: 'primary', text: t('auditLog.verifying') };
  if (error) return { tone: 'warning', text: errorMessage(error) };
  if (!status) return { tone: 'primary', text: t('auditLog.unverified', { environment }) };
  const { broken } = status;
  return { tone: broken ? 'danger' : 'success', text: chainText(status), broken };
};

/**
 * Whether the entries of an environment are as they were written. It takes its time, so it is found out when
 * somebody asks for it; what was found stays to be seen, with its time, until the panel is loaded again.
 */
export const ChainStatus = ({ environment, onEntry }: ChainStatusProps) => {
  const t = useTranslate();
  const [verify, { isFetching }] = useLazyGetLicenseKeyAuditStatusQuery();
  const { tone, text, broken } = useFinding(environment);
  const entryId = broken?.entryId;

  return (
    <Notice
      tone={tone}
      role="status"
      action={
        <Flex gap={2} wrap="wrap">
          <Button
            variant="secondary"
            loading={isFetching}
            onClick={() => {
              void verify(environment);
            }}
          >
            {t('auditLog.verify')}
          </Button>
          {entryId && (
            <Button
              variant="tertiary"
              onClick={() => {
                onEntry(entryId);
              }}
            >
              {t('auditLog.broken.show')}
            </Button>
          )}
        </Flex>
      }
    >
      {text}
    </Notice>
  );
};

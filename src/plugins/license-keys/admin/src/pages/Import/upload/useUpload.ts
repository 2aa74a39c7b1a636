import { useEffect, useRef, useState } from 'react';

import { useIntl } from 'react-intl';

import type { ImportItem, UploadQuery } from '../../../../../shared/imports';
import { MAX_NAME_LENGTH } from '../../../../../shared/limits';
import type { PageContext } from '../../../../../shared/list';
import { readRefusal } from '../../../export/readExport';
import { useAuthorizedFetch } from '../../../export/useAuthorizedFetch';
import type { QueryError } from '../../../hooks/useErrorMessage';
import { useTranslate } from '../../../i18n/useTranslate';
import { uploadUrl } from '../../../services/imports';
import { toError } from '../../../utils/toError';

import { sizeOf } from './size';

type Target = Omit<UploadQuery, 'fileName'>;

/** Sends a file in as it is; one that is too large is not sent at all. */
export const useUpload = (
  { maxBytes }: PageContext['data']['importLimits'],
  onSent: (file: ImportItem) => void
) => {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const authorizedFetch = useAuthorizedFetch();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<QueryError>();
  const controller = useRef<AbortController>();
  const last = useRef<() => void>();

  useEffect(
    () => () => {
      controller.current?.abort();
    },
    []
  );

  const refused = (size: number): QueryError => ({
    name: 'UnknownError',
    status: 400,
    message: t('import.tooLarge', { size: sizeOf(size, formatNumber) }),
    details: { code: 'FILE_TOO_LARGE' },
  });

  const send = async (file: File, target: Target): Promise<void> => {
    const { signal } = (controller.current = new AbortController());
    last.current = () => void send(file, target);
    setError(file.size > maxBytes ? refused(file.size) : undefined);
    if (file.size > maxBytes) return;
    setSending(true);
    try {
      const fileName = file.name.slice(-MAX_NAME_LENGTH);
      const answer = await authorizedFetch(uploadUrl({ ...target, fileName }), {
        signal,
        body: file,
      });
      if (answer.ok) onSent(((await answer.json()) as { data: ImportItem }).data);
      else setError(await readRefusal(answer));
    } catch (failure) {
      if (!signal.aborted) setError(toError(failure));
    }
    setSending(false);
  };

  return { send, isSending, error, retry: () => last.current?.() };
};

import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { PageContext } from '../../../../shared/list';
import { useTranslate } from '../../i18n/useTranslate';
import { EnvironmentSwitch } from '../../list/EnvironmentSwitch';

import { FileLoader } from './FileLoader';
import { ResultStep } from './result/ResultStep';
import { StepList } from './StepList';
import { UploadStep } from './upload/UploadStep';
import { useImportAddress } from './useImportAddress';

/** From a file to licenses, in four steps: send it in, map its columns, try it, carry it out. */
export const Import = ({ context }: { context: PageContext['data'] }) => {
  const t = useTranslate();
  const address = useImportAddress(context);
  const { environment, file, job, step, update } = address;

  return (
    <Page.Main>
      <Page.Title>{t('import.title')}</Page.Title>
      <Layouts.Header
        title={t('import.title')}
        subtitle={
          <Typography variant="epsilon" textColor="neutral600" tag="p">
            {t('import.subtitle')}
          </Typography>
        }
        primaryAction={
          step === 'upload' && (
            <EnvironmentSwitch
              environments={context.environments}
              value={environment}
              onChange={(name) => {
                update({ environment: name });
              }}
            />
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <StepList current={step} />
          <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
            {job !== undefined && <ResultStep key={job} id={job} update={update} />}
            {job === undefined && file !== undefined && (
              <FileLoader key={file} id={file} address={address} />
            )}
            {step === 'upload' && <UploadStep address={address} limits={context.importLimits} />}
          </Box>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

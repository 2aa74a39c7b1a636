import type { GeneratorDetail } from '../../../../../shared/generators';
import { ModalShell } from '../../../components/ModalShell';
import { useReload } from '../../../forms/useReload';
import { useTranslate } from '../../../i18n/useTranslate';
import { useGetLicenseKeyGeneratorQuery } from '../../../services/generators';
import { menuButtonId } from '../actions/generatorActions';
import { GeneratorLoader } from '../GeneratorLoader';

import { EditForm } from './EditForm';

interface EditDialogProps {
  documentId: string;
  onClose: () => void;
}

interface EditGeneratorProps {
  loaded: GeneratorDetail;
  onClose: () => void;
}

const EditGenerator = ({ loaded, onClose }: EditGeneratorProps) => {
  const query = useGetLicenseKeyGeneratorQuery(loaded.documentId);
  const { record: generator, reload } = useReload(loaded, query);

  return (
    <EditForm key={generator.version} generator={generator} reload={reload} onClose={onClose} />
  );
};

export const EditDialog = ({ documentId, onClose }: EditDialogProps) => {
  const t = useTranslate();

  return (
    <ModalShell
      title={t('generators.edit.title')}
      opener={menuButtonId(documentId)}
      onClose={onClose}
    >
      <GeneratorLoader documentId={documentId} action="edit">
        {(generator) => <EditGenerator loaded={generator} onClose={onClose} />}
      </GeneratorLoader>
    </ModalShell>
  );
};

import { useWithinDialog } from '../../../list/useWithinDialog';
import { idIn } from '../../../utils/searchParams';

export const PREVIEW_TABS = ['details', 'why', 'activations', 'audit', 'code', 'offline'] as const;
export type PreviewTab = (typeof PREVIEW_TABS)[number];

/** The tab, its page, and the device that is to be deactivated. */
export const PREVIEW_PARAMS = ['tab', 'tabPage', 'device'] as const;

const toTab = (name: string | null): PreviewTab =>
  PREVIEW_TABS.find((tab) => tab === name) ?? 'details';

/** Where in a preview one is. */
export const usePreviewAddress = () => {
  const { params, show } = useWithinDialog<(typeof PREVIEW_PARAMS)[number]>();

  return {
    tab: toTab(params.get('tab')),
    page: idIn(params, 'tabPage') ?? 1,
    /** documentId */
    device: params.get('device') ?? undefined,

    showTab: (name: string) => {
      show({ tab: toTab(name), tabPage: undefined, device: undefined });
    },
    showPage: (page: number) => {
      show({ tabPage: String(page) });
    },
    showDevice: (device: string | undefined) => {
      show({ device });
    },
  };
};

import { useLocation, useSearchParams } from 'react-router-dom';

export const PREVIEW_TABS = ['details', 'why', 'activations', 'audit', 'code'] as const;
export type PreviewTab = (typeof PREVIEW_TABS)[number];

const toTab = (name: string | null): PreviewTab =>
  PREVIEW_TABS.find((tab) => tab === name) ?? 'details';

/** The open tab is in the address too, but Back leads out of the preview, not through its tabs. */
export const usePreviewTab = () => {
  const [params, setParams] = useSearchParams();
  const state = useLocation().state as unknown;

  const showTab = (name: string) => {
    const next = new URLSearchParams(params);
    next.set('tab', toTab(name));
    setParams(next, { replace: true, state });
  };

  return { tab: toTab(params.get('tab')), showTab };
};

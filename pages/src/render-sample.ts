import type { Branding } from '../../contract/policy/index.ts';
import { renderScreen } from './render-screen.ts';
import { sampleFrame, sampleScreens } from './samples.ts';

export interface SampleLook {
  readonly kind: 'customer' | 'workforce' | 'workload';
  readonly slug: string;
  readonly branding: Branding;
  readonly locale: string;
}

/** A sample of a step's page as a population would show it, standing still; undefined for a step without a screen. */
export function renderSample(step: string, { kind, slug, branding, locale }: SampleLook): string | undefined {
  const names = Object.keys(sampleScreens).filter((name) => (
    sampleScreens[name]!.screen.step === step && sampleScreens[name]!.notice === undefined));
  const name = names.find((each) => sampleScreens[each]!.kind === kind) ?? names[0];
  if (name === undefined) return undefined;
  const page = renderScreen({ ...sampleFrame(name, locale), population: { slug, kind }, branding }, { isStill: true });
  // What is only looked at takes no focus.
  return page.replaceAll(/ autofocus(?=[\s>])/g, '');
}

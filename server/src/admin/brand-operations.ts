import type { brandRoutes, PreviewPage } from '../../../contract/admin/index.ts';
import { brandFor, contrastReadings, type Brand, type ColourScheme } from '../../../contract/policy/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { Changes } from '../changes/index.ts';
import { contentTypeOf, type BrandFile, type Policies } from '../policy/index.ts';
import type { Handlers } from './operation.ts';

/** Draws one page in a look; `page` is null where that population has no pages. */
export type RenderLook = (wanted: {
  readonly page: PreviewPage; readonly locale: string; readonly scheme: ColourScheme; readonly brand: Brand;
  readonly population: { readonly slug: string; readonly kind: PopulationKind }; readonly application: string | null;
}) => { readonly page: { readonly document: string; readonly styles: string; readonly title: string } | null; readonly locales: readonly string[] };

/** The look of a population's pages: files for it, and how a draft of it looks. */
export function brandOperations(
  { policies, changes, renderLook }: { policies: Policies; changes: Changes; renderLook: RenderLook },
): Handlers<typeof brandRoutes> {
  return {
    'brand.add-file': async ({ params, body, actor }) => (
      shown(await policies.brandFiles.add(params.population, Buffer.from(body.content, 'base64'), actor))),
    'brand.get-file': async ({ params: { population, name } }) => {
      await policies.population(population);
      return shown(await policies.brandFiles.get(population, name, 'drafts'));
    },
    'brand.preview': async ({ params, body }) => {
      const population = await policies.population(params.population);
      const { branding, faults } = changes.readLook(body.text);
      // Where the text is at fault, the last look that could be read stays on show: only its languages are told.
      const brand: Brand = brandFor(branding ?? { name: '-', accent: '#000000' }, body.application);
      const drawn = renderLook({
        page: body.page, locale: body.locale, scheme: body.scheme, brand, population, application: body.application ? brand.name : null,
      });
      return {
        page: branding ? drawn.page : null, locales: [...drawn.locales],
        contrast: branding ? [...contrastReadings(brand)] : [], faults: faults.slice(0, 200),
      };
    },
  };
}

const shown = ({ name, content }: BrandFile) => ({ name, contentType: contentTypeOf(name), content: content.toString('base64') });

import type { VacancyDraft } from '../../modules/vacancy-checks/index.ts'
import type { SiteContext } from '../context.ts'
import { loadVacancyDraft } from './draft-vacancy.ts'

/** What is checked: a published vacancy that was opened, or what this browser is writing. */
export interface AskedText {
  readonly draft: VacancyDraft
  /** The published vacancy it is, when one was opened and nothing was changed yet. */
  readonly from?: { readonly id: string; readonly title: string }
}

/** @param vacancy id of a published vacancy; one that is not there any more is passed over */
export async function loadAskedText(
  site: SiteContext,
  request: Request,
  vacancy: string | undefined,
): Promise<AskedText | undefined> {
  const record = vacancy ? await site.modules.vacancies.find(vacancy) : undefined
  if (record?.state === 'published') {
    const { id, title, description, placeName, employer } = record
    return {
      draft: {
        text: `${title}\n\n${description}`,
        ...(placeName ? { place: placeName } : {}),
        ...(employer ? { employer } : {}),
      },
      from: { id, title },
    }
  }
  const draft = await loadVacancyDraft(site, request)
  return draft && { draft }
}

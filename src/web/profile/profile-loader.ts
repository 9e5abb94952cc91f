import type { LoaderFunctionArgs } from 'react-router'
import type { Catalogue, Language } from '../../modules/skills/index.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isEmptyProfile, loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import type { FoundConcept } from './concept-picker.tsx'
import { suggestSkills } from './suggest-skills.ts'
import type { FundingScheme } from './terms-form.tsx'

const searchLimit = 8

export async function profileLoader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const { profile } = await loadDraft(site, request)
  const [resident, matches, asked, examples] = await Promise.all([
    site.modules.residents.current(),
    site.modules.planning.matches({ profile, language, limit: 1, signal: request.signal }),
    site.modules.planning.skillsAsked({ signal: request.signal }),
    site.modules.demo.profiles(),
  ])
  const { catalogue } = resident
  const search = (type: 'occupation' | 'skill') => searchOf(catalogue, url, type, language)
  return {
    profile,
    isEmpty: isEmptyProfile(profile),
    occupations: profile.occupations.map((id) => ({ id, label: catalogue.label(id, language) })),
    answers: Object.entries(profile.answers).map(([id, answer]) => ({ id, answer, label: catalogue.label(id, language) })),
    suggestions: suggestSkills(profile, catalogue, asked, language),
    occupationSearch: search('occupation'),
    skillSearch: search('skill'),
    fitNow: matches.fitNow,
    municipalities: site.modules.regions.municipalities().map(({ name }) => name),
    schemes: await fundingSchemes(site, [...resident.offerings.values()], resident.today, language),
    goal: {
      occupations: catalogue.ictOccupations(language).map(({ id }) => ({ id, label: catalogue.label(id, language) })),
      regions: site.modules.regions.list().map(({ code, name }) => ({ id: code, label: name })),
    },
    examples: examples.map(({ id, title, story }) => ({ id, title: title[language], story: story[language] })),
  }
}

function searchOf(
  catalogue: Catalogue,
  url: URL,
  type: 'occupation' | 'skill',
  language: Language,
): { readonly text?: string; readonly found: readonly FoundConcept[] } {
  const text = url.searchParams.get(type)?.trim().slice(0, 100)
  if (!text) return { found: [] }
  const hits = catalogue.search(text, { language, type, limit: searchLimit })
  return {
    text,
    found: hits.map(({ concept, label, matched }) => ({
      id: concept.id,
      label,
      ...(matched === label ? {} : { also: matched }),
    })),
  }
}

/** The schemes that offerings name, with the title and note of their rule. */
async function fundingSchemes(
  { modules }: SiteContext,
  offerings: readonly { readonly facts: { readonly funding: readonly { readonly scheme: string }[] } }[],
  today: string,
  language: Language,
): Promise<FundingScheme[]> {
  const named = new Set(offerings.flatMap(({ facts }) => facts.funding.map(({ scheme }) => scheme)))
  const rules = await modules.rules.list(today)
  return [...named].sort().map((id) => {
    const rule = rules.find((one) => one.id === id)
    return { id, title: rule?.title[language] ?? id, ...(rule?.note === undefined ? {} : { note: rule.note[language] }) }
  })
}

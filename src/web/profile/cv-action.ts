import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { confirmProposal, type Profile, type ProfileProposal } from '../../modules/people/index.ts'
import type { Catalogue } from '../../modules/skills/index.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { keepDraft, loadDraft } from '../draft.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'

/** One thing read from a CV, with the words it came from. */
export interface ReadLine {
  readonly key: string
  readonly words: string
  readonly where: string
  readonly label: string
  readonly level?: number
}

export interface CvRead {
  /** The text itself, carried along in the form and never kept. */
  readonly source: string
  readonly isJson: boolean
  readonly skills: readonly ReadLine[]
  readonly occupations: readonly ReadLine[]
  readonly languages: readonly {
    readonly key: string
    readonly words: string
    readonly where: string
    readonly code: string
    readonly level: number
  }[]
  readonly diplomas: readonly { readonly key: string; readonly words: string; readonly where: string; readonly level: number }[]
  readonly workLevel?: number
  readonly experienceYears?: number
}

export type CvWrong = 'empty' | 'json' | 'size'

export interface CvAnswer {
  readonly read?: CvRead
  readonly wrong?: CvWrong
  readonly text?: string
}

const mostCharacters = 200_000

/** Reads a pasted text or a JSON Resume and shows what it understood; with `confirm`, keeps what is ticked. */
export async function cvAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const form = await request.formData()
  const { source, isJson } = await sourceOf(form)
  if (source.trim() === '') return data<CvAnswer>({ wrong: 'empty' }, { status: 400 })
  if (source.length > mostCharacters) return data<CvAnswer>({ wrong: 'size' }, { status: 400 })
  const catalogue = await site.modules.skills.catalogue()
  const proposal = propose(site, source, isJson, catalogue)
  if (!proposal) return data<CvAnswer>({ wrong: isJson ? 'json' : 'size', text: isJson ? '' : source }, { status: 400 })
  if (form.get('intent') !== 'confirm') {
    return data<CvAnswer>({ read: shownProposal(proposal, source, isJson, (id) => catalogue.label(id, language)) })
  }
  const { profile } = await loadDraft(site, request)
  const next = addTo(profile, confirmProposal(proposal, form.getAll('key').map(String)))
  return redirect(`${pathTo('profile', language)}#skills`, { headers: await keepDraft(site, request, next) })
}

async function sourceOf(form: FormData): Promise<{ readonly source: string; readonly isJson: boolean }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return { source: await file.text(), isJson: true }
  return { source: String(form.get('source') ?? ''), isJson: form.get('kind') === 'json' }
}

function propose({ modules }: SiteContext, source: string, isJson: boolean, catalogue: Catalogue): ProfileProposal | undefined {
  try {
    return isJson ? modules.people.readResume(JSON.parse(source), catalogue) : modules.people.readCvText(source, catalogue)
  } catch (error) {
    if (error instanceof SyntaxError || isNamed(error, 'Invalid')) return undefined
    throw error
  }
}

function shownProposal(proposal: ProfileProposal, source: string, isJson: boolean, label: (id: string) => string): CvRead {
  return {
    source,
    isJson,
    skills: proposal.answers.map(({ key, words, where, concept, level }) => ({
      key,
      words,
      where,
      label: label(concept),
      ...(level === undefined ? {} : { level }),
    })),
    occupations: proposal.occupations.map(({ key, words, where, concept }) => ({ key, words, where, label: label(concept) })),
    languages: proposal.languages,
    diplomas: proposal.diplomas.map(({ key, words, where, level }) => ({ key, words, where, level })),
    ...(proposal.workLevel === undefined ? {} : { workLevel: proposal.workLevel }),
    ...(proposal.experienceYears === undefined ? {} : { experienceYears: proposal.experienceYears }),
  }
}

/** What a CV says comes beside what was said before; where both say something, the person's own answer stays. */
function addTo(profile: Profile, confirmed: ReturnType<typeof confirmProposal>): Profile {
  return {
    ...confirmed,
    ...profile,
    occupations: [...new Set([...profile.occupations, ...confirmed.occupations])].slice(0, 10),
    answers: { ...confirmed.answers, ...profile.answers },
    ...(confirmed.languages || profile.languages ? { languages: { ...confirmed.languages, ...profile.languages } } : {}),
  }
}

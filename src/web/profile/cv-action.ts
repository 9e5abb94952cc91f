import { type ActionFunctionArgs, data, redirect } from 'react-router'
import {
  confirmProposal,
  cvFileLimits,
  type OpenedCv,
  type Profile,
  type ProfileProposal,
  type RefusalReason,
  type UnreadableCv,
} from '../../modules/people/index.ts'
import type { Catalogue } from '../../modules/skills/index.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { changeDraft, keepDraft, loadDraft } from '../draft.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { type CvForm, readCvForm } from './cv-form.ts'

/** One thing read from a CV, with the words it came from. */
export interface ReadLine {
  readonly key: string
  readonly words: string
  readonly where: string
  readonly label: string
  readonly level?: number
  /** The person said before that this is not right. */
  readonly isRejected: boolean
}

export interface CvRead {
  /** What was read, carried along in the form without personal data, and never kept. */
  readonly source: string
  readonly kind: OpenedCv['kind']
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

/** Why nothing could be read: of a file (`nothing`: none was chosen and no text was pasted), or of pasted text. */
export type CvWrong =
  | { readonly field: 'file'; readonly why: RefusalReason | 'nothing' | 'resume' }
  | { readonly field: 'cv'; readonly why: 'size' }

export interface CvAnswer {
  readonly read?: CvRead
  readonly wrong?: CvWrong
  /** What was pasted, to stay in its field. */
  readonly text?: string
}

/** How large a file may be, for the words of the page. */
export interface CvLimits {
  readonly megabytes: number
  readonly pages: number
}

export function cvLoader(): CvLimits {
  return { megabytes: cvFileLimits.fileBytes / 1_000_000, pages: cvFileLimits.pages }
}

/** Reads a CV file or pasted text and shows what it understood; with `confirm`, keeps what is ticked. */
export async function cvAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const form = await readCvForm(request)
  if (form === 'tooLarge') return wrong({ field: 'file', why: 'tooLarge' })
  if (!form.file && form.source.trim() === '') return wrong({ field: 'file', why: 'nothing' })
  const catalogue = await site.modules.skills.catalogue()
  const cv = form.isConfirm ? carried(form) : await open(site, form, catalogue)
  if ('why' in cv) return wrong(cv, form.source)
  const proposal = await propose(site, cv, catalogue)
  if ('why' in proposal) return wrong(proposal, form.source)
  if (!form.isConfirm) {
    const { profile } = await loadDraft(site, request)
    const read = shownProposal(proposal, cv, {
      isPasted: form.file === undefined,
      label: (id) => catalogue.label(id, language),
      notMeant: new Set(profile.notMeant),
    })
    return data<CvAnswer>({ read })
  }
  await site.modules.people.countVerdicts(proposal, form.keys)
  const headers = await changeDraft(site, request, (draft) => {
    const { profile } = draft
    const next = { ...addTo(profile, confirmProposal(proposal, form.keys)), ...notMeant(profile, proposal, form.keys) }
    return keepDraft(site, request, next, draft)
  })
  return redirect(`${pathTo('profile', language)}#skills`, { headers })
}

function wrong(what: CvWrong, text = '') {
  const status = what.why === 'busy' ? 503 : what.why === 'tooLarge' ? 413 : 400
  return data<CvAnswer>({ wrong: what, text }, { status })
}

async function open({ modules }: SiteContext, { file, source }: CvForm, catalogue: Catalogue): Promise<OpenedCv | CvWrong> {
  try {
    return await modules.people.openCv(file ?? { text: source }, catalogue)
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    if (!file) return { field: 'cv', why: 'size' }
    // Of a resume whose fields have another shape no reason is given, only the places.
    return { field: 'file', why: (error as Partial<UnreadableCv>).reason ?? 'resume' }
  }
}

/** What the page carried along to be confirmed. */
function carried({ source, kind }: CvForm): OpenedCv | CvWrong {
  if (kind === 'text') return { kind, text: source }
  try {
    return { kind, resume: JSON.parse(source) as object }
  } catch {
    // It was changed on the way.
    return { field: 'file', why: 'json' }
  }
}

async function propose({ modules }: SiteContext, cv: OpenedCv, catalogue: Catalogue): Promise<ProfileProposal | CvWrong> {
  try {
    return await modules.people.readOpenedCv(cv, catalogue)
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    return cv.kind === 'text' ? { field: 'cv', why: 'size' } : { field: 'file', why: 'resume' }
  }
}

interface Showing {
  /** Then the lines have numbers that the person can count. */
  readonly isPasted: boolean
  readonly label: (id: string) => string
  /** Concepts that the person rejected before. */
  readonly notMeant: ReadonlySet<string>
}

function shownProposal(whole: ProfileProposal, cv: OpenedCv, { isPasted, label, notMeant }: Showing): CvRead {
  const placed = <T extends { readonly where: string }>(one: T): T => (isPasted ? one : { ...one, where: '' })
  const proposal = {
    ...whole,
    answers: whole.answers.map(placed),
    occupations: whole.occupations.map(placed),
    languages: whole.languages.map(placed),
    diplomas: whole.diplomas.map(placed),
  }
  return {
    source: cv.kind === 'text' ? cv.text : JSON.stringify(cv.resume),
    kind: cv.kind,
    skills: proposal.answers.map(({ key, words, where, concept, level }) => ({
      key,
      words,
      where,
      label: label(concept),
      isRejected: notMeant.has(concept),
      ...(level === undefined ? {} : { level }),
    })),
    occupations: proposal.occupations.map(({ key, words, where, concept }) => ({
      ...{ key, words, where, label: label(concept) },
      isRejected: notMeant.has(concept),
    })),
    languages: proposal.languages,
    diplomas: proposal.diplomas.map(({ key, words, where, level }) => ({ key, words, where, level })),
    ...(proposal.workLevel === undefined ? {} : { workLevel: proposal.workLevel }),
    ...(proposal.experienceYears === undefined ? {} : { experienceYears: proposal.experienceYears }),
  }
}

/** What was rejected stays so until it is ticked: another CV of the same person will hold the same words. */
function notMeant(
  profile: Profile,
  { answers, occupations }: ProfileProposal,
  keys: readonly string[],
): Pick<Profile, 'notMeant'> {
  const chosen = new Set(keys)
  const rejected = new Set(profile.notMeant)
  for (const { key, concept } of [...answers, ...occupations]) if (!chosen.has(key)) rejected.add(concept)
  for (const { key, concept } of [...answers, ...occupations]) if (chosen.has(key)) rejected.delete(concept)
  return rejected.size === 0 ? { notMeant: undefined } : { notMeant: [...rejected].slice(-1_000) }
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

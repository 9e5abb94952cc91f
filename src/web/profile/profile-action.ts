import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { changeDraft, type Draft, keepDraft, removeDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo, safeReturn } from '../paths.ts'
import { readTrial } from '../trial.ts'
import { readTerms } from './read-terms.ts'

type AnswerValue = Profile['answers'][string]

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly form: FormData
  /** As it was loaded: what is kept is made from this. */
  readonly draft: Draft
  readonly profile: Profile
  /** Where the person goes on. */
  readonly back: string
}

const answerOf = (value: FormDataEntryValue | null): AnswerValue | undefined => {
  if (value === 'no' || value === 'little' || value === 'yes') return value
  const level = Number(value)
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined
}

/** What each button of the profile does. All are plain form posts that end in a redirect, or in the form with what is wrong. */
const intents: Readonly<Record<string, (asked: Asked) => Promise<Response | ReturnType<typeof data>>>> = {
  async addOccupation(asked) {
    const { form, profile, site } = asked
    const id = String(form.get('occupation') ?? '')
    const catalogue = await site.modules.skills.catalogue()
    if (catalogue.find(id)?.type !== 'occupation') return goBack(asked)
    return keep(asked, { ...profile, occupations: [...new Set([...profile.occupations, id])].slice(0, 10) })
  },

  async removeOccupation(asked) {
    const id = asked.form.get('occupation')
    return keep(asked, { ...asked.profile, occupations: asked.profile.occupations.filter((one) => one !== id) })
  },

  async answer(asked) {
    const skill = String(asked.form.get('skill') ?? '')
    const answer = answerOf(asked.form.get('answer'))
    const { [skill]: _old, ...others } = asked.profile.answers
    if (skill === '') return goBack(asked)
    return keep(asked, { ...asked.profile, answers: answer === undefined ? others : { ...others, [skill]: answer } })
  },

  async answers(asked) {
    const answers = { ...asked.profile.answers }
    for (const [name, value] of asked.form) {
      const answer = answerOf(value)
      if (name.startsWith('answer:') && answer !== undefined) answers[name.slice('answer:'.length)] = answer
    }
    return keep(asked, { ...asked.profile, answers })
  },

  async terms(asked) {
    const { regions } = asked.site.modules
    const { profile, wrong } = readTerms(asked.profile, asked.form, (place) => regions.findMunicipality(place) !== undefined)
    if (Object.keys(wrong).length === 0) return keep(asked, profile)
    return data({ wrong }, { status: 400, headers: await keepDraft(asked.site, asked.request, profile, asked.draft) })
  },

  async goal(asked) {
    const occupations = asked.form.getAll('goalOccupation').map(String).slice(0, 20)
    const regions = asked.form.getAll('goalRegion').map(String).slice(0, 35)
    const preference = (['balanced', 'soonest', 'cheapest', 'surest'] as const).find(
      (one) => one === asked.form.get('preference'),
    )
    const goal = {
      ...(occupations.length > 0 ? { occupations } : {}),
      ...(regions.length > 0 ? { regions } : {}),
    }
    return keep(asked, {
      ...asked.profile,
      goal: Object.keys(goal).length > 0 ? goal : undefined,
      ...(preference === undefined ? {} : { preference }),
    })
  },

  async example(asked) {
    const examples = await asked.site.modules.demo.profiles()
    const example = examples.find(({ id }) => id === asked.form.get('example'))
    if (!example) return goBack(asked)
    const language = languageOfPath(pageUrl(asked.request).pathname)
    return keep({ ...asked, back: pathTo('plans', language) }, example.profile)
  },

  /** Keeps what was being tried on another page. */
  async keepTrial(asked) {
    const { profile } = readTrial(asked.profile, new URLSearchParams(String(asked.form.get('trial') ?? '')))
    return keep(asked, profile)
  },

  async remove(asked) {
    const language = languageOfPath(pageUrl(asked.request).pathname)
    const headers = await removeDraft(asked.site, asked.request)
    return redirect(`${pathTo('yourData', language)}?erased=yes`, { headers })
  },
}

export async function profileAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const form = await request.formData()
  const url = pageUrl(request)
  const back = safeReturn(form.get('back'), `${url.pathname}${anchorOf(form)}`)
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  return changeDraft(site, request, (draft) => act({ site, request, form, draft, profile: draft.profile, back }))
}

/** The part of the page the person was in. */
function anchorOf(form: FormData): string {
  const at = String(form.get('at') ?? '')
  return /^[a-z]+$/.test(at) ? `#${at}` : ''
}

async function keep({ site, request, draft, back }: Asked, profile: Profile): Promise<Response> {
  return redirect(back, { headers: await keepDraft(site, request, profile, draft) })
}

async function goBack({ back }: Asked): Promise<Response> {
  return redirect(back)
}

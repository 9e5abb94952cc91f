import { type ActionFunctionArgs, data } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { organisationWords } from '../words/organisations.ts'

type Words = (typeof organisationWords)['nl']

/** What a button of a page of an organisation gets. */
export interface OrgAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly request: Request
  readonly form: FormData
  readonly language: 'nl' | 'en'
  /** Id of the organisation in the address; empty where there is none. */
  readonly id: string
}

/** What was wrong with a form: by field, or one reason for the whole. `given` fills it in again. */
export interface OrgWrong {
  readonly intent: string
  readonly fields: Readonly<Record<string, keyof Words['wrong']>>
  readonly refusal?: keyof Words['refusals']
  readonly given: Readonly<Record<string, string>>
}

/** Something that is shown once, on the page that the form gives: it stands in no address. */
export interface OrgShown {
  readonly intent: string
  readonly key: string
}

type Act = (asked: OrgAsked) => Promise<Response | OrgShown>

/** The action of a page from what each of its buttons does. All end in a redirect, in the form with what is wrong, or in what is shown once. */
export function orgAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const intent = String(form.get('intent'))
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    try {
      const done = await act({ site, actor, request, form, language, id: params.organisation ?? '' })
      return done instanceof Response ? done : data(done, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      return data({ intent, given: givenOf(form), ...wrong }, { status: wrong.refusal ? 409 : 400 })
    }
  }
}

/** Text of a form, as it goes back into it. */
function givenOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): Pick<OrgWrong, 'fields' | 'refusal'> | undefined {
  if (!(error instanceof Error)) return undefined
  const { wrong, refusals } = organisationWords.nl
  const {
    reason,
    problems = [],
    where,
  } = error as {
    readonly reason?: string
    readonly problems?: readonly { readonly where: string }[]
    readonly where?: string
  }
  const isWrong = (name: string | undefined): name is keyof Words['wrong'] => name !== undefined && Object.hasOwn(wrong, name)
  if (error.name === 'Conflict' && reason !== undefined && Object.hasOwn(refusals, reason)) {
    return { fields: {}, refusal: reason as keyof Words['refusals'] }
  }
  if (error.name !== 'Invalid') return undefined
  const named = problems.length > 0 ? problems.map((one) => one.where) : [where ?? '']
  // A file is named with its line: the field is the file.
  const fields = named.map((field) => {
    const why = isWrong(reason) ? reason : isWrong(field) ? field : ('file' as const)
    return [isWrong(field) || field === 'scopes' ? field : why, why] as const
  })
  return { fields: Object.fromEntries(fields) }
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')
export const allOf = (form: FormData, name: string): string[] => form.getAll(name).map(String)

import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'

interface Asked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly form: FormData
  readonly language: Language
  readonly person: string
}

/** What was wrong: the field of the note with its text, or why an introduction cannot be suggested now. */
export interface AdviceWrong {
  readonly note?: { readonly field: string; readonly text: string }
  readonly refusal?: string
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')
const back = ({ language, person }: Asked, done: string, place: string): Response =>
  redirect(`${pathTo('advised', language, { person })}?done=${done}${place}`)

/** What each button does. */
export const intents = {
  async note(asked) {
    const { site, actor, form, person } = asked
    const corrects = textOf(form, 'corrects')
    await site.modules.advising.addNote(actor, person, { text: textOf(form, 'text'), ...(corrects === '' ? {} : { corrects }) })
    return back(asked, 'note', '#notes')
  },
  async suggest(asked) {
    const { site, actor, form, person } = asked
    await site.modules.advising.suggest(actor, person, textOf(form, 'vacancy'))
    return back(asked, 'suggested', '#introductions')
  },
  /** The person takes the yes back that this page rests on. */
  async stop(asked) {
    const { site, actor, person } = asked
    const own = (await site.modules.advising.mine(actor)).find(({ handle }) => handle === person)
    // Who has no such yes takes nothing back: the page that follows says what there is.
    if (own) await site.modules.consents.withdraw(actor, 'adviser', own.organisation)
    return back(asked, 'stopped', '')
  },
} satisfies Record<string, (asked: Asked) => Promise<Response>>

export async function adviceAction({ request, context, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const form = await request.formData()
  const intent = String(form.get('intent'))
  if (!Object.hasOwn(intents, intent)) throw data('This form is not known.', { status: 400 })
  const language = languageOfPath(pageUrl(request).pathname)
  try {
    return await intents[intent as keyof typeof intents]({ site, actor, form, language, person: params.person ?? '' })
  } catch (error) {
    if (isNamed(error, 'Conflict'))
      return data<AdviceWrong>({ refusal: (error as { reason?: string }).reason ?? '' }, { status: 409 })
    if (intent !== 'note' || !isNamed(error, 'Invalid')) throw error
    const field = (error as unknown as { where: string }).where
    return data<AdviceWrong>({ note: { field, text: textOf(form, 'text') } }, { status: 400 })
  }
}

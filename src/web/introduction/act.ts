import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Reason } from '../../modules/introductions/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { introductionFormWords } from '../words/introduction-forms.ts'

type FormWords = (typeof introductionFormWords)['nl']

interface Asked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly id: string
  readonly form: FormData
}

/** What was wrong with a form: a field, or why it cannot be done now. */
export interface IntroductionWrong {
  readonly intent: string
  readonly field?: Exclude<keyof FormWords['wrong'], 'title'>
  readonly notNow?: keyof FormWords['notNow']
  /** Of a report: about which message. */
  readonly about?: string
  readonly given: Readonly<Record<string, string>>
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** What each button does. All end in a redirect to the same page, or in the page with what is wrong. */
export const intents = {
  takeUp: ({ site, actor, id }) => site.modules.introductions.takeUp(actor, id),
  accept: ({ site, actor, id }) => site.modules.introductions.accept(actor, id),
  withdraw: ({ site, actor, id }) => site.modules.introductions.withdraw(actor, id),
  start: ({ site, actor, id }) => site.modules.introductions.start(actor, id),
  hire: ({ site, actor, id, form }) =>
    site.modules.introductions.agree(actor, id, 'hire', { startsOn: textOf(form, 'startsOn') }),
  agreeTraining: ({ site, actor, id, form }) =>
    site.modules.introductions.agree(actor, id, 'agreeTraining', { offering: textOf(form, 'offering') }),
  decline: ({ site, actor, id, form }) =>
    site.modules.introductions.decline(actor, id, {
      reason: textOf(form, 'reason') as Reason,
      text: textOf(form, 'text'),
      adviserText: textOf(form, 'adviserText'),
    }),
  message: ({ site, actor, id, form }) => site.modules.introductions.sendMessage(actor, id, textOf(form, 'message')),
  release: ({ site, actor, id, form }) =>
    site.modules.introductions.release(actor, id, form.getAll('field').map(String), textOf(form, 'until')),
  takeBack: ({ site, actor, id, form }) => {
    const fields = form.getAll('field').map(String)
    return site.modules.introductions.takeBack(actor, id, fields.length === 0 ? undefined : fields)
  },
  report: ({ site, actor, id, form }) => {
    const message = textOf(form, 'message')
    return site.modules.introductions.report(actor, id, {
      about: textOf(form, 'about'),
      text: textOf(form, 'text'),
      ...(message === '' ? {} : { message }),
    })
  },
} satisfies Readonly<Record<string, (asked: Asked) => Promise<void>>>

export async function act({ request, context, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  if (!Object.hasOwn(intents, intent)) throw data('This form is not known.', { status: 400 })
  const id = params.introduction ?? ''
  const language = languageOfPath(pageUrl(request).pathname)
  try {
    await intents[intent as keyof typeof intents]({ site, actor, id, form })
  } catch (error) {
    const wrong = wrongOf(error)
    if (!wrong) throw error
    const about = textOf(form, 'message')
    return data(
      { intent, given: givenOf(form), ...wrong, ...(intent === 'report' ? { about } : {}) } satisfies IntroductionWrong,
      { status: wrong.notNow ? 409 : 400 },
    )
  }
  return redirect(`${pathTo('introduction', language, { introduction: id })}?done=${intent}`)
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
export function wrongOf(error: unknown): Pick<IntroductionWrong, 'field' | 'notNow'> | undefined {
  const { wrong, notNow } = introductionFormWords.nl
  const { reason, where } = error as { readonly reason?: string; readonly where?: string }
  if (isNamed(error, 'Conflict') && reason !== undefined && Object.hasOwn(notNow, reason))
    return { notNow: reason as keyof typeof notNow }
  if (isNamed(error, 'Invalid') && where !== undefined && where !== 'title' && Object.hasOwn(wrong, where))
    return { field: where as Exclude<keyof typeof wrong, 'title'> }
  return undefined
}

/** Text of a form, as it goes back into it. */
function givenOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

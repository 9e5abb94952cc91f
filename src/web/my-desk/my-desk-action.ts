import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import type { doneOf } from './my-desk-loader.ts'

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly actor: Actor
  readonly form: FormData
  readonly language: Language
}

/** What each button does. */
export const intents: Readonly<Record<string, (asked: Asked) => Promise<Response>>> = {
  async remove({ site, actor, form, language }) {
    await site.modules.keptPlans.remove(actor, String(form.get('kept')))
    return done(language, 'removed')
  },

  async seen({ site, request, actor, form, language }) {
    await site.modules.keptPlans.seen(actor, String(form.get('kept')), { language, signal: request.signal })
    return done(language, 'seen')
  },

  async mail({ site, actor, form, language }) {
    await site.modules.keptPlans.wantMail(actor, form.get('want') === 'yes')
    await site.modules.vacancyAlerts.want(actor, form.get('vacancies') === 'yes')
    return done(language, 'mail')
  },
}

function done(language: Language, what: (typeof doneOf)[number]): Response {
  return redirect(`${pathTo('myDesk', language)}?done=${what}`)
}

export async function myDeskAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  return act({ site, request, actor: await actorOf(site, request), form, language })
}

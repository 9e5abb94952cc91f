import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { Invalid } from '../../platform/index.ts'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import type { doneOf } from './your-data-loader.ts'

interface Asked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly form: FormData
  readonly language: Language
}

/** What is wrong with a form, by its field, and what had been chosen in it. */
export interface Refused {
  readonly wrong: 'textVersion' | 'organisation' | 'until'
  readonly given?: { readonly organisation: string; readonly until: string }
}

const switches = ['statistics', 'found', 'followUp'] as const
const advisingKinds: readonly string[] = ['public', 'region']

/** What each button does. Every change works at once: the consent and all that follows from it are one. */
export const intents: Readonly<Record<string, (asked: Asked) => Promise<Response>>> = {
  async consents({ site, actor, form, language }) {
    const { consents } = site.modules
    const open = (await consents.list(actor)).filter(({ withdrawnAt }) => withdrawnAt === undefined)
    // First what is taken back: if a text changed meanwhile, at least that is done.
    const wanted = (purpose: (typeof switches)[number]): boolean => form.get(purpose) === 'yes'
    const isOn = (purpose: string): boolean => open.some((one) => one.purpose === purpose)
    for (const purpose of switches) if (isOn(purpose) && !wanted(purpose)) await consents.withdraw(actor, purpose)
    for (const purpose of switches) {
      if (isOn(purpose) || !wanted(purpose)) continue
      await consents.give(actor, purpose, { textVersion: String(form.get(`version:${purpose}`)), language })
    }
    return done(language, 'consents')
  },

  async adviser({ site, actor, form, language }) {
    const organisation = await site.modules.organisations.find(String(form.get('organisation')))
    if (!organisation || organisation.closed || !advisingKinds.includes(organisation.kind)) {
      throw new Invalid('organisation', 'Choose the organisation of your adviser.')
    }
    await site.modules.consents.give(actor, 'adviser', {
      textVersion: String(form.get('version')),
      language,
      organisation: organisation.id,
      until: String(form.get('until')),
    })
    return done(language, 'adviser')
  },

  async adviserStop({ site, actor, form, language }) {
    await site.modules.consents.withdraw(actor, 'adviser', String(form.get('organisation')))
    return done(language, 'adviserStop')
  },
}

function done(language: Language, what: (typeof doneOf)[number]): Response {
  return redirect(`${pathTo('yourData', language)}?done=${what}#consents`)
}

export async function yourDataAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  const site = context.get(siteContext)
  try {
    return await act({ site, actor: await actorOf(site, request), form, language: languageOfPath(pageUrl(request).pathname) })
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    const { where } = error as Error & { readonly where: Refused['wrong'] }
    const given = { organisation: String(form.get('organisation') ?? ''), until: String(form.get('until') ?? '') }
    return data<Refused>({ wrong: where, given }, { status: 400 })
  }
}

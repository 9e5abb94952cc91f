import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import type { WrongDetails } from './details-form.tsx'
import type { WrongEmail } from './new-email-form.tsx'
import { endedSessionCookie } from './signing-in.ts'

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly form: FormData
  readonly language: 'nl' | 'en'
}

/** What was wrong with another address. */
export interface RefusedEmail {
  readonly wrongEmail: WrongEmail
  readonly email: string
}

export interface Refused {
  readonly wrong: WrongDetails
  readonly given: { readonly name: string; readonly phone: string }
}

/** What each button does. */
export const intents: Readonly<
  Record<string, (asked: Asked) => Promise<Response | ReturnType<typeof data<Refused | RefusedEmail>>>>
> = {
  async change({ site, request, form, language }) {
    const given = { name: String(form.get('name') ?? ''), phone: String(form.get('phone') ?? '') }
    const mails = form.get('language') === 'en' ? 'en' : 'nl'
    try {
      await site.modules.accounts.change(await actorOf(site, request), { ...given, language: mails })
    } catch (error) {
      if (!isNamed(error, 'Invalid')) throw error
      return data({ wrong: (error as Error & { where: WrongDetails }).where, given }, { status: 400 })
    }
    return redirect(`${pathTo('account', language)}?saved=yes`)
  },

  async newEmail({ site, request, form, language }) {
    const email = String(form.get('email') ?? '')
    const openPath = pathTo('accountEmail', language)
    try {
      await site.modules.accounts.askNewEmail(await actorOf(site, request), { email, language, openPath, address: site.address })
    } catch (error) {
      const wrong = wrongEmailOf(error)
      if (!wrong) throw error
      return data<RefusedEmail>({ wrongEmail: wrong, email }, { status: wrong === 'tooMany' ? 429 : 400 })
    }
    return redirect(`${pathTo('account', language)}?email=asked`)
  },

  async endSession({ site, request, form, language }) {
    await site.modules.accounts.endSession(await actorOf(site, request), String(form.get('session')))
    return redirect(`${pathTo('account', language)}#sessions`)
  },

  async signOut(asked) {
    await asked.site.modules.accounts.signOut(await actorOf(asked.site, asked.request))
    return signedOut(asked)
  },

  async signOutEverywhere(asked) {
    await asked.site.modules.accounts.signOutEverywhere(await actorOf(asked.site, asked.request))
    return signedOut(asked)
  },
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongEmailOf(error: unknown): WrongEmail | undefined {
  const { where, reason } = error as { readonly where?: string; readonly reason?: string }
  if (isNamed(error, 'Busy')) return 'tooMany'
  if (isNamed(error, 'Invalid')) return where === 'sameEmail' ? 'sameEmail' : 'email'
  if (isNamed(error, 'Conflict')) return reason === 'demo' ? 'demo' : 'noMail'
  return undefined
}

function signedOut({ site, language }: Asked): Response {
  return redirect(`${pathTo('signIn', language)}?ended=yes`, { headers: { 'set-cookie': endedSessionCookie(site) } })
}

export async function accountAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  return act({ site: context.get(siteContext), request, form, language: languageOfPath(pageUrl(request).pathname) })
}

import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { backAfterSignIn } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { afterSignIn, giveBrowserToken, signingBrowser } from './signing-in.ts'

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly form: FormData
  readonly back: string
  readonly language: 'nl' | 'en'
}

/** What each button does. */
export const intents: Readonly<Record<string, (asked: Asked) => Promise<Response | ReturnType<typeof data<Refused>>>>> = {
  async ask({ site, request, form, back, language }) {
    const { token, cookie } = giveBrowserToken(site, request)
    const email = String(form.get('email') ?? '')
    const openPath = pathTo('signInOpen', language)
    try {
      await site.modules.accounts.askLink({ email, browser: token, language, returnTo: back, openPath, address: site.address })
    } catch (error) {
      if (isNamed(error, 'Invalid')) return data({ email, refused: 'email' as const }, { status: 400 })
      if (isNamed(error, 'Busy')) return data({ email, refused: 'tooMany' as const }, { status: 429 })
      throw error
    }
    return redirect(`${pathTo('signIn', language)}?${new URLSearchParams({ sent: 'yes', back, own: 'yes' })}`, {
      headers: { 'set-cookie': cookie },
    })
  },

  async demo({ site, request, form, back, language }) {
    const told = { ...signingBrowser(site, request), returnTo: back }
    const { path, headers } = afterSignIn(
      site,
      await site.modules.accounts.becomeDemo(String(form.get('account')), told),
      language,
    )
    return redirect(path, { headers })
  },
}

export interface Refused {
  readonly email: string
  readonly refused: 'email' | 'tooMany'
}

export async function signInAction({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = languageOfPath(pageUrl(request).pathname)
  const back = backAfterSignIn(form.get('back'), pathTo('account', language))
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  return act({ site: context.get(siteContext), request, form, back, language })
}

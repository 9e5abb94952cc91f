import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { planCookie, planDays, readCookie, writeCookie } from '../cookies.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import type { doneOf } from './my-desk-loader.ts'

type Done = (typeof doneOf)[number]

/** What the button of a plan's page does. */
export const intents = {
  /** Keeps the plan. Who is not signed in signs in first: meanwhile a cookie says which plan, so that no link can keep one for somebody. */
  async keep({ site, request, plan }: { readonly site: SiteContext; readonly request: Request; readonly plan: string }) {
    const language = languageOfPath(pageUrl(request).pathname)
    if ((await actorOf(site, request)).kind === 'account') {
      return redirect(`${pathTo('myDesk', language)}?done=${await tryToKeep(site, request, plan)}`)
    }
    const back = new URLSearchParams({ back: pathTo('myDesk', language) })
    const cookie = writeCookie(planCookie, encodeURIComponent(plan), { days: planDays, secure: site.secure })
    return redirect(`${pathTo('signIn', language)}?${back}`, { headers: { 'set-cookie': cookie } })
  },
}

export async function planAction({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') !== 'keep') throw data('This form is not known.', { status: 400 })
  return intents.keep({ site: context.get(siteContext), request, plan: params.plan ?? '' })
}

/** Keeps the plan that somebody chose before signing in, and says so on this same page without the cookie. Nothing where there is none. */
export async function keepChosenBefore(site: SiteContext, request: Request): Promise<void> {
  const chosen = readCookie(request, planCookie)
  if (chosen === undefined || chosen === '' || (await actorOf(site, request)).kind !== 'account') return
  const { pathname } = pageUrl(request)
  const done = await tryToKeep(site, request, decoded(chosen))
  const cookie = writeCookie(planCookie, '', { days: 0, secure: site.secure })
  throw redirect(`${pathname}?done=${done}`, { headers: { 'set-cookie': cookie } })
}

async function tryToKeep(site: SiteContext, request: Request, plan: string): Promise<Done> {
  const language = languageOfPath(pageUrl(request).pathname)
  try {
    await site.modules.keptPlans.keep(await actorOf(site, request), plan, { language, signal: request.signal })
    return 'kept'
  } catch (error) {
    if (isNamed(error, 'Conflict')) return 'full'
    if (isNamed(error, 'Invalid')) return 'notYours'
    throw error
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

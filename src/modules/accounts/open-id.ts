import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client'
import { actAs, Busy, type Clock, type Database, type Ids, type Log, NotFound } from '../../platform/index.ts'
import { accountStore, type Identity } from './account-store.ts'
import type { Accounts } from './accounts.ts'
import { networkOf } from './ask-limits.ts'
import { foldEmail } from './email.ts'
import { linkStore, type OpenIdRequest } from './link-store.ts'
import { hashOf } from './secrets.ts'
import type { SignIn } from './sign-in.ts'
import { dayMs, linkMs } from './sign-in-terms.ts'

/** A provider as the configuration names it. Only these are ever asked anything. */
export interface OpenIdProvider {
  readonly id: string
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whether `email_verified` of this provider is proof enough to join an account; without it a link is mailed first. */
  readonly vouchesForEmail: boolean
}

export interface OpenIdSettings {
  readonly providers: readonly OpenIdProvider[]
  /** Issuers over http, for tests on this machine. */
  readonly allowHttp?: boolean
}

export interface OpenIdParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly settings: OpenIdSettings
  readonly signIn: Pick<SignIn, 'signIn' | 'mailLink' | 'countAsking'>
}

interface Told {
  readonly identity: Identity
  readonly email: string | undefined
  readonly isVerified: boolean
}

const providerSeconds = 10

export function createOpenId({
  db,
  clock,
  ids,
  log,
  settings,
  signIn,
}: OpenIdParts): Pick<Accounts, 'providers' | 'goToProvider' | 'backFromProvider'> {
  const discovered = new Map<string, { readonly at: number; readonly client: Configuration }>()

  /** What the provider says of itself, asked once a day. */
  async function clientOf({ id, issuer, clientId, clientSecret }: OpenIdProvider): Promise<Configuration> {
    const known = discovered.get(id)
    if (known && clock.now() - known.at < dayMs) return known.client
    const execute = settings.allowHttp ? [allowInsecureRequests] : []
    const client = await discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: providerSeconds })
    discovered.set(id, { at: clock.now(), client })
    return client
  }

  async function askWho(provider: OpenIdProvider, address: URL, request: OpenIdRequest, state: string): Promise<Told> {
    const client = await clientOf(provider)
    const tokens = await authorizationCodeGrant(client, address, {
      expectedState: state,
      expectedNonce: request.nonce,
      pkceCodeVerifier: request.codeVerifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('the provider gave no ID token')
    const told =
      claims.email === undefined && client.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(client, tokens.access_token, claims.sub)
        : claims
    return {
      identity: { issuer: claims.iss, subject: claims.sub },
      email: typeof told.email === 'string' ? foldEmail(told.email) : undefined,
      isVerified: told.email_verified === true,
    }
  }

  return {
    providers: settings.providers.map(({ id, label }) => ({ id, label })),
    async goToProvider({ provider: id, browser, address, backAt, returnTo, language }) {
      const provider = settings.providers.find((one) => one.id === id)
      if (!provider) throw new NotFound('sign-in provider', id)
      signIn.countAsking(browser, address)
      const [state, nonce, codeVerifier] = [ids.token(), randomNonce(), randomPKCECodeVerifier()]
      const client = await clientOf(provider).catch((error: unknown) => {
        log.warn('an OpenID provider cannot be reached', { provider: id, error: nameOf(error) })
        throw new Busy('This sign-in service cannot be reached now. Try again, or sign in by e-mail.', 60)
      })
      const request = { browserHash: hashOf(browser), provider: id, nonce, codeVerifier, returnTo, language }
      await actAs(db, { task: 'sign-in' }, (inside) =>
        linkStore.insertRequest(inside, hashOf(state), request, clock.now() + linkMs),
      )
      return buildAuthorizationUrl(client, {
        redirect_uri: backAt,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      }).href
    },
    async backFromProvider(address, browser, { openPath, ...told }) {
      const state = address.searchParams.get('state')
      if (state === null || browser === undefined) return { kind: 'failed' }
      const request = await actAs(db, { task: 'sign-in' }, (inside) =>
        linkStore.takeRequest(inside, hashOf(state), hashOf(browser), clock.now()),
      )
      const provider = settings.providers.find(({ id }) => id === request?.provider)
      if (!request || !provider) return { kind: 'failed' }
      const { returnTo, language } = request
      let who: Told
      try {
        who = await askWho(provider, address, request, state)
      } catch (error) {
        // Its name only: what a provider answers may hold personal data.
        log.warn('an answer of an OpenID provider was refused', { provider: provider.id, error: nameOf(error) })
        return { kind: 'failed', returnTo }
      }
      const { identity, email, isVerified } = who
      const known = await actAs(db, { task: 'sign-in' }, (inside) => accountStore.findByIdentity(inside, identity))
      if (known !== undefined) {
        return { kind: 'signed-in', ...(await signIn.signIn(told, async () => ({ proven: { account: known }, returnTo }))) }
      }
      if (email === undefined) return { kind: 'no-email', returnTo }
      if (isVerified && provider.vouchesForEmail) {
        return {
          kind: 'signed-in',
          ...(await signIn.signIn(told, async () => ({ proven: { email, language, identity }, returnTo }))),
        }
      }
      await signIn.mailLink({
        email,
        language,
        returnTo,
        identity,
        browser,
        network: networkOf(told.address),
        openPath: openPath(language),
      })
      return { kind: 'link-mailed' }
    },
  }
}

function nameOf(error: unknown): string {
  const { name, code } = error as { readonly name?: string; readonly code?: string }
  return [name, code].filter(Boolean).join(' ')
}

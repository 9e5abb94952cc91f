import { data, type LoaderFunctionArgs } from 'react-router'
import { statusListSeconds } from '../../modules/credentials/index.ts'
import { sendPublic } from '../badges/send-badge.ts'
import { siteContext } from '../context.ts'

const hourSeconds = 3600

/** What programs elsewhere fetch to check a badge: the keys of an organisation (`did:web`, JWK set), and what it revoked. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const { badges } = context.get(siteContext).modules
  const id = params.organisation ?? ''
  switch (params.document) {
    case 'did.json':
      return sendPublic(await badges.did(id), 'application/did+json', hourSeconds)
    case 'jwks.json':
      return sendPublic(await badges.jwks(id), 'application/jwk-set+json', hourSeconds)
    case 'status.json': {
      const asJwt = /application\/(?:vc\+)?jwt\b/.test(request.headers.get('accept') ?? '')
      const list = await badges.statusList(id, asJwt ? 'jwt' : 'json')
      return sendPublic(list, asJwt ? 'application/vc+jwt' : 'application/vc+ld+json; charset=utf-8', statusListSeconds)
    }
    default:
      throw data('There is no such document of an organisation.', { status: 404 })
  }
}

/**
 * The names of the cookies that say who somebody is. On https they carry the prefix `__Host-`: browsers then take them only from this very host,
 * over https and for the whole site, so that no other program under the same domain can set one.
 */
export const sessionCookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}schakel_session`

/** Binds what was asked to the browser that asked: a mailed link, a visit to an OpenID provider. */
export const browserCookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}schakel_browser`

import type { Addresses } from './tell.ts'

/** Addresses of the pages that messages lead to. A test of the site holds them equal to its own (`src/web/paths.test.ts`). */
export const siteAddresses: Addresses = {
  introduction: (id, language) => (language === 'nl' ? `/nl/kennismakingen/${id}` : `/en/introductions/${id}`),
  followUp: (token, language) =>
    `/${language}/${language === 'nl' ? 'hoe-gaat-het' : 'how-is-it-going'}?${new URLSearchParams({ t: token })}`,
  plan: (id, language) => `/${language}/routes/${encodeURIComponent(id)}`,
}

import type { CheckName, checkAnswers, UnreadableReason } from '../../modules/credentials/index.ts'
import type { Both } from './both.ts'

/** What each answer of each check means, and what to do about it. */
type Answers = { readonly [Name in CheckName]: Readonly<Record<keyof (typeof checkAnswers)[Name], string>> }
/** Why nothing could be read. */
type WrongFile = Readonly<Record<Exclude<UnreadableReason, 'tooLarge'> | 'nothing' | 'key', string>> & {
  readonly tooLarge: (megabytes: number) => string
}

const answersNl: Answers = {
  format: {
    badge: 'Dit is een Open Badge 3.0.',
    elm: 'Dit is een Europees digitaal bewijs (ELM).',
    contextMissing: 'Het zegt niet volgens welke regels het gemaakt is. Vraag de uitgever om een Open Badge 3.0.',
    typeMissing: 'Het is wel een bewijs, maar geen badge. Vraag de uitgever om een Open Badge 3.0.',
  },
  schema: {
    complete: 'Alles wat erin moet staan, staat erin.',
    fields: 'Er ontbreekt iets, of het heeft de verkeerde vorm. Vraag de uitgever om een nieuw bewijs.',
  },
  dates: {
    within: 'Het geldt vandaag.',
    notYet: 'Het geldt nog niet.',
    expired: 'Het is verlopen.',
    unreadable: 'Een datum erin is niet te lezen.',
    reversed: 'Het eindigt voordat het begint.',
    noDates: 'Er staan geen datums in.',
  },
  proof: {
    knownKey: 'De handtekening klopt, met een sleutel die wij van de uitgever kennen.',
    ownKey: 'De handtekening klopt. Het bewijs is op deze site gegeven.',
    issuerKey: 'De handtekening klopt, met een sleutel die bij de uitgever zelf staat.',
    suppliedKey: 'De handtekening klopt met de sleutel die jij gaf.',
    didKey: 'De handtekening klopt. De uitgever heet naar zijn sleutel: wie dat is, staat er niet.',
    keyInDocument:
      'Er is niets veranderd sinds iemand het ondertekende. Maar de sleutel staat alleen in het bewijs: wie dat was, weten we niet.',
    noKey: 'Er staat niet bij met welke sleutel het ondertekend is.',
    kindUnknown: 'Dit soort handtekening kunnen we niet controleren.',
    contextUnknown: 'Het gebruikt woorden uit een lijst die we niet kennen. Dan weten we niet wat er ondertekend is.',
    tooMuch: 'Het is te ingewikkeld om te controleren.',
    broken: 'De handtekening klopt niet. Het bewijs is veranderd, of met een andere sleutel ondertekend.',
    undefinedTerm: 'Er staat iets in dat niet ondertekend is. Dan kan iemand het veranderd hebben.',
    wrongPurpose: 'De handtekening is voor iets anders gezet.',
    algorithm: 'De handtekening is van een soort die niet veilig is.',
    expiredProof: 'De handtekening is verlopen.',
    otherKey: 'Dit is niet ondertekend door wie erin staat als uitgever.',
    keyRevoked: 'De sleutel was gestolen toen dit ondertekend werd.',
    noProof: 'Er staat geen handtekening onder.',
  },
  issuer: {
    known: 'Wij kennen deze uitgever.',
    own: 'Deze organisatie geeft bewijzen op deze site.',
    document: 'De uitgever laat op zijn eigen adres zien dat dit zijn sleutel is.',
    selfAsserted: 'De uitgever is alleen een sleutel. Van wie die is, weten we niet.',
    notResolved: 'We mogen op het adres van de uitgever niet kijken. Wie deze site beheert, kan dat toestaan.',
    noAddress: 'De uitgever heeft geen adres waar we kunnen kijken.',
    unreachable: 'Het adres van de uitgever gaf geen antwoord. Probeer het later nog eens.',
    notProven: 'Zonder goede handtekening weten we niet of het van deze uitgever is.',
    otherKey: 'De sleutel is niet van deze uitgever.',
    noIssuer: 'Er staat niet in wie het gaf.',
  },
  status: {
    notRevoked: 'Het is niet ingetrokken.',
    revoked: 'De uitgever heeft het ingetrokken.',
    suspended: 'De uitgever laat het tijdelijk niet gelden.',
    notResolved: 'We mogen niet kijken in de lijst van ingetrokken bewijzen. Wie deze site beheert, kan dat toestaan.',
    unreachable: 'De lijst van ingetrokken bewijzen gaf geen antwoord. Probeer het later nog eens.',
    kindUnknown: 'Dit soort lijst van ingetrokken bewijzen kennen we niet.',
    listNotProven: 'De lijst van ingetrokken bewijzen is niet van deze uitgever, of niet goed ondertekend.',
    noStatus: 'De uitgever kan het niet intrekken: er hoort geen lijst bij.',
  },
  subject: {
    theirs: 'Het staat op jouw e-mailadres.',
    notTheirs:
      'Het staat op een ander e-mailadres dan dat van jou. Log in met dat adres, of vraag de uitgever om een nieuw bewijs.',
    cannotTell: 'Er staat niet op een manier in van wie het is die we kunnen vergelijken.',
    nobodyAsks: 'Log in, dan kijken we of het op jouw e-mailadres staat.',
    noSubject: 'Er staat niet in van wie het is.',
  },
}

const answersEn: Answers = {
  format: {
    badge: 'This is an Open Badge 3.0.',
    elm: 'This is a European digital credential (ELM).',
    contextMissing: 'It does not say by which rules it was made. Ask its issuer for an Open Badge 3.0.',
    typeMissing: 'It is a credential, but no badge. Ask its issuer for an Open Badge 3.0.',
  },
  schema: {
    complete: 'All that must be in it is in it.',
    fields: 'Something is missing, or has the wrong shape. Ask its issuer for a new one.',
  },
  dates: {
    within: 'It is valid today.',
    notYet: 'It is not valid yet.',
    expired: 'It has expired.',
    unreadable: 'A date in it cannot be read.',
    reversed: 'It ends before it begins.',
    noDates: 'There are no dates in it.',
  },
  proof: {
    knownKey: 'The signature holds, with a key of the issuer that we know.',
    ownKey: 'The signature holds. It was issued on this site.',
    issuerKey: 'The signature holds, with a key that stands at the issuer itself.',
    suppliedKey: 'The signature holds with the key that you gave.',
    didKey: 'The signature holds. The issuer is called by its key: who that is, it does not say.',
    keyInDocument:
      'Nothing was changed since somebody signed it. But the key stands only in the credential: who that was, we do not know.',
    noKey: 'It does not say with which key it was signed.',
    kindUnknown: 'We cannot check this kind of signature.',
    contextUnknown: 'It uses words of a list that we do not know. Then we do not know what was signed.',
    tooMuch: 'It is too complicated to check.',
    broken: 'The signature does not hold. It was changed, or signed with another key.',
    undefinedTerm: 'Something in it was not signed. So somebody may have changed it.',
    wrongPurpose: 'The signature was made for something else.',
    algorithm: 'The signature is of a kind that is not safe.',
    expiredProof: 'The signature has expired.',
    otherKey: 'This was not signed by who it names as its issuer.',
    keyRevoked: 'The key was stolen when this was signed.',
    noProof: 'Nobody signed it.',
  },
  issuer: {
    known: 'We know this issuer.',
    own: 'This organisation issues credentials on this site.',
    document: 'The issuer shows at its own address that this is its key.',
    selfAsserted: 'The issuer is only a key. Whose it is, we do not know.',
    notResolved: 'We may not look at the address of the issuer. Whoever keeps this site can allow it.',
    noAddress: 'The issuer has no address where we could look.',
    unreachable: 'The address of the issuer did not answer. Try again later.',
    notProven: 'Without a signature that holds we do not know whether it is of this issuer.',
    otherKey: 'The key is not of this issuer.',
    noIssuer: 'It does not say who issued it.',
  },
  status: {
    notRevoked: 'It was not revoked.',
    revoked: 'Its issuer revoked it.',
    suspended: 'Its issuer suspended it for now.',
    notResolved: 'We may not look in the list of revoked ones. Whoever keeps this site can allow it.',
    unreachable: 'The list of revoked ones did not answer. Try again later.',
    kindUnknown: 'We do not know this kind of list of revoked ones.',
    listNotProven: 'The list of revoked ones is not of this issuer, or not signed well.',
    noStatus: 'Its issuer cannot revoke it: no list goes with it.',
  },
  subject: {
    theirs: 'It is on your e-mail address.',
    notTheirs: 'It is on another e-mail address than yours. Sign in with that one, or ask the issuer for a new credential.',
    cannotTell: 'It does not say whose it is in a way that we can compare.',
    nobodyAsks: 'Sign in, and we look whether it is on your e-mail address.',
    noSubject: 'It does not say whose it is.',
  },
}

const wrongNl: WrongFile = {
  nothing: 'Kies een bestand, of plak de tekst.',
  empty: 'Dit bestand is leeg. Kies een ander bestand.',
  tooLarge: (megabytes) =>
    `Dit bestand is groter dan ${megabytes} MB. Een badge is kleiner. Kies het bestand zoals je het kreeg.`,
  kind: 'In dit soort bestand zit geen badge. Kies JSON, JWT, of een plaatje (PNG of SVG) met een badge erin.',
  noBadge: 'In dit plaatje zit geen badge. Download het opnieuw waar je het kreeg: bij een schermafdruk gaat de badge verloren.',
  damaged: 'Dit bestand is beschadigd of niet compleet. Download het opnieuw waar je het kreeg.',
  tooMuch: 'Er zit meer in dan in een badge past. Download het opnieuw waar je het kreeg.',
  json: 'Wat erin zit, is geen leesbare JSON. Download het opnieuw waar je het kreeg.',
  jwt: 'Dit lijkt een ondertekende tekst (JWT), maar we kunnen hem niet lezen. Kopieer alles, met de twee punten.',
  notCredential: 'Dit is JSON, maar geen bewijs: er staat niet in wie wat van wie kreeg.',
  key: 'Dit is geen openbare sleutel. Plak een sleutel als z6Mk… of als JWK.',
}
const wrongEn: WrongFile = {
  nothing: 'Choose a file, or paste the text.',
  empty: 'This file is empty. Choose another.',
  tooLarge: (megabytes) => `This file is larger than ${megabytes} MB. A badge is smaller. Choose the file as you got it.`,
  kind: 'No badge comes in this kind of file. Choose JSON, JWT, or a picture (PNG or SVG) with a badge in it.',
  noBadge: 'There is no badge in this picture. Download it again where you got it: a screenshot loses the badge.',
  damaged: 'This file is damaged or not whole. Download it again where you got it.',
  tooMuch: 'There is more in it than a badge holds. Download it again where you got it.',
  json: 'What is in it is no readable JSON. Download it again where you got it.',
  jwt: 'This looks like a signed text (JWT), but we cannot read it. Copy all of it, with both full stops.',
  notCredential: 'This is JSON, but no credential: it does not say who got what from whom.',
  key: 'This is no public key. Paste a key as z6Mk… or as a JWK.',
}

export const answerWords: Both<Answers> = { nl: answersNl, en: answersEn }
export const wrongFileWords: Both<WrongFile> = { nl: wrongNl, en: wrongEn }

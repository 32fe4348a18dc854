/** US TAKE IT DOWN Act, 47 U.S.C. 223a: a covered platform must remove within 48 hours of a valid request. */
import { isMinor } from '#core/case/types.ts'
import { platformOf } from '../platforms/index.ts'
import type { Ground } from './ground.ts'

const hour = 3_600_000

export const tida: Ground = {
  id: 'tida',
  title: {
    en: 'American law: TAKE IT DOWN Act',
    fr: 'Droit américain : TAKE IT DOWN Act',
    nl: 'Amerikaanse wet: TAKE IT DOWN Act',
  },
  gives: {
    en: 'They must take it down within 48 hours, and look for the same copies they know of.',
    fr: 'Ils doivent le retirer dans les 48 heures et chercher les copies identiques connues.',
    nl: 'Ze moeten het binnen 48 uur verwijderen en zoeken naar dezelfde kopieën die ze kennen.',
  },
  exposes: {
    en: 'The place learns the name and the contact of the one who signs. For a picture from before 18, that is a parent, a guardian or another adult, and the letter does not name the one who is shown.',
    fr: 'Le site apprend le nom et le contact de la personne qui signe. Pour une image d’avant 18 ans, c’est un parent, un tuteur ou un autre adulte, et la lettre ne nomme pas la personne montrée.',
    nl: 'De site krijgt de naam en het contact van wie tekent. Voor een beeld van vóór 18 jaar is dat een ouder, voogd of andere volwassene, en de brief noemt niet wie te zien is.',
  },

  elements(ageBand) {
    const minor = isMinor(ageBand)
    return [
      { id: 'tida.signature', need: 'required', question: minor ? signature.minor : signature.adult },
      { id: 'tida.identification', need: 'required' },
      { id: 'tida.location', need: 'required' },
      { id: 'tida.statement', need: 'required' },
      { id: 'tida.contact', need: 'required', question: minor ? contact.minor : contact.adult },
      minor
        ? { id: 'tida.authority', need: 'required', question: authority.minor }
        : { id: 'tida.authority', need: 'helpful', question: authority.adult },
      { id: 'tida.digitalforgery', need: 'helpful' },
    ]
  },

  // A covered platform mainly serves as a forum for what its users post. Certain where the place itself publishes a
  // route for this Act. The text asks for no residence in the US; some forms do.
  offered({ location, country }) {
    const sure = platformOf(location.platform).routes.some(
      ({ grounds, sure }) => grounds.includes('tida') && sure === 'published',
    )
    return { order: country === 'US' ? 0 : 20, sure }
  },

  deadlineMs: 48 * hour,
  rule: {
    en: 'The Act gives 48 hours from the moment they receive a valid request, nights and weekends included.',
    fr: 'La loi donne 48 heures à partir de la réception d’une demande valable, nuits et week-ends compris.',
    nl: 'De wet geeft 48 uur vanaf de ontvangst van een geldig verzoek, nachten en weekends meegerekend.',
  },
  sources: [
    {
      url: 'https://www.law.cornell.edu/uscode/text/47/223a',
      title: '47 U.S.C. 223a (TAKE IT DOWN Act, section 3), in force for platforms since 19 May 2026',
      checked: '2026-11-24',
    },
    {
      url: 'https://takeitdown.ftc.gov',
      title: 'Federal Trade Commission: complaints under the Act',
      checked: '2026-11-24',
    },
  ],
}

const signature = {
  adult: {
    en: 'What is your full name? It stands under the letter as your signature. The place you write to will read it.',
    fr: 'Quel est votre nom complet ? Il figure sous la lettre comme signature. Le site qui reçoit la lettre le lira.',
    nl: 'Wat is je volledige naam? Die staat onder de brief als handtekening. De site die je aanschrijft, leest hem.',
  },
  minor: {
    en: 'Which adult signs for you? Write the full name of that adult. Leave your own name out.',
    fr: 'Quelle personne adulte signe pour toi ? Écris le nom complet de cette personne. Laisse ton propre nom de côté.',
    nl: 'Welke volwassene tekent voor jou? Schrijf de volledige naam van die persoon. Laat je eigen naam weg.',
  },
}

const contact = {
  adult: {
    en: 'How can they reach you? An e-mail address is enough.',
    fr: 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    nl: 'Hoe kunnen ze je bereiken? Een e-mailadres is genoeg.',
  },
  minor: {
    en: 'How can they reach the adult who signs? An e-mail address is enough.',
    fr: 'Comment peuvent-ils joindre la personne adulte qui signe ? Une adresse e-mail suffit.',
    nl: 'Hoe kunnen ze de volwassene bereiken die tekent? Een e-mailadres is genoeg.',
  },
}

const authority = {
  adult: {
    en: 'Only if you act for somebody else: in what role, for example as a lawyer? Leave that person’s name out.',
    fr: 'Seulement si vous agissez pour quelqu’un d’autre : à quel titre, par exemple avocat ? Sans le nom de cette personne.',
    nl: 'Alleen als je voor iemand anders optreedt: in welke rol, bijvoorbeeld als advocaat? Zonder de naam van die persoon.',
  },
  minor: {
    en: 'Who is that adult to you: a parent, a guardian, a lawyer, somebody else whom you allow to act for you?',
    fr: 'Qui est cette personne pour toi : un parent, un tuteur, un avocat, quelqu’un d’autre à qui tu permets d’agir pour toi ?',
    nl: 'Wie is die volwassene voor jou: een ouder, een voogd, een advocaat, iemand anders die van jou mag optreden?',
  },
}

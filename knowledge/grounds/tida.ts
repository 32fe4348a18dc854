/** US TAKE IT DOWN Act, 47 U.S.C. 223a: a covered platform must remove within 48 hours of a valid request. */
import { isMinor } from '#core/case/types.ts'
import { platformOf } from '../platforms/index.ts'
import type { Ground } from './ground.ts'

const hour = 3_600_000

export const tida: Ground = {
  id: 'tida',
  title: {
    en: 'American law: TAKE IT DOWN Act',
    fr: 'Droit américain : TAKE IT DOWN Act',
    nl: 'Amerikaanse wet: TAKE IT DOWN Act',
  },
  gives: {
    en: 'They must take it down within 48 hours, and try to find and remove known identical copies.',
    fr: 'Ils doivent retirer l’image dans les 48 heures, et essayer de retirer aussi les copies identiques connues.',
    nl: 'Ze moeten de foto binnen 48 uur verwijderen, en proberen ook bekende identieke kopieën te verwijderen.',
  },
  exposes: {
    en: 'The site learns the name of the one who signs, and how to reach that person. For a picture made before 18, that is a parent, a guardian or another adult. The letter then does not name the person shown.',
    fr: 'Le site apprend le nom et les coordonnées de la personne qui signe. Pour une image faite avant 18 ans, c’est un parent, une tutrice ou un tuteur, ou une autre personne adulte. La lettre ne nomme alors pas la personne montrée.',
    nl: 'De site krijgt de naam en de contactgegevens van wie tekent. Voor een foto van vóór 18 jaar is dat een ouder, voogd of andere volwassene. De brief noemt dan niet wie te zien is.',
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
    en: 'This law gives 48 hours from the moment they receive a valid request, nights and weekends included.',
    fr: 'Cette loi donne 48 heures à partir de la réception d’une demande valable, nuits et week-ends compris.',
    nl: 'Deze wet geeft 48 uur vanaf de ontvangst van een geldig verzoek, nachten en weekends meegerekend.',
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
    en: 'What is your full name? It goes under the letter as your signature. The site you write to will read it.',
    fr: 'Quel est votre nom complet ? Il figure sous la lettre comme signature. Le site qui reçoit la lettre le lira.',
    nl: 'Wat is je volledige naam? Die staat onder de brief als handtekening. De site die je aanschrijft, leest hem.',
  },
  minor: {
    en: 'Which adult signs for you? Write the full name of that adult. Leave your own name out.',
    fr: 'Quelle personne adulte signe pour toi ? Écris le nom complet de cette personne. N’écris pas ton propre nom.',
    nl: 'Welke volwassene tekent voor jou? Schrijf de volledige naam van die persoon. Laat je eigen naam weg.',
  },
}

const contact = {
  adult: {
    en: 'How can they reach you? An email address is enough.',
    fr: 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    nl: 'Hoe kunnen ze je bereiken? Een mailadres is genoeg.',
  },
  minor: {
    en: 'How can they reach the adult who signs? An email address is enough.',
    fr: 'Comment peuvent-ils joindre la personne adulte qui signe ? Une adresse e-mail suffit.',
    nl: 'Hoe kunnen ze de volwassene bereiken die tekent? Een mailadres is genoeg.',
  },
}

const authority = {
  adult: {
    en: 'Only if you act for somebody else: in what role, for example as a lawyer? Leave that person’s name out.',
    fr: 'Seulement si vous agissez pour quelqu’un d’autre : à quel titre, par exemple avocate ou avocat ? N’écrivez pas le nom de cette personne.',
    nl: 'Alleen als je voor iemand anders optreedt: in welke rol, bijvoorbeeld als advocaat? Schrijf de naam van die persoon niet op.',
  },
  minor: {
    en: 'Who is that adult to you: a parent, a guardian, a lawyer, somebody else who may act for you?',
    fr: 'Qui est cette personne pour toi : un parent, une tutrice ou un tuteur, une avocate ou un avocat, quelqu’un d’autre qui peut agir pour toi ?',
    nl: 'Wie is die volwassene voor jou: een ouder, een voogd, een advocaat, iemand anders die voor jou mag optreden?',
  },
}

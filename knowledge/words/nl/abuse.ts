import type { abuse as En } from '../en/abuse.ts'
import type { Same } from '../words.ts'

export const abuse = {
  title: 'Melding bij de abuse-dienst',
  gives:
    'Ze kunnen hun eigen voorwaarden toepassen: hun klant waarschuwen, het adres blokkeren of de melding doorgeven.',
  exposes:
    'In deze melding staat niets over jou. Abuse-diensten sturen meldingen vaak door naar hun klant, en dat kan degene zijn die de foto plaatste.',
  because: 'Een naam is niet nodig, en de melding bereikt wie iets kan doen als de site zelf zwijgt.',
  rule: 'Hier legt geen wet een termijn op. Na drie dagen herinneren we je eraan; dat is onze herinnering.',
  questions: {
    'abuse.terms': 'Staat er in hun voorwaarden een regel hiertegen? Kopieer dan hier de titel. Je mag dit leeg laten.',
    'abuse.terms.parent':
      'Staat er in hun voorwaarden een regel hiertegen? Kopieer dan hier de titel. Je mag dit leeg laten.',
    'abuse.terms.agent':
      'Staat er in hun voorwaarden een regel hiertegen? Kopieer dan hier de titel. Je mag dit leeg laten.',
    'abuse.terms.minor':
      'Staat er in hun voorwaarden een regel hiertegen? Kopieer dan hier de titel. Je mag dit leeg laten.',
  },
  gaps: { 'abuse.terms': 'titel van hun regel' },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'Een korte tweede melding, met het nummer van de eerste. Vaak antwoorden zulke diensten pas dan.',
    },
  },
  letter: {
    subject: 'Melding van misbruik: intieme beelden zonder toestemming (referentie {reference})',
    'subject.minor': 'Dringende melding: materiaal van seksueel misbruik van kinderen (referentie {reference})',
    title: 'Melding van misbruik',
    law: 'Op grond van uw eigen gebruiksvoorwaarden',
    customer: 'Volgens openbare registers is uw klant: {answer}',
    what: 'De inhoud hierboven is een intieme foto of video. De persoon die te zien is, heeft niet ingestemd met de verspreiding.',
    'what.minor':
      'De inhoud hierboven is een intieme foto of video van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. Het is materiaal van seksueel misbruik van kinderen.',
    why: 'Ik verzoek u dit te toetsen aan uw gebruiksvoorwaarden en aan uw regels tegen illegale inhoud.',
    'why.minor':
      'Ik verzoek u deze melding meteen te behandelen volgens uw regels tegen materiaal van seksueel misbruik van kinderen.',
    terms: 'De inhoud is in strijd met deze regel van u: {answer}',
    remove: 'Ik verzoek u deze inhoud te verwijderen of niet langer door te geven, voor zover u dat kunt.',
    pass: 'Als alleen iemand anders de inhoud kan verwijderen, verzoek ik u deze melding door te sturen en mij te laten weten wie dat is.',
    silence: 'Ik verzoek u niet na te gaan over wie deze melding gaat, en niet te zeggen van wie ze komt.',
    receipt: 'Ik verzoek u de ontvangst te bevestigen en mij uw beslissing mee te delen.',
    sender:
      'Deze melding noemt geen persoon. Antwoord graag naar het adres waarvan ze komt, met vermelding van referentie {reference}.',
    'reminder.subject': 'Tweede melding van misbruik (referentie {reference})',
    'reminder.title': 'Tweede melding van misbruik',
    'reminder.law': 'Op grond van uw eigen gebruiksvoorwaarden',
    'reminder.still': 'De inhoud is nog altijd te zien.',
    'reminder.ask':
      'Ik verzoek u de inhoud nu te verwijderen of niet langer door te geven, of mij te laten weten wie dat kan.',
  },
} satisfies Same<typeof En>

import type { esaepd as En } from '../en/esaepd.ts'
import type { Same } from '../words.ts'

export const esaepd = {
  title: 'Spanje: het Canal Prioritario van de AEPD',
  gives:
    'De Spaanse privacyautoriteit, de AEPD, behandelt het dringend en kan platforms opdragen de foto te verwijderen.',
  exposes: 'De AEPD krijgt te weten hoe je te bereiken bent. Tussen 14 en 17 jaar mag een melding anoniem blijven.',
  because: 'Voor iemand in Spanje helpt het als de site niets doet, of als wachten te veel schade zou doen.',
  rule: 'De AEPD noemt het dringend; een aantal uren of dagen staat nergens.',
  questions: {
    'esaepd.tried': 'Vroeg je het eerst aan de site zelf, en hielp dat niet? Of kan dit niet wachten?',
    'esaepd.tried.minor': 'Is het eerst aan de site zelf gevraagd, en hielp dat niet? Of kan dit niet wachten?',
    'esaepd.contact': 'Hoe kan de AEPD je bereiken? Een mailadres is genoeg.',
    'esaepd.contact.minor':
      'Wil je een antwoord? Geef dan een mailadres, van jou of van een volwassene die je vertrouwt. Je mag dit leeg laten.',
    'esaepd.contact.parent': 'Hoe kan de AEPD je bereiken? Geef je eigen mailadres, niet dat van je kind.',
    'esaepd.contact.agent': 'Hoe kan de AEPD bereiken wie meldt? Het adres van de organisatie is goed.',
  },
  gaps: {
    'esaepd.tried': 'of het eerst aan de site gevraagd is, of waarom dit niet kan wachten',
    'esaepd.contact': 'je e-mailadres of telefoonnummer',
    'esaepd.contact.minor': 'e-mail of telefoon van wie meldt',
    'esaepd.contact.agent': 'e-mail of telefoon van wie meldt',
  },
  choices: {
    'esaepd.tried:tried': 'De eigen weg van de aanbieder is eerst gebruikt, zonder resultaat.',
    'esaepd.tried:exceptional':
      'Het geval is uitzonderlijk: de inhoud verspreidt zich, en de eigen weg van de aanbieder zou te laat komen.',
  },
  steps: {
    reminder: {
      title: 'De AEPD opnieuw vragen',
      what: 'Een korte brief vraagt hoe het met de melding staat.',
    },
  },
  letter: {
    subject: 'Dringende melding, Canal Prioritario (referentie {reference})',
    title: 'Dringende melding van seksuele inhoud, verspreid zonder toestemming',
    law: 'Agencia Española de Protección de Datos, Canal Prioritario',
    what: 'Het gaat om een foto of video met seksuele inhoud waarop ik te zien ben. Die is zonder mijn toestemming verspreid.',
    'what.agent':
      'Het gaat om een foto of video met seksuele inhoud waarop een persoon te zien is voor wie ik optreed. Die is zonder toestemming van die persoon verspreid.',
    'what.minor':
      'Het gaat om een foto of video met seksuele inhoud van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd. Die is zonder toestemming verspreid.',
    'what.minor.agent':
      'Het gaat om een foto of video met seksuele inhoud van een persoon voor wie ik optreed en die jonger was dan 18 jaar toen het beeld gemaakt werd. Die is zonder toestemming verspreid.',
    tried: 'De eigen weg van de aanbieder, of waarom dit niet kan wachten: {answer}',
    order: 'Ik verzoek u deze inhoud dringend te laten verwijderen.',
    nocopy: 'De inhoud zelf is niet bij deze melding gevoegd.',
    receipt: 'Ik verzoek u de ontvangst te bevestigen en mij de beslissing mee te delen.',
    contact: 'Contact: {answer}',
    anonymous: 'Van 14 tot en met 17 jaar mag een melding zonder naam gebeuren.',
    'anonymous.parent': '',
    'anonymous.agent': '',
    'reminder.subject': 'Vraag over een dringende melding (referentie {reference})',
    'reminder.title': 'Vraag over een dringende melding',
    'reminder.law': 'Agencia Española de Protección de Datos, Canal Prioritario',
    'reminder.still': 'De inhoud is nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u mij de beslissing mee te delen, of wat er in mijn melding ontbreekt.',
  },
} satisfies Same<typeof En>

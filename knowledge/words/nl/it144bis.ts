import type { it144bis as En } from '../en/it144bis.ts'
import type { Same } from '../words.ts'

export const it144bis = {
  title: 'Italiaanse wet: privacywetboek, artikel 144-bis',
  gives:
    'De Italiaanse privacyautoriteit, de Garante, beslist binnen 48 uur en kan platforms opdragen de foto te blokkeren.',
  exposes:
    'De Garante krijgt je naam en mailadres. Het eigen formulier vraagt meer; daarover beslis je daar zelf. Niets daarvan gaat via ons.',
  because: 'Voor iemand in Italië gaat het snel, en één melding bereikt meerdere platforms.',
  rule: 'De Garante beslist binnen 48 uur na de melding.',
  questions: {
    'it144bis.person': 'Welke naam en welk mailadres moeten in de melding staan? De Garante leest ze.',
    'it144bis.person.minor':
      'Welke naam en welk mailadres moeten in de melding staan? Het mogen die van een ouder zijn, of van een andere volwassene die je vertrouwt.',
    'it144bis.person.parent':
      'Welke naam en welk mailadres moeten in de melding staan? Geef die van jou, niet die van je kind.',
    'it144bis.person.agent': 'Welke naam en welk mailadres moeten in de melding staan? De Garante leest ze.',
    'it144bis.platforms': 'Op welke sites of apps staat de foto, of kan ze straks staan? Namen zijn genoeg.',
  },
  gaps: {
    'it144bis.person': 'je naam en mailadres',
    'it144bis.person.minor': 'naam en mailadres van wie meldt',
    'it144bis.person.agent': 'naam en mailadres van wie meldt',
    'it144bis.platforms': 'namen van de sites of apps',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'De Garante eraan herinneren',
      what: 'De 48 uur zijn voorbij. Een korte brief vraagt hoe het met de melding staat.',
    },
  },
  letter: {
    subject: 'Melding volgens artikel 144-bis van het privacywetboek (referentie {reference})',
    title: 'Melding volgens artikel 144-bis van het privacywetboek',
    law: 'Italiaans privacywetboek, artikel 144-bis',
    platforms: 'Platforms waarover het gaat: {answer}',
    what: 'Het gaat om een beeld of opname met seksuele inhoud waarop ik te zien ben. Ik heb redenen om aan te nemen dat het zonder mijn toestemming verspreid wordt of kan worden.',
    'what.agent':
      'Het gaat om een beeld of opname met seksuele inhoud waarop een persoon te zien is voor wie ik optreed. Ik heb redenen om aan te nemen dat het zonder toestemming van die persoon verspreid wordt of kan worden.',
    'what.minor':
      'Het gaat om een beeld of opname met seksuele inhoud van een persoon die jonger was dan 18 jaar toen het gemaakt werd. Ik heb redenen om aan te nemen dat het verspreid wordt of kan worden. Ik ben die persoon, of ik treed voor die persoon op.',
    'what.minor.parent':
      'Het gaat om een beeld of opname met seksuele inhoud van een persoon die jonger was dan 18 jaar toen het gemaakt werd. Ik heb redenen om aan te nemen dat het verspreid wordt of kan worden.',
    'what.minor.agent':
      'Het gaat om een beeld of opname met seksuele inhoud van een persoon die jonger was dan 18 jaar toen het gemaakt werd. Ik heb redenen om aan te nemen dat het verspreid wordt of kan worden.',
    order: 'Ik verzoek de Garante binnen 48 uur te beslissen en de inhoud op de genoemde platforms te laten blokkeren.',
    nocopy: 'De inhoud zelf is niet bij deze melding gevoegd.',
    receipt: 'Ik verzoek u de ontvangst te bevestigen en mij de beslissing mee te delen.',
    declaration: 'Ik verklaar dat wat hier staat naar mijn beste weten juist is.',
    person: 'Wie meldt: {answer}',
    'reminder.subject': 'Vraag over een melding, artikel 144-bis (referentie {reference})',
    'reminder.title': 'Vraag over een melding',
    'reminder.law': 'Italiaans privacywetboek, artikel 144-bis',
    'reminder.late': 'Er zijn meer dan 48 uur verstreken sinds mijn melding.',
    'reminder.ask': 'Ik verzoek u mij de beslissing mee te delen, of wat er in mijn melding ontbreekt.',
  },
} satisfies Same<typeof En>

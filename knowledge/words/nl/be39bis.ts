import type { be39bis as En } from '../en/be39bis.ts'
import type { Same } from '../words.ts'

export const be39bis = {
  title: 'Belgische wet: de procureur des Konings (Wetboek van Strafvordering, artikel 39bis)',
  gives: 'Na een klacht bij de politie kan het parket de foto als bewijs laten bewaren en ontoegankelijk laten maken.',
  exposes:
    'De politie en het parket hebben je gegevens uit de klacht. Deze brief voegt er niets aan toe. De politie kan zeggen wie een klacht later mag lezen.',
  because: 'Er is eerst een klacht bij de politie nodig, en het parket beslist hoe snel het gaat.',
  rule: 'Deze wet noemt geen termijn. Het parket beslist. Na twee weken herinneren we je eraan; dat is onze herinnering.',
  questions: {
    'be39bis.complaint':
      'Wat is het nummer van je klacht (proces-verbaal)? Het staat op het papier dat je kreeg. De dag van de klacht is ook genoeg.',
    'be39bis.complaint.minor':
      'Wat is het nummer van je klacht (proces-verbaal)? Het staat op het papier dat je kreeg. De dag van de klacht is ook genoeg.',
    'be39bis.complaint.parent':
      'Wat is het nummer van je klacht (proces-verbaal)? Het staat op het papier dat je kreeg. De dag van de klacht is ook genoeg.',
    'be39bis.complaint.agent': 'Wat is het nummer van de klacht (proces-verbaal)? De dag van de klacht is ook genoeg.',
  },
  gaps: {
    'be39bis.complaint': 'nummer of dag van de klacht',
    'be39bis.complaint.minor': 'nummer of dag van de klacht',
    'be39bis.complaint.parent': 'nummer of dag van de klacht',
    'be39bis.complaint.agent': 'nummer of dag van de klacht',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Vragen hoe het ermee staat',
      what: 'Een korte brief vraagt het parket wat er beslist is, met het nummer van de klacht.',
    },
  },
  letter: {
    subject: 'Verzoek op grond van artikel 39bis, § 6, klacht bij de politie (referentie {reference})',
    title: 'Verzoek om intieme beelden ontoegankelijk te maken',
    law: 'Artikel 39bis, § 6, van het Belgische Wetboek van Strafvordering',
    complaint: 'Bij de politie is een klacht ingediend. Nummer of datum van het proces-verbaal: {answer}',
    what: 'Het gaat om een intieme foto of video. Ik ben daarop te zien. Ik heb niet ingestemd met de verspreiding.',
    'what.parent':
      'Het gaat om een intieme foto of video. Daarop is mijn kind te zien. Er is geen toestemming gegeven voor de verspreiding.',
    'what.agent':
      'Het gaat om een intieme foto of video. Daarop is een persoon te zien voor wie ik optreed. Die persoon heeft niet ingestemd met de verspreiding.',
    'what.minor':
      'Het gaat om een intieme foto of video, naakt of seksueel, van mij. Ik was jonger dan 18 jaar toen het beeld gemaakt werd.',
    'what.minor.parent':
      'Het gaat om een intieme foto of video, naakt of seksueel, van mijn kind, dat jonger was dan 18 jaar toen het beeld gemaakt werd.',
    'what.minor.agent':
      'Het gaat om een intieme foto of video, naakt of seksueel, van een persoon voor wie ik optreed en die jonger was dan 18 jaar toen het beeld gemaakt werd.',
    offence:
      'De verspreiding ervan is strafbaar, bijvoorbeeld volgens artikel 136 van het Strafwetboek (wet van 29 februari 2024). Zie voor vroegere feiten het vroegere artikel 417/9.',
    'offence.minor':
      'De verspreiding ervan is strafbaar, bijvoorbeeld volgens de artikelen 143, 144 en 170 tot en met 174 van het Strafwetboek (wet van 29 februari 2024).',
    spreading: 'Zolang de inhoud daar te zien is, gaat de schade door.',
    preserve: 'Ik verzoek u de gegevens eerst als bewijs te laten bewaren.',
    remove:
      'Daarna verzoek ik u iedereen die daartoe in staat is te bevelen de inhoud ontoegankelijk te maken, zoals artikel 39bis, § 6, de procureur des Konings toestaat.',
    answer: 'Ik verzoek u mij uw beslissing mee te delen, via de politie of op het adres dat in de klacht staat.',
    sender: 'De gegevens van de betrokkene staan in de klacht. Deze brief herhaalt ze niet.',
    'reminder.subject':
      'Herinnering: verzoek op grond van artikel 39bis, § 6, klacht bij de politie (referentie {reference})',
    'reminder.title': 'Verzoek om intieme beelden ontoegankelijk te maken: stand van zaken',
    'reminder.law': 'Artikel 39bis, § 6, van het Belgische Wetboek van Strafvordering',
    'reminder.still': 'De inhoud is nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u de gegevens als bewijs te laten bewaren en de inhoud ontoegankelijk te laten maken.',
  },
} satisfies Same<typeof En>

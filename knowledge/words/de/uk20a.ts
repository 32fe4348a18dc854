import type { uk20a as En } from '../en/uk20a.ts'
import type { Same } from '../words.ts'

export const uk20a = {
  title: 'Britisches Recht: Online Safety Act, Abschnitte 10(3A) und 20A',
  gives:
    'Das Bild muss binnen 48 Stunden nach der Meldung entfernt werden, samt dem, was gleich oder im Wesentlichen gleich ist.',
  exposes: 'Die Seite erfährt, wie die meldende Person erreichbar ist. Dieser Brief nennt niemanden.',
  because: 'Dieses Gesetz setzt eine kurze Frist und gilt auch für Kopien; ob es schon bindet, ist nicht bestätigt.',
  rule: 'Dieses Gesetz gibt 48 Stunden nach der Meldung. Wann diese Pflicht beginnt, ist nicht bestätigt. Vielleicht gilt sie noch nicht.',
  questions: {
    'uk20a.contact': 'Wie sind Sie erreichbar? Eine E-Mail-Adresse genügt.',
    'uk20a.contact.minor':
      'Wie bist du erreichbar, oder eine erwachsene Person, der du vertraust? Eine E-Mail-Adresse genügt. Dein Name muss nicht darin stehen.',
    'uk20a.contact.parent': 'Wie sind Sie erreichbar? Eine E-Mail-Adresse genügt.',
    'uk20a.contact.agent': 'Wie ist die meldende Person erreichbar? Eine E-Mail-Adresse genügt.',
  },
  gaps: {
    'uk20a.contact': 'Ihre E-Mail-Adresse oder Telefonnummer',
    'uk20a.contact.minor': 'eine E-Mail-Adresse, deine oder die einer erwachsenen Person, der du vertraust',
    'uk20a.contact.parent': 'Ihre E-Mail-Adresse oder Telefonnummer',
    'uk20a.contact.agent': 'E-Mail oder Telefon der meldenden Person',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Die 48 Stunden sind vorbei. Ein kurzer Brief sagt das, mit Nummer und Tag des ersten.',
    },
    ofcom: {
      title: 'Meldung an Ofcom, die britische Aufsicht',
      what: 'Ofcom wacht über dieses Gesetz. Einzelfälle entscheidet Ofcom nicht, prüft aber, wie ein Dienst damit umgeht.',
    },
  },
  letter: {
    subject: 'Meldung intimer Bildinhalte, Online Safety Act 2023 (Aktenzeichen {reference})',
    title: 'Meldung intimer Bildinhalte („intimate image content“)',
    law: 'Online Safety Act 2023 (Vereinigtes Königreich), Abschnitte 10(3A) und 20A, oder die entsprechende Pflicht der Suchdienste',
    present:
      'Ich erkläre, dass der oben genannte Inhalt in Ihrem Dienst vorhanden ist und dass es sich um „intimate image content“ handelt (Abschnitt 66B des Sexual Offences Act 2003).',
    'present.minor':
      'Ich erkläre, dass der oben genannte Inhalt in Ihrem Dienst vorhanden ist und dass es sich um „intimate image content“ handelt. Die gezeigte Person war bei der Aufnahme unter 18 Jahre alt: Es sind Darstellungen sexuellen Kindesmissbrauchs.',
    standing: 'Ich bin die gezeigte Person. Ich habe nicht eingewilligt, dass der Inhalt geteilt wird.',
    'standing.minor':
      'Ich bin die gezeigte Person oder handle für sie. Es gab keine Einwilligung, den Inhalt zu teilen.',
    'standing.parent':
      'Ich handle für die gezeigte Person, als Elternteil oder Vormund. Es gab keine Einwilligung, den Inhalt zu teilen.',
    'standing.agent':
      'Ich handle für die gezeigte Person, mit ihrer Vollmacht. Es gab keine Einwilligung, den Inhalt zu teilen.',
    remove: 'Bitte entfernen Sie den Inhalt innerhalb von 48 Stunden nach dieser Meldung.',
    same: 'Bitte entfernen Sie auch Inhalte, die gleich oder im Wesentlichen gleich sind.',
    receipt: 'Bitte bestätigen Sie den Eingang. Falls Sie nicht tätig werden, nennen Sie mir bitte die Gründe.',
    goodFaith: 'Diese Meldung erfolgt in gutem Glauben und ist nach meinem besten Wissen wahr.',
    contact: 'Kontakt: {answer}',
    'reminder.subject': 'Zweite Meldung intimer Bildinhalte (Aktenzeichen {reference})',
    'reminder.title': '48 Stunden nach meiner Meldung',
    'reminder.law': 'Online Safety Act 2023 (Vereinigtes Königreich), Abschnitte 10(3A) und 20A',
    'reminder.late': 'Seit meiner Meldung sind mehr als 48 Stunden vergangen. Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Bitte entfernen Sie ihn nun, samt dem, was gleich oder im Wesentlichen gleich ist.',
    'ofcom.subject': 'Ein Dienst ist einer Meldung intimer Bildinhalte nicht nachgekommen (Aktenzeichen {reference})',
    'ofcom.title': 'Ein Dienst ist einer Meldung nicht nachgekommen',
    'ofcom.law': 'Online Safety Act 2023 (Vereinigtes Königreich)',
    'ofcom.what':
      'Ich habe einem Dienst intime Bildinhalte („intimate image content“) gemeldet. Es gab keine Einwilligung, sie zu teilen.',
    'ofcom.ask':
      'Der Dienst hat sie nicht innerhalb von 48 Stunden entfernt. Bitte prüfen Sie, wie er mit solchen Meldungen umgeht.',
  },
} satisfies Same<typeof En>

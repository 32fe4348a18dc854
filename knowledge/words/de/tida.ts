import type { tida as En } from '../en/tida.ts'
import type { Same } from '../words.ts'

export const tida = {
  title: 'Amerikanisches Recht: TAKE IT DOWN Act',
  gives: 'Das Bild muss innerhalb von 48 Stunden entfernt werden. Nach bekannten gleichen Kopien muss gesucht werden.',
  exposes:
    'Die Seite erfährt den Namen der Person, die unterschreibt, und wie sie erreichbar ist. Bei einem Bild aus der Zeit vor 18 ist das ein Elternteil, ein Vormund oder eine andere erwachsene Person. Der Brief nennt dann die gezeigte Person nicht.',
  because: 'Dieses Gesetz setzt eine kurze Frist, 48 Stunden, und lässt sich mit den anderen verbinden.',
  rule: 'Dieses Gesetz gibt 48 Stunden ab Eingang eines gültigen Antrags, Nächte und Wochenenden mitgezählt.',
  questions: {
    'tida.signature':
      'Wie lautet Ihr voller Name? Er steht als Unterschrift unter dem Brief. Die angeschriebene Seite liest ihn.',
    'tida.signature.minor':
      'Welche erwachsene Person unterschreibt für dich? Schreib ihren vollen Namen. Lass deinen eigenen Namen weg.',
    'tida.signature.parent':
      'Wie lautet Ihr voller Name? Sie unterschreiben für Ihr Kind. Lassen Sie den Namen Ihres Kindes weg.',
    'tida.signature.agent':
      'Wie lautet der volle Name der Person, die unterschreibt? Die Seite liest ihn. Lassen Sie den Namen der gezeigten Person weg.',
    'tida.contact': 'Wie sind Sie erreichbar? Eine E-Mail-Adresse genügt.',
    'tida.contact.minor': 'Wie ist die erwachsene Person erreichbar, die unterschreibt? Eine E-Mail-Adresse genügt.',
    'tida.contact.parent': 'Wie sind Sie erreichbar? Eine E-Mail-Adresse genügt.',
    'tida.contact.agent': 'Wie ist die Person erreichbar, die unterschreibt? Eine E-Mail-Adresse genügt.',
    'tida.authority.minor':
      'Wer ist diese Person für dich: ein Elternteil, ein Vormund, ein Anwalt, eine Anwältin, sonst jemand, der für dich handeln darf?',
    'tida.authority.agent':
      'In welcher Rolle handeln Sie, zum Beispiel anwaltlich oder für eine Organisation? Lassen Sie den Namen der gezeigten Person weg.',
    'tida.digitalforgery':
      'Ist das Bild echt, oder wurde es von einem Computer gemacht oder verändert? Dieses Gesetz gilt für beides. Sie können das leer lassen.',
  },
  gaps: {
    'tida.digitalforgery': 'echt oder von einem Computer gemacht',
    'tida.signature': 'Ihr Name',
    'tida.signature.minor': 'Name der erwachsenen Person, die unterschreibt',
    'tida.signature.parent': 'Ihr Name',
    'tida.signature.agent': 'Name der Person, die unterschreibt',
    'tida.contact': 'Ihre E-Mail-Adresse oder Telefonnummer',
    'tida.contact.minor': 'E-Mail oder Telefon der erwachsenen Person, die unterschreibt',
    'tida.contact.parent': 'Ihre E-Mail-Adresse oder Telefonnummer',
    'tida.contact.agent': 'E-Mail oder Telefon der Person, die unterschreibt',
    'tida.authority.minor': 'Elternteil, Vormund, anwaltliche Vertretung oder andere befugte erwachsene Person',
    'tida.authority.agent': 'anwaltliche Vertretung, Organisation oder andere befugte Person',
  },
  choices: {
    'tida.digitalforgery:real': 'Es ist ein echtes Bild oder Video.',
    'tida.digitalforgery:made': 'Es wurde von einem Computer gemacht oder verändert (digitale Fälschung).',
  },
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Die 48 Stunden sind vorbei. Ein kurzer Brief sagt das, mit Nummer und Tag des ersten.',
    },
    ftc: {
      title: 'Beschwerde bei der FTC, der amerikanischen Behörde',
      what: 'Die FTC wacht über dieses Gesetz. Das Formular ist kostenlos und steht allen offen. Die FTC geht gegen Firmen vor und entscheidet keine Einzelfälle.',
    },
  },
  letter: {
    subject: 'Löschantrag, TAKE IT DOWN Act (Aktenzeichen {reference})',
    title: 'Antrag auf Entfernung einer intimen Abbildung',
    law: 'US-amerikanisches Gesetz TAKE IT DOWN Act, 47 U.S.C. 223a',
    what: 'Es handelt sich um eine intime Abbildung („intimate visual depiction“). Sie zeigt mich.',
    'what.agent':
      'Es handelt sich um eine intime Abbildung („intimate visual depiction“). Sie zeigt eine erkennbare Person, für die ich handeln darf und die ich nicht namentlich nenne.',
    'what.minor':
      'Es handelt sich um eine intime Abbildung („intimate visual depiction“) einer Person, die bei der Aufnahme unter 18 Jahre alt war: um Darstellungen sexuellen Kindesmissbrauchs. Ich handle für die gezeigte Person und nenne sie nicht namentlich.',
    'what.minor.agent':
      'Es handelt sich um eine intime Abbildung („intimate visual depiction“) einer Person, die bei der Aufnahme unter 18 Jahre alt war: um Darstellungen sexuellen Kindesmissbrauchs. Ich handle für die gezeigte Person und nenne sie nicht namentlich.',
    authority: 'Ich bin befugt, für die gezeigte Person zu handeln. Ich handle als: {answer}',
    'authority.parent': 'Ich bin befugt, für die gezeigte Person zu handeln. Ich handle als: Elternteil oder Vormund',
    forgery: 'Das Gesetz gilt für echte Abbildungen ebenso wie für digitale Fälschungen.',
    'forgery.kind': '{answer}',
    goodFaith:
      'Ich bin in gutem Glauben der Überzeugung, dass die Abbildung ohne Einwilligung der gezeigten Person veröffentlicht wurde.',
    remove:
      'Ich bitte Sie, die Abbildung so bald wie möglich zu entfernen, spätestens 48 Stunden nach Eingang dieses Antrags.',
    copies: 'Ich bitte Sie außerdem, mit angemessenem Aufwand bekannte identische Kopien zu suchen und zu entfernen.',
    receipt:
      'Bitte bestätigen Sie den Eingang mit einer Vorgangsnummer. Falls Sie ablehnen, nennen Sie mir bitte die Gründe.',
    contact: 'Kontakt: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Zweiter Antrag, TAKE IT DOWN Act (Aktenzeichen {reference})',
    'reminder.title': 'Die Frist von 48 Stunden ist abgelaufen',
    'reminder.law': 'US-amerikanisches Gesetz TAKE IT DOWN Act, 47 U.S.C. 223a',
    'reminder.late': 'Das Gesetz gibt 48 Stunden ab Eingang eines gültigen Antrags. Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask':
      'Ich bitte Sie, die Abbildung nun mit den bekannten identischen Kopien zu entfernen und dies mit der Vorgangsnummer zu bestätigen.',
    'reminder.next': 'Falls in meinem Antrag etwas fehlt, teilen Sie mir bitte genau mit, was.',
    'ftc.subject': 'Beschwerde, TAKE IT DOWN Act (Aktenzeichen {reference})',
    'ftc.title': 'Eine Plattform ist einem gültigen Löschantrag nicht nachgekommen',
    'ftc.law': 'US-amerikanisches Gesetz TAKE IT DOWN Act, 47 U.S.C. 223a',
    'ftc.what':
      'Ich habe eine Plattform gebeten, eine intime Abbildung zu entfernen, die ohne Einwilligung der gezeigten Person veröffentlicht wurde.',
    'ftc.ask':
      'Der Inhalt wurde nicht innerhalb von 48 Stunden entfernt. Ich bitte Sie zu prüfen, wie diese Plattform mit solchen Anträgen umgeht.',
    'ftc.privacy': 'Ich bitte Sie, meinen Namen und meine Kontaktdaten nicht zu veröffentlichen.',
    'ftc.name': 'Name: {answer}',
  },
} satisfies Same<typeof En>

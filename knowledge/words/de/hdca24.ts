import type { hdca24 as En } from '../en/hdca24.ts'
import type { Same } from '../words.ts'

export const hdca24 = {
  title: 'Neuseeländisches Recht: Harmful Digital Communications Act, Abschnitt 24',
  gives:
    'Der Hoster muss die Person, die das Bild veröffentlicht hat, binnen 48 Stunden benachrichtigen. Kommt in weiteren 48 Stunden keine Antwort, entfernt er es.',
  exposes:
    'Der Hoster erfährt Name, Telefon, Anschrift und E-Mail. Die Person, die das Bild veröffentlicht hat, erfährt von der Beschwerde. Von wem sie kommt, erfährt sie nur mit Erlaubnis.',
  because: 'Dieses Gesetz bindet Hoster in Neuseeland wie MEGA, verlangt aber viele Angaben.',
  rule: 'Dieses Gesetz gibt dem Hoster 48 Stunden zum Weiterleiten. Wer das Bild veröffentlicht hat, hat dann weitere 48 Stunden.',
  questions: {
    'hdca24.complainant':
      'Welcher Name, welche Telefonnummer, welche Postanschrift und welche E-Mail-Adresse sollen im Brief stehen? Dieses Gesetz verlangt alle vier.',
    'hdca24.complainant.minor':
      'Welche erwachsene Person beschwert sich für dich? Schreib ihren Namen, ihre Telefonnummer, ihre Postanschrift und ihre E-Mail-Adresse. Lass deinen eigenen Namen weg.',
    'hdca24.complainant.parent':
      'Wie lauten Ihr Name, Ihre Telefonnummer, Ihre Postanschrift und Ihre E-Mail-Adresse? Dieses Gesetz verlangt alle vier. Lassen Sie den Namen Ihres Kindes weg.',
    'hdca24.complainant.agent':
      'Welcher Name, welche Telefonnummer, welche Postanschrift und welche E-Mail-Adresse sollen im Brief stehen? Die der Organisation genügen.',
    'hdca24.disclosure':
      'Darf der Hoster der Person, die das Bild veröffentlicht hat, sagen, wer Sie sind? Wählen Sie im Zweifel „nein“. Das Gesetz lässt Ihnen die Wahl.',
    'hdca24.disclosure.parent':
      'Darf der Hoster der Person, die das Bild veröffentlicht hat, sagen, wer Sie sind? Wählen Sie im Zweifel „nein“. Das Gesetz lässt Ihnen die Wahl.',
    'hdca24.disclosure.agent':
      'Darf der Hoster der Person, die das Bild veröffentlicht hat, sagen, wer Sie sind? Wählen Sie im Zweifel „nein“. Das Gesetz lässt Ihnen die Wahl.',
    'hdca24.disclosure.minor':
      'Darf der Hoster der Person, die das Bild veröffentlicht hat, sagen, wer sich beschwert? Wähl im Zweifel „nein“. Das Gesetz lässt dir die Wahl.',
    'hdca24.agency':
      'Senden Sie dies über Netsafe, die neuseeländische Stelle? Dann bleibt Ihr Name bei Netsafe. Sie können das leer lassen.',
    'hdca24.agency.parent':
      'Senden Sie dies über Netsafe, die neuseeländische Stelle? Dann bleibt Ihr Name bei Netsafe. Sie können das leer lassen.',
    'hdca24.agency.agent':
      'Senden Sie dies über Netsafe, die neuseeländische Stelle? Dann bleibt Ihr Name bei Netsafe. Sie können das leer lassen.',
    'hdca24.agency.minor':
      'Sendest du dies über Netsafe, die neuseeländische Stelle? Dann bleiben Namen bei Netsafe. Du kannst das leer lassen.',
  },
  gaps: {
    'hdca24.complainant': 'Ihr Name, Telefonnummer, Postanschrift und E-Mail-Adresse',
    'hdca24.complainant.minor':
      'Name, Telefonnummer, Postanschrift und E-Mail-Adresse der erwachsenen Person, die sich beschwert',
    'hdca24.complainant.parent': 'Ihr Name, Telefonnummer, Postanschrift und E-Mail-Adresse',
    'hdca24.complainant.agent': 'Name, Telefonnummer, Postanschrift und E-Mail-Adresse der beschwerdeführenden Person',
    'hdca24.disclosure': 'ja oder nein',
    'hdca24.agency': 'ja oder nein',
  },
  choices: {
    'hdca24.disclosure:no': 'Nein, der Hoster darf meine personenbezogenen Daten nicht an den Urheber weitergeben.',
    'hdca24.disclosure:yes': 'Ja, der Hoster darf meine personenbezogenen Daten an den Urheber weitergeben.',
    'hdca24.agency:no': 'Ich sende diese Beschwerde direkt an den Hoster.',
    'hdca24.agency:yes': 'Diese Beschwerde wird über Netsafe gesendet, die anerkannte Stelle („Approved Agency“).',
  },
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Die 48 Stunden sind vorbei. Ein kurzer Brief sagt das, mit Nummer und Tag des ersten.',
    },
    netsafe: {
      title: 'Netsafe um Hilfe bitten, die neuseeländische Stelle',
      what: 'Netsafe hilft allen kostenlos. Netsafe kann dem Hoster selbst schreiben; der Name bleibt dann dort.',
    },
  },
  letter: {
    subject: 'Beschwerde („notice of complaint“), Harmful Digital Communications Act 2015 (Aktenzeichen {reference})',
    title: 'Beschwerde („notice of complaint“)',
    law: 'Harmful Digital Communications Act 2015 (Neuseeland), Abschnitt 24',
    what: 'Der oben genannte Inhalt ist eine intime Bildaufnahme („intimate visual recording“). Sie zeigt mich.',
    'what.agent':
      'Der oben genannte Inhalt ist eine intime Bildaufnahme („intimate visual recording“). Sie zeigt eine Person, für die ich handle.',
    'what.minor':
      'Der oben genannte Inhalt ist eine intime Bildaufnahme („intimate visual recording“). Die gezeigte Person war bei der Aufnahme unter 18 Jahre alt. Ich beschwere mich für diese Person und nenne sie nicht namentlich.',
    'what.minor.agent':
      'Der oben genannte Inhalt ist eine intime Bildaufnahme („intimate visual recording“). Die gezeigte Person war bei der Aufnahme unter 18 Jahre alt. Ich beschwere mich für diese Person und nenne sie nicht namentlich.',
    reason:
      'Der Inhalt ist rechtswidrig: Es ist eine intime Bildaufnahme, die ohne Einwilligung der gezeigten Person veröffentlicht wurde (Abschnitt 22A).',
    'reason.minor':
      'Der Inhalt ist rechtswidrig: Es ist eine intime Bildaufnahme, die ohne Einwilligung veröffentlicht wurde (Abschnitt 22A), und eine Darstellung sexuellen Kindesmissbrauchs.',
    harm: 'Der Inhalt schadet der gezeigten Person, solange er zu sehen ist.',
    remove: 'Bitte entfernen Sie den Inhalt.',
    process:
      'Abschnitt 24 gibt Ihnen ab Eingang 48 Stunden, um diese Beschwerde an den Urheber weiterzugeben. Antwortet der Urheber nicht innerhalb von 48 Stunden oder ist er nicht erreichbar, bitte ich Sie, den Inhalt zu entfernen.',
    disclosure: 'Dürfen Sie meine personenbezogenen Daten an den Urheber weitergeben? {answer}',
    receipt: 'Bitte bestätigen Sie den Eingang und teilen Sie mir mit, was Sie unternommen haben.',
    agency: '{answer}',
    complainant: 'Beschwerdeführende Person (Name, Telefon, Anschrift, E-Mail): {answer}',
    'reminder.subject': 'Zweiter Brief zu einer Beschwerde (Aktenzeichen {reference})',
    'reminder.title': '48 Stunden nach meiner Beschwerde',
    'reminder.law': 'Harmful Digital Communications Act 2015 (Neuseeland), Abschnitt 24',
    'reminder.late':
      'Seit dem Eingang meiner Beschwerde sind mehr als 48 Stunden vergangen. Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Bitte entfernen Sie ihn nun und teilen Sie mir mit, was mit meiner Beschwerde geschehen ist.',
    'netsafe.subject': 'Bitte um Hilfe bei schädlichem Inhalt (Aktenzeichen {reference})',
    'netsafe.title': 'Bitte um Hilfe bei einer Beschwerde',
    'netsafe.law': 'Harmful Digital Communications Act 2015 (Neuseeland)',
    'netsafe.what': 'Eine intime Bildaufnahme wurde ohne Einwilligung der gezeigten Person veröffentlicht.',
    'netsafe.ask':
      'Bitte helfen Sie mir, sie entfernen zu lassen, und senden Sie für mich eine Beschwerde („notice of complaint“) an den Hoster.',
    'netsafe.privacy':
      'Bitte geben Sie weder meinen Namen noch meine Kontaktdaten an den Hoster oder den Urheber weiter.',
  },
} satisfies Same<typeof En>

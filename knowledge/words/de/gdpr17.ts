import type { gdpr17 as En } from '../en/gdpr17.ts'
import type { Same } from '../words.ts'

export const gdpr17 = {
  title: 'Europäisches Recht: Datenschutz-Grundverordnung (DSGVO), Artikel 17',
  gives:
    'Das Bild muss gelöscht werden, ebenso ein Name oder eine Nummer dabei. Wer beides weiterbekam, muss es erfahren.',
  exposes:
    'Die Seite erfährt den Namen der Person, die schreibt. Wer auf dem Bild unter 18 war, gibt keinen Namen an. Der Brief bittet darum, niemandem zu sagen, wer schreibt; dieses Gesetz verspricht das nicht.',
  because:
    'Es setzt eine feste Frist, einen Monat, und gilt auch für einen Namen, eine Schule oder eine Nummer beim Bild.',
  rule: 'Dieses Gesetz gibt einen Monat ab Eingang. Zwei weitere Monate sind möglich, wenn die Gründe im ersten Monat genannt werden.',
  questions: {
    'gdpr17.subject':
      'Welcher Name soll im Brief stehen? So ist klar, an wen die Antwort geht. Die angeschriebene Seite liest ihn.',
    'gdpr17.subject.parent':
      'Welcher Name von Ihnen soll im Brief stehen? Sie handeln für Ihr Kind. Lassen Sie den Namen Ihres Kindes weg.',
    'gdpr17.subject.agent':
      'Welcher Name soll im Brief stehen: Ihrer oder der Ihrer Organisation? Lassen Sie den Namen der gezeigten Person weg.',
  },
  gaps: {
    'gdpr17.subject': 'Ihr Name',
    'gdpr17.subject.parent': 'Ihr Name',
    'gdpr17.subject.agent': 'Name der Person oder Organisation, die handelt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Der Monat ist vorbei. Ein kurzer Brief sagt das, mit Nummer und Tag des ersten.',
    },
    authority: {
      title: 'Beschwerde bei der Datenschutzbehörde',
      what: 'Das ist kostenlos. Die Behörde kann die Löschung anordnen. Schweigt sie drei Monate lang, kann ein Gericht angerufen werden. Sie kann einen Namen verlangen; eine Vertrauensperson oder eine Organisation kann dann schreiben.',
    },
    court: {
      title: 'Ein Gericht anrufen',
      what: 'Ein Gericht kann die Löschung anordnen. Eine Anwältin, ein Anwalt oder eine Beratungsstelle kann sagen, ob das passt und wo es kostenlose Rechtshilfe gibt.',
    },
  },
  letter: {
    subject: 'Antrag auf Löschung, Artikel 17 DSGVO (Aktenzeichen {reference})',
    title: 'Antrag auf Löschung personenbezogener Daten',
    law: 'Artikel 17 und 21 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    person: 'Ich bin die betroffene Person: die gezeigte Person. Mein Name: {answer}',
    'person.minor':
      'Ich bin die betroffene Person: die gezeigte Person. Ich war bei der Aufnahme unter 18 Jahre alt und nenne meinen Namen nicht. Aus den Adressen unten geht hervor, um welche Daten es geht.',
    'person.parent':
      'Ich handle für die betroffene Person, die gezeigte Person, als Elternteil oder Vormund. Mein Kind nenne ich nicht namentlich. Mein eigener Name: {answer}',
    'person.agent':
      'Ich handle für die betroffene Person, die gezeigte Person, die mich damit beauftragt hat und die ich nicht namentlich nenne. Es handelt: {answer}',
    data: 'Die personenbezogenen Daten sind ein intimes Bild oder Video, auf dem ich zu sehen bin. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'data.agent':
      'Die personenbezogenen Daten sind ein intimes Bild oder Video, auf dem die betroffene Person zu sehen ist. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'data.parent':
      'Die personenbezogenen Daten sind ein intimes Bild oder Video, auf dem mein Kind zu sehen ist. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'data.minor':
      'Die personenbezogenen Daten sind ein intimes Bild oder Video von mir, mit Nacktheit oder sexuellem Inhalt. Ich war bei der Aufnahme unter 18 Jahre alt: Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'data.minor.parent':
      'Die personenbezogenen Daten sind ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von meinem Kind, das bei der Aufnahme unter 18 Jahre alt war. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'data.minor.agent':
      'Die personenbezogenen Daten sind ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von der betroffenen Person, die bei der Aufnahme unter 18 Jahre alt war. Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs. Gemeint sind auch Name, Schule, Anschrift, Telefonnummer oder Kontoname, soweit sie damit veröffentlicht wurden.',
    'reason.unlawful':
      'Die Daten wurden unrechtmäßig verarbeitet (Artikel 17 Absatz 1 Buchstabe d). Sie wurden ohne Einwilligung der gezeigten Person veröffentlicht, und mir ist nichts anderes bekannt, was dies rechtmäßig machen würde.',
    'reason.life':
      'Sie betreffen das Sexualleben dieser Person. Artikel 9 Absatz 1 untersagt die Verarbeitung solcher Daten grundsätzlich. Eine Ausnahme ist mir hier nicht bekannt.',
    'reason.consent':
      'Soweit jemals in etwas eingewilligt wurde, wird die Einwilligung mit diesem Schreiben widerrufen (Artikel 17 Absatz 1 Buchstabe b).',
    'reason.objection':
      'Soweit Sie sich auf ein berechtigtes Interesse stützen, lege ich Widerspruch gegen die Verarbeitung ein (Artikel 17 Absatz 1 Buchstabe c und Artikel 21). Die Daten zeigen einen intimen Teil eines Privatlebens, der gegen den Willen der gezeigten Person öffentlich gemacht wurde. Kein Interesse überwiegt.',
    'reason.child':
      'Soweit die Daten durch einen Dienst der Informationsgesellschaft erhoben wurden, der einem Kind direkt angeboten wurde, gilt auch Artikel 17 Absatz 1 Buchstabe f.',
    russmedia:
      'Der Gerichtshof hat entschieden, dass der Betreiber eines Online-Marktplatzes für eine Anzeige mit sensiblen Daten, die ein Nutzer eingestellt hat, selbst Verantwortlicher ist (Urteil vom 2. Dezember 2025, C-492/23, Russmedia).',
    controller:
      'Dieser Antrag richtet sich an den Verantwortlichen oder, falls dieser nicht in der Union niedergelassen ist, an seinen Vertreter in der Union (Artikel 27), mit einer Kopie an den Datenschutzbeauftragten. Falls Sie die Daten nur im Auftrag verarbeiten, leiten Sie diesen Antrag bitte weiter und teilen Sie mir mit, wer der Verantwortliche ist.',
    erase:
      'Ich bitte Sie, diese Daten unverzüglich zu löschen, mit allen Kopien und Vorschauen, die Sie davon speichern.',
    recipients:
      'Bitte teilen Sie die Löschung allen mit, denen die Daten offengelegt wurden, und informieren Sie andere Verantwortliche, dass Links und Kopien zu löschen sind (Artikel 17 Absatz 2 und Artikel 19).',
    term: 'Bitte teilen Sie mir unverzüglich, spätestens innerhalb eines Monats nach Eingang, mit, was Sie unternommen haben (Artikel 12 Absatz 3).',
    refusal:
      'Falls Sie die Daten nicht löschen, nennen Sie mir bitte die Gründe. Ich kann dann Beschwerde bei einer Aufsichtsbehörde einlegen (Artikel 77).',
    identity:
      'Die Adressen oben genügen, um die Daten zu finden. Weitere Angaben zu meiner Identität dürfen Sie nur bei begründeten Zweifeln verlangen, und dann nur das Mindeste, das sie ausräumt (Artikel 12 Absatz 6).',
    silence: 'Bitte teilen Sie der Person, die die Daten veröffentlicht hat, nicht mit, von wem dieser Antrag kommt.',
    reply: 'Bitte antworten Sie an die Absenderadresse und geben Sie das Aktenzeichen {reference} an.',
    'reminder.subject': 'Erinnerung: Antrag auf Löschung, Artikel 17 DSGVO (Aktenzeichen {reference})',
    'reminder.title': 'Die Monatsfrist des Artikels 12 Absatz 3 ist abgelaufen',
    'reminder.law': 'Artikel 12, 17 und 21 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    'reminder.late':
      'Artikel 12 Absatz 3 gibt einen Monat ab Eingang. Zwei weitere Monate sind nur möglich, wenn die Gründe im ersten Monat mitgeteilt werden. Die Daten sind weiterhin zu sehen.',
    'reminder.ask': 'Ich bitte Sie, die Daten nun zu löschen und mir das zu bestätigen.',
    'reminder.reasons':
      'Falls Sie das nicht tun, nennen Sie mir bitte die Gründe. Ich kann dann Beschwerde bei einer Aufsichtsbehörde einlegen (Artikel 77).',
    'authority.subject': 'Beschwerde nach Artikel 77 DSGVO (Aktenzeichen {reference})',
    'authority.title': 'Beschwerde gegen einen Verantwortlichen, der personenbezogene Daten nicht gelöscht hat',
    'authority.law': 'Artikel 77 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    'authority.what':
      'Ich habe bei einem Verantwortlichen nach Artikel 17 die Löschung personenbezogener Daten beantragt.',
    'authority.still': 'Die Daten sind weiterhin zu sehen.',
    'authority.ask':
      'Ich bitte Sie, diese Beschwerde zu prüfen und gegenüber dem Verantwortlichen die Löschung anzuordnen.',
    'authority.pass':
      'Falls eine andere Aufsichtsbehörde zuständig ist, leiten Sie diese Beschwerde bitte an sie weiter. Bitte unterrichten Sie mich über den Stand und das Ergebnis.',
    'authority.privacy':
      'Bitte geben Sie nur dann an, von wem diese Beschwerde kommt, wenn sie sich nicht anders bearbeiten lässt.',
  },
} satisfies Same<typeof En>

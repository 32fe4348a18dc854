import type { gdpr17s as En } from '../en/gdpr17s.ts'
import type { Same } from '../words.ts'

export const gdpr17s = {
  title: 'Europäisches Recht: Entfernung aus Suchergebnissen (Artikel 17 DSGVO)',
  gives:
    'Wer nach dem Namen sucht, sieht diese Seiten nicht mehr. Die Seiten selbst bleiben: Auch sie sind anzuschreiben.',
  exposes:
    'Die Suchmaschine erfährt den gesuchten Namen und den Namen der Person, die schreibt. Sie darf der Seite sagen, dass ein Ergebnis entfernt wurde. Der Brief bittet sie, nicht zu sagen, wer das wollte.',
  because: 'Dieser Antrag ist schnell geschrieben, und inzwischen finden weniger Menschen die Seiten.',
  rule: 'Dieses Gesetz gibt einen Monat ab Eingang. Zwei weitere Monate sind möglich, wenn die Gründe im ersten Monat genannt werden.',
  questions: {
    'gdpr17s.query':
      'Nach welchem Namen muss man suchen, um diese Seiten zu finden? Schreiben Sie ihn so, wie man sucht. Die Suchmaschine liest ihn.',
    'gdpr17s.query.minor':
      'Nach welchem Namen muss man suchen, um diese Seiten zu finden? Dieses Gesetz geht nicht ohne ihn. Du kannst dieses Gesetz auslassen.',
    'gdpr17s.query.parent':
      'Nach welchem Namen muss man suchen, um diese Seiten zu finden? Schreiben Sie ihn so, wie man sucht. Die Suchmaschine liest ihn.',
    'gdpr17s.query.agent':
      'Nach welchem Namen muss man suchen, um diese Seiten zu finden? Schreiben Sie ihn so, wie man sucht. Die Suchmaschine liest ihn.',
    'gdpr17s.subject':
      'Welcher Name soll unter dem Brief stehen? So ist klar, an wen die Antwort geht. Die Suchmaschine liest ihn.',
    'gdpr17s.subject.parent': 'Welcher Name von Ihnen soll unter dem Brief stehen? Sie handeln für Ihr Kind.',
    'gdpr17s.subject.agent': 'Welcher Name soll unter dem Brief stehen: Ihrer oder der Ihrer Organisation?',
  },
  gaps: {
    'gdpr17s.query': 'der gesuchte Name',
    'gdpr17s.query.minor': 'der gesuchte Name',
    'gdpr17s.query.parent': 'der gesuchte Name',
    'gdpr17s.query.agent': 'der gesuchte Name',
    'gdpr17s.subject': 'Ihr Name',
    'gdpr17s.subject.parent': 'Ihr Name',
    'gdpr17s.subject.agent': 'Name der Person oder Organisation, die handelt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern',
      what: 'Der Monat ist vorbei. Ein kurzer Brief sagt das, mit Nummer und Tag des ersten.',
    },
    authority: {
      title: 'Beschwerde bei der Datenschutzbehörde',
      what: 'Das ist kostenlos. Die Behörde kann die Entfernung anordnen. Schweigt sie drei Monate lang, kann ein Gericht angerufen werden. Sie kann einen Namen verlangen; eine Vertrauensperson oder eine Organisation kann dann schreiben.',
    },
    court: {
      title: 'Ein Gericht anrufen',
      what: 'Ein Gericht kann die Entfernung anordnen. Eine Anwältin, ein Anwalt oder eine Beratungsstelle kann sagen, ob das passt und wo es kostenlose Rechtshilfe gibt.',
    },
  },
  letter: {
    subject: 'Antrag auf Entfernung von Suchergebnissen, Artikel 17 DSGVO (Aktenzeichen {reference})',
    title: 'Antrag auf Entfernung von Ergebnissen der Suche nach einem Namen',
    law: 'Artikel 17 und 21 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    person: 'Ich bin die betroffene Person: die auf diesen Seiten gezeigte Person. Mein Name: {answer}',
    'person.minor':
      'Ich bin die betroffene Person: die auf diesen Seiten gezeigte Person. Ich war bei der Aufnahme unter 18 Jahre alt und gebe über mich nicht mehr an als den gesuchten Namen.',
    'person.parent':
      'Ich handle für die betroffene Person, die auf diesen Seiten gezeigt wird, als Elternteil oder Vormund. Mein eigener Name: {answer}',
    'person.agent':
      'Ich handle für die betroffene Person, die auf diesen Seiten gezeigt wird und mich damit beauftragt hat. Es handelt: {answer}',
    query: 'Gesuchter Name: {answer}',
    results: 'Die Suche nach diesem Namen führt zu Folgendem:',
    'reason.what':
      'Dort wird ein intimes Bild oder Video, auf dem ich zu sehen bin, ohne meine Einwilligung öffentlich gemacht. Es geht nicht um eine Frage von öffentlichem Interesse, sondern um mein Privatleben.',
    'reason.what.agent':
      'Dort wird ein intimes Bild oder Video, auf dem die betroffene Person zu sehen ist, ohne deren Einwilligung öffentlich gemacht. Es geht um ihr Privatleben.',
    'reason.what.parent':
      'Dort wird ein intimes Bild oder Video, auf dem mein Kind zu sehen ist, ohne Einwilligung öffentlich gemacht. Es geht um das Privatleben meines Kindes.',
    'reason.what.minor':
      'Dort wird ein intimes Bild oder Video von mir, mit Nacktheit oder sexuellem Inhalt, öffentlich gemacht. Ich war bei der Aufnahme unter 18 Jahre alt: Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs.',
    'reason.what.minor.parent':
      'Dort wird ein intimes Bild oder Video von meinem Kind, mit Nacktheit oder sexuellem Inhalt, öffentlich gemacht. Mein Kind war bei der Aufnahme unter 18 Jahre alt: Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs.',
    'reason.what.minor.agent':
      'Dort wird ein intimes Bild oder Video von der betroffenen Person, mit Nacktheit oder sexuellem Inhalt, öffentlich gemacht. Sie war bei der Aufnahme unter 18 Jahre alt: Es handelt sich um Darstellungen sexuellen Kindesmissbrauchs.',
    'reason.unlawful':
      'Die Verarbeitung ist unrechtmäßig (Artikel 17 Absatz 1 Buchstabe d). Sie betrifft das Sexualleben einer Person; Artikel 9 Absatz 1 untersagt die Verarbeitung solcher Daten grundsätzlich.',
    'reason.consent':
      'Soweit jemals in etwas eingewilligt wurde, wird die Einwilligung mit diesem Schreiben widerrufen (Artikel 17 Absatz 1 Buchstabe b).',
    'reason.objection':
      'Ich lege aus Gründen dieser besonderen Situation Widerspruch gegen die Verarbeitung ein (Artikel 17 Absatz 1 Buchstabe c und Artikel 21). Die Ergebnisse führen alle, die den Namen kennen, zu einem intimen Bild, das gegen den Willen der gezeigten Person verbreitet wurde.',
    'reason.public':
      'Die Öffentlichkeit hat an diesen Ergebnissen kein Interesse, das das Privatleben überwiegt (Gerichtshof, C-131/12, Google Spain).',
    delist:
      'Ich bitte Sie, diese Ergebnisse nicht mehr anzuzeigen, wenn jemand nach diesem Namen sucht, allein oder mit anderen Wörtern.',
    term: 'Bitte teilen Sie mir unverzüglich, spätestens innerhalb eines Monats nach Eingang, mit, was Sie unternommen haben (Artikel 12 Absatz 3).',
    refusal:
      'Falls Sie die Ergebnisse nicht entfernen, nennen Sie mir bitte die Gründe. Ich kann dann Beschwerde bei einer Aufsichtsbehörde einlegen (Artikel 77).',
    identity:
      'Weitere Angaben zu meiner Identität dürfen Sie nur bei begründeten Zweifeln verlangen, und dann nur das Mindeste, das sie ausräumt (Artikel 12 Absatz 6).',
    silence: 'Bitte teilen Sie den Betreibern dieser Seiten nicht mit, von wem dieser Antrag kommt.',
    reply: 'Bitte antworten Sie an die Absenderadresse und geben Sie das Aktenzeichen {reference} an.',
    'reminder.subject': 'Erinnerung: Entfernung von Suchergebnissen, Artikel 17 DSGVO (Aktenzeichen {reference})',
    'reminder.title': 'Die Monatsfrist des Artikels 12 Absatz 3 ist abgelaufen',
    'reminder.law': 'Artikel 12, 17 und 21 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    'reminder.late':
      'Artikel 12 Absatz 3 gibt einen Monat ab Eingang. Zwei weitere Monate sind nur möglich, wenn die Gründe im ersten Monat mitgeteilt werden. Die Ergebnisse werden weiterhin angezeigt.',
    'reminder.ask': 'Ich bitte Sie, diese Ergebnisse nun zu entfernen und mir das zu bestätigen.',
    'authority.subject': 'Beschwerde nach Artikel 77 DSGVO (Aktenzeichen {reference})',
    'authority.title': 'Beschwerde gegen den Betreiber einer Suchmaschine',
    'authority.law': 'Artikel 77 der Verordnung (EU) 2016/679 (Datenschutz-Grundverordnung)',
    'authority.what':
      'Ich habe beim Betreiber einer Suchmaschine die Entfernung von Ergebnissen der Suche nach einem Namen beantragt (Artikel 17).',
    'authority.still': 'Die Ergebnisse werden weiterhin angezeigt.',
    'authority.ask':
      'Ich bitte Sie, diese Beschwerde zu prüfen und gegenüber dem Betreiber die Entfernung dieser Ergebnisse anzuordnen.',
    'authority.pass':
      'Falls eine andere Aufsichtsbehörde zuständig ist, leiten Sie diese Beschwerde bitte an sie weiter. Bitte unterrichten Sie mich über den Stand und das Ergebnis.',
    'authority.privacy':
      'Bitte geben Sie meine Identität nicht preis und veröffentlichen Sie den gesuchten Namen nicht, wenn Sie diese Beschwerde bearbeiten.',
  },
} satisfies Same<typeof En>

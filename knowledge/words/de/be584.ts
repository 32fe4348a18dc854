import type { be584 as En } from '../en/be584.ts'
import type { Same } from '../words.ts'

export const be584 = {
  title: 'Belgisches Recht: Anordnung eines Gerichts (Gerichtsgesetzbuch, Artikel 584)',
  gives:
    'Ein Gericht kann die Entfernung binnen sechs Stunden anordnen. Dies ist die Akte dafür: Eine Anwältin, ein Anwalt oder das Institut reicht den Antrag ein.',
  exposes:
    'Die anwaltliche Vertretung oder das Institut erfährt, wer den Antrag stellt. Vor Gericht kann das auch die andere Seite lesen. Eine Anwältin oder ein Anwalt kann sagen, wie sich ein Name schützen lässt.',
  because:
    'Das passt, wenn sie schweigen oder das Bild sich verbreitet, denn es braucht eine anwaltliche Vertretung oder das Institut.',
  rule: 'Dieses Gesetz gibt sechs Stunden, sobald ein Gerichtsvollzieher die Anordnung übergibt. Nächte und Wochenenden zählen mit.',
  questions: {
    'be584.applicant':
      'Wie lautet Ihr voller Name? Sie stellen den Antrag. Ihre anwaltliche Vertretung oder das Institut liest ihn.',
    'be584.applicant.minor':
      'Wer stellt den Antrag beim Gericht? Bist du heute unter 18, dann ist es ein Elternteil oder Vormund: Schreib diesen Namen. Bist du 18 oder älter, schreib deinen eigenen.',
    'be584.applicant.parent':
      'Wie lautet Ihr voller Name? Sie stellen den Antrag für Ihr Kind. Lassen Sie den Namen Ihres Kindes weg.',
    'be584.applicant.agent':
      'Wer stellt den Antrag: die gezeigte Person, ihre gesetzliche Vertretung oder mit ihrer Zustimmung das Institut? Schreiben Sie den Namen.',
    'be584.missing':
      'Fehlt etwas in der Liste der Adressen? Schreiben Sie, was fehlt und warum Sie es nicht angeben können. Sie können das leer lassen.',
    'be584.missing.minor':
      'Fehlt etwas in der Liste der Adressen? Schreib, was fehlt und warum du es nicht angeben kannst. Du kannst das leer lassen.',
    'be584.missing.parent':
      'Fehlt etwas in der Liste der Adressen? Schreiben Sie, was fehlt und warum Sie es nicht angeben können. Sie können das leer lassen.',
    'be584.missing.agent':
      'Fehlt etwas in der Liste der Adressen? Schreiben Sie, was fehlt und warum Sie es nicht angeben können. Sie können das leer lassen.',
    'be584.addressee':
      'Welche Firma betreibt die Seite, und welche speichert sie? Schreiben Sie Name und Anschrift, soweit bekannt. „Nicht bekannt“ ist auch eine Antwort.',
    'be584.addressee.minor':
      'Welche Firma betreibt die Seite, und welche speichert sie? Schreib Name und Anschrift, soweit bekannt. „Nicht bekannt“ ist auch eine Antwort.',
    'be584.addressee.parent':
      'Welche Firma betreibt die Seite, und welche speichert sie? Schreiben Sie Name und Anschrift, soweit bekannt. „Nicht bekannt“ ist auch eine Antwort.',
    'be584.addressee.agent':
      'Welche Firma betreibt die Seite, und welche speichert sie? Schreiben Sie Name und Anschrift, soweit bekannt. „Nicht bekannt“ ist auch eine Antwort.',
  },
  gaps: {
    'be584.applicant': 'Ihr Name',
    'be584.applicant.minor': 'Name der Person, die den Antrag stellt',
    'be584.applicant.parent': 'Ihr Name',
    'be584.applicant.agent': 'Name der Person oder Stelle, die den Antrag stellt',
    'be584.missing': 'was fehlt, und warum',
    'be584.missing.minor': 'was fehlt, und warum',
    'be584.missing.parent': 'was fehlt, und warum',
    'be584.missing.agent': 'was fehlt, und warum',
    'be584.addressee': 'Firmenname und Anschrift jeder Firma',
    'be584.addressee.minor': 'Firmenname und Anschrift jeder Firma',
    'be584.addressee.parent': 'Firmenname und Anschrift jeder Firma',
    'be584.addressee.agent': 'Firmenname und Anschrift jeder Firma',
  },
  choices: {},
  steps: {
    court: {
      title: 'Zurück zur anwaltlichen Vertretung oder zum Institut',
      what: 'Eine Anordnung kann vollstreckt werden. Die Mitwirkung daran zu verweigern, ist in Belgien strafbar. Die anwaltliche Vertretung oder das Institut kann sagen, was danach kommt.',
    },
  },
  letter: {
    subject: 'Akte für einen Antrag nach Artikel 584 des Gerichtsgesetzbuches (Aktenzeichen {reference})',
    title: 'Akte für einen Antrag auf Entfernung intimer Bilder',
    law: 'Artikel 584 Absatz 5 Nr. 7 des belgischen Gerichtsgesetzbuches',
    prepared:
      'Diese Akte ist für die anwaltliche Vertretung der gezeigten Person oder für das Institut für die Gleichheit von Frauen und Männern bestimmt. Mit ihr selbst wird nichts eingereicht.',
    content:
      'Inhalt: ein Bild oder eine Aufzeichnung einer nackten Person oder einer expliziten sexuellen Handlung; es zeigt die antragstellende Partei. Der Inhalt wird hier nur in Worten beschrieben.',
    'content.parent':
      'Inhalt: ein Bild oder eine Aufzeichnung einer nackten Person oder einer expliziten sexuellen Handlung; es zeigt das Kind der antragstellenden Partei. Der Inhalt wird hier nur in Worten beschrieben.',
    'content.agent':
      'Inhalt: ein Bild oder eine Aufzeichnung einer nackten Person oder einer expliziten sexuellen Handlung; es zeigt die Person, für die diese Akte erstellt wurde. Der Inhalt wird hier nur in Worten beschrieben.',
    'content.minor':
      'Inhalt: ein Bild oder eine Aufzeichnung mit Nacktheit oder sexuellem Inhalt, von einer Person, die bei der Aufnahme unter 18 Jahre alt war. Der Inhalt wird hier nur mit diesen Worten beschrieben.',
    'content.minor.parent':
      'Inhalt: ein Bild oder eine Aufzeichnung mit Nacktheit oder sexuellem Inhalt, vom Kind der antragstellenden Partei, das bei der Aufnahme unter 18 Jahre alt war. Der Inhalt wird hier nur mit diesen Worten beschrieben.',
    'content.minor.agent':
      'Inhalt: ein Bild oder eine Aufzeichnung mit Nacktheit oder sexuellem Inhalt, von einer Person, die bei der Aufnahme unter 18 Jahre alt war. Der Inhalt wird hier nur mit diesen Worten beschrieben.',
    applicant: 'Antragstellende Partei, die gezeigte Person: {answer}',
    'applicant.minor':
      'Antragstellende Partei, als gesetzliche Vertretung der gezeigten Person oder, wenn diese inzwischen volljährig ist, als gezeigte Person: {answer}',
    'applicant.parent':
      'Antragstellende Partei, als gesetzliche Vertretung der gezeigten Person, die diese Akte nicht nennt: {answer}',
    'applicant.agent':
      'Antragstellende Partei (die gezeigte Person, ihre gesetzliche Vertretung oder ihre Rechtsnachfolger, oder mit Zustimmung der gezeigten Person das Institut): {answer}',
    nullity:
      'Alle bekannten Daten, mit denen sich die Bilder oder Aufzeichnungen identifizieren lassen. Artikel 584 verlangt sie zur Vermeidung der Nichtigkeit, und die Anordnung muss sie enthalten.',
    missing: 'Daten, die nicht angegeben werden können, und warum: {answer}',
    'missing.none': 'soweit bekannt, fehlt nichts.',
    production:
      'Fehlen Daten, kann der Präsident gegenüber jedem anderen Inhaber ihre Vorlage anordnen (Gerichtsgesetzbuch, Artikel 871 und 877 bis 882) und eine erste Anordnung über das Bekannte erlassen.',
    nonconsent:
      'Die gezeigte Person hat in die Verbreitung nicht eingewilligt. Das Gesetz vermutet die unbedingte Notwendigkeit und, bis zum Beweis des Gegenteils, auch das Fehlen der Einwilligung.',
    'nonconsent.minor':
      'Eine Einwilligung in die Verbreitung gibt es nicht. Das Gesetz vermutet die unbedingte Notwendigkeit und, bis zum Beweis des Gegenteils, auch das Fehlen der Einwilligung.',
    rule: 'Straftat: Artikel 136 des Strafgesetzbuches (Gesetz vom 29. Februar 2024), früher Artikel 417/9; bei böswilliger Absicht oder Gewinnabsicht Artikel 137, früher Artikel 417/10. Artikel 584 selbst nennt noch die früheren Artikel sowie die Gedankenstriche 3 und 4 der früheren Artikel 417/15 bis 417/22.',
    'rule.minor':
      'Straftat: Artikel 136, 143 und 144 des Strafgesetzbuches (Gesetz vom 29. Februar 2024), früher Artikel 417/9 und die Gedankenstriche 3 und 4 der Artikel 417/15 bis 417/22. Artikel 584 selbst nennt noch die früheren Artikel.',
    court:
      'Gericht: der Präsident des Gerichts Erster Instanz, im Eilverfahren oder auf einseitigen Antrag (Artikel 584).',
    addressee: 'Anordnung beantragt gegen jeden dieser Vermittler, mit Firmenname und Anschrift: {answer}',
    poster:
      'Ist bekannt, wer den Inhalt veröffentlicht hat, sagt die antragstellende Partei das direkt der anwaltlichen Vertretung oder dem Institut. Diese Akte beschuldigt niemanden namentlich.',
    measure:
      'Beantragte Maßnahme: die Bilder oder Aufzeichnungen mit allen geeigneten Mitteln unverzüglich zu entfernen oder unzugänglich zu machen, spätestens sechs Stunden nach Zustellung der Anordnung.',
    discreet:
      'Bitte zeigen Sie den Inhalt niemandem, und beschreiben Sie ihn im Antrag mit nicht mehr Worten, als das Gesetz verlangt.',
  },
} satisfies Same<typeof En>
